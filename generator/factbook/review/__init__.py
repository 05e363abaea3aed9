"""Two ledgers -> typed changes: what an edit of files does to the facts."""
