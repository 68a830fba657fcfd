"""Authorities, people, parties, posts and who may do what."""
