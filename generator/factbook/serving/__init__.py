"""The site while it is being edited: a dossier kept in memory, pages drawn when asked for.

What is wrong is shown on top of the last state that was whole, and never ends the serving.
"""
