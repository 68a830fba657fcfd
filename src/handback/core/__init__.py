"""What follows from the facts and the law, reckoned from values alone.

Nothing here is imported but Python's own library; nothing asks what day it is, opens a file or calls out.
"""
