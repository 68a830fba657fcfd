"""Pages: the office for those who keep the record, the public site for everybody."""
