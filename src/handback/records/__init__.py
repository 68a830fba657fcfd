"""The record: what is written down, by whom, and the questions it answers."""
