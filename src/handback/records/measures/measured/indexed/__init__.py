"""Composite indices of the record: what is declared, what it is made of, and how far it can be believed."""
