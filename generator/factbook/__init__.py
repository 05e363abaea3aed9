"""Factbook turns sourced claims in YAML into a site, into briefings and into reviews of changes."""

__version__ = "0.1.0"
