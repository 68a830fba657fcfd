"""Tables that exist in the tests' database only: one of each kind that the audit log knows how to guard."""
