"""The `handback` command: each job a few lines over the record."""
