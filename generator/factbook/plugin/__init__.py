"""The door to MkDocs, the only room that knows it: events, the files it sees, and a whole build."""
