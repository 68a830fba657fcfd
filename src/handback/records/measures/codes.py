"""What a code may be: part of a public address, and of a place in a table."""

import re
from collections.abc import Collection

#: Words that are addresses of pages beside those of indicators, and of indices.
OF_INDICATORS = ("add", "import", "indices", "benchmarks")
OF_INDICES = ("add", "declare")
ENDINGS = (".csv", ".json")

_CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?")
_METRIC = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._:/-]{0,78}[A-Za-z0-9])?")
_GSS = re.compile(r"[EWSNK][0-9]{8}")


def is_code(text: str) -> bool:
    """Whether this can be the code of an indicator or index."""
    return _CODE.fullmatch(text) is not None


def is_address(code: str, *, words: Collection[str]) -> bool:
    """Whether a page stands where this code would: one of `words`, or with the ending of a file."""
    return code.lower() in words or code.lower().endswith(ENDINGS)


def addressed(words: Collection[str]) -> str:
    """The same as a pattern, for constraints."""
    endings = "|".join(ending.lstrip(".") for ending in ENDINGS)
    return rf"^({'|'.join(words)})$|[.]({endings})$"


def is_metric(text: str) -> bool:
    """Whether this can be the code of a national series."""
    return _METRIC.fullmatch(text) is not None


def is_gss(text: str) -> bool:
    """Whether this has the form of a GSS code; whether there is such an area no form can tell."""
    return _GSS.fullmatch(text) is not None
