"""The data files of a site: what its pages show, for programs."""
