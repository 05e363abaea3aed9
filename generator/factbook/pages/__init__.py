"""From the ledger to typed views, one page type in each file. Templates see nothing else."""
