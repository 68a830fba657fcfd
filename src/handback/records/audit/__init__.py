"""The log of every change: append-only, chained, and checkable by outsiders."""
