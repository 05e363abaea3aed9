"""From the ledger to positions, relations, origins and conflicts: pure functions, no opinion.

Each rule's docstring is its specification, and is what readers of the site are told.
"""
