"""Whose word is taken for who a site is: the system's certificate authorities, and one more file if named.

There is no way to ask without checking.
"""

import ssl


class NoSuchAuthorities(ValueError):
    """A file of certificate authorities that cannot be used."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} holds no certificate authorities that can be used: {why}.")


def trusted(ca_file: str = "") -> ssl.SSLContext:
    """What TLS is checked against: the system's trust store, and `ca_file` (PEM) beside it.

    Raises NoSuchAuthorities.
    """
    context = ssl.create_default_context()
    if ca_file:
        try:
            context.load_verify_locations(cafile=ca_file)
        except OSError as problem:
            raise NoSuchAuthorities(ca_file, problem.strerror or str(problem)) from None
    return context
