"""The logic of the law: standard library only, no Django, no clock, no files, no network."""
