"""A column for exact decimal numbers: kept as text, so that both databases give back what was written."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Cast

from handback.core.periods import Period

LONGEST = 40
WELL_FORMED = r"^-?[0-9]+([.][0-9]+)?$"


def as_text(value: Decimal) -> str:
    """A number without an exponent, with the places it was written with."""
    return f"{value:f}"


class ExactField(models.CharField):  # type: ignore[type-arg]
    """A Decimal of up to 40 characters, to the places it was written with; None where there is none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_: Any) -> Decimal | None:
        """What the column holds, as a number."""
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        """A number from what a form or a fixture gives."""
        if value is None or isinstance(value, Decimal):
            return value
        try:
            return Decimal(str(value))
        except InvalidOperation:
            raise ValidationError(f"“{value}” is not a number.") from None

    def get_prep_value(self, value: Any) -> str | None:
        """How the column keeps it."""
        number = self.to_python(value)
        return None if number is None else as_text(number)


def written(column: str) -> Cast:
    """A column as text, for those who want very many: numbers as they are kept, days as ISO text."""
    return Cast(column, models.CharField())


class Days(dict[str, date]):
    """Days by their ISO text, each worked out once: a table has few different ones."""

    def __missing__(self, text: str) -> date:
        day = self[text] = date.fromisoformat(text)
        return day


class Spans(dict[tuple[str, str], Period]):
    """Periods by the ISO texts of their first day and the day after their last, each worked out once."""

    def __missing__(self, texts: tuple[str, str]) -> Period:
        first, until = map(date.fromisoformat, texts)
        period = self[texts] = Period(first, until)
        return period
