"""The public pages, and the open data beside them: a published copy in, an answer out."""
