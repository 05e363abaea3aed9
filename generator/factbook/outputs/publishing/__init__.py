"""A site put in place: made beside the old one, and its successor in one step.

Against being killed and running out of space, not against a power cut: nothing is synced to disk.
"""
