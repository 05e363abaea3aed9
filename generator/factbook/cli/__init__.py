"""The doors of the command line: one command in each file. They print, and decide what is fatal."""
