"""Between a dossier and the world outside."""
