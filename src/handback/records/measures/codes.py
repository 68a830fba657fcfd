"""What a code may be: part of a public address, and of a place in a table."""

import re

_CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?")
_METRIC = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._:/-]{0,78}[A-Za-z0-9])?")
_GSS = re.compile(r"[EWSNK][0-9]{8}")


def is_code(text: str) -> bool:
    """Whether this can be the code of an indicator or index."""
    return _CODE.fullmatch(text) is not None


def is_metric(text: str) -> bool:
    """Whether this can be the code of a national series."""
    return _METRIC.fullmatch(text) is not None


def is_gss(text: str) -> bool:
    """Whether this has the form of a GSS code; whether there is such an area no form can tell."""
    return _GSS.fullmatch(text) is not None
