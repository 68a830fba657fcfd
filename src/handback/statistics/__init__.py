"""Numbers in, findings out: what varies by chance, what does not, and indices with their uncertainty.

Usable alone: numpy arrays go in, frozen findings come out. Nothing here knows a council, a record or a page.
"""
