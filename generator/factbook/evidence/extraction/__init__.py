"""What archived bytes say: plain text, pages, PDF. The libraries that read them live here."""
