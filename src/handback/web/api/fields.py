"""The kinds of field that a request has: words, numbers as they were written, yes or no."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, Strict, WithJsonSchema

from handback.web.api.bodies import Number

LONGEST_NUMBER = 60  # characters: the record keeps 40 digits, and says so
FURTHEST = 60  # powers of ten


def words(said: Any) -> str:
    """Text that both databases can keep. Raises ValueError."""
    if not isinstance(said, str) or isinstance(said, Number):
        raise ValueError("must be text")
    if "\0" in said or any("\ud800" <= letter <= "\udfff" for letter in said):
        raise ValueError("has a character that cannot be kept")
    return said


def number(said: Any) -> str:
    """A number as the importer reads it, without an exponent. Raises ValueError for what is no scalar."""
    if not isinstance(said, Number):
        return _short(words(said)) if isinstance(said, str) else _no_number()
    if len(said) > LONGEST_NUMBER:
        return _short(said)
    exact = Decimal(said)
    if "e" not in said.lower():
        return str(said)
    return f"{exact:f}" if abs(exact.adjusted()) <= FURTHEST else str(said)


def _no_number() -> str:
    raise ValueError("must be a number")


def _short(said: str) -> str:
    return f"{said[:LONGEST_NUMBER]}…" if len(said) > LONGEST_NUMBER else str(said)


Amount = Annotated[
    str,
    BeforeValidator(number),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]}),
]
YesOrNo = Annotated[bool, Strict()]
Short = Annotated[str, Field(max_length=100), BeforeValidator(words)]
Line = Annotated[str, Field(max_length=300), BeforeValidator(words)]
Text = Annotated[str, Field(max_length=5_000), BeforeValidator(words)]
Key = Annotated[str, Field(max_length=255, pattern=r"^(?:[\x20-\x7e]*[\x21-\x7e][\x20-\x7e]*)?$")]
Code = Annotated[str, Field(min_length=1, max_length=300), BeforeValidator(words)]
