"""The API: an authority's measures for programs, in the name of a person whose token they hold.

It says what the office says and takes what the importer takes. What holds is decided in `records`; here bytes
become stated values and answers become JSON. It knows no session and no cookie.
"""
