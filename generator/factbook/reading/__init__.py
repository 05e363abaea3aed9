"""From files to plain text data: trees of bytes, and documents with routes and spans."""
