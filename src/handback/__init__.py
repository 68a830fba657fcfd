"""Handback: the working record of a council under statutory intervention."""

__version__ = "0.1.0"
