"""Proof that the words stand in the document: snapshots and quotes."""
