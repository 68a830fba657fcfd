"""The record's values as the pages of the papers show them."""
