"""The rules of the house that a linter cannot say. A list of exceptions gives reasons, and only shrinks."""
