"""The MkDocs theme that comes with Factbook: templates and one style sheet, no JavaScript."""
