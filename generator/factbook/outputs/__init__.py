"""From views and pages to files."""
