"""View + template -> body, body + frame -> page. Knows no MkDocs: text in, text out."""
