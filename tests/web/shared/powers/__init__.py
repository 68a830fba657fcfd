"""Presenters and templates of the pages about powers: values in, values or a page out, and no database."""
