"""Where the pages about one authority's powers stand, in the office or on the public site."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Flag, auto
from urllib.parse import urlencode

from django.utils.text import slugify


class Pages(Flag):
    """The pages that a site has. DAYS: its pages answer for any day that the address asks for.

    DAY_FOLDERS: the powers on a day have an address of their own, which plain files can have too.
    """

    DAYS = auto()
    DAY_FOLDERS = auto()
    BETWEEN = auto()
    FUNCTIONS = auto()
    INSTRUMENTS = auto()
    COMMISSIONERS = auto()
    RETURNS = auto()
    DECIDE = auto()


EVERY_PAGE = ~Pages.DAY_FOLDERS


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one authority's pages below `base`, which ends in a slash.

    A page that the site does not have has the address "", and templates then show its name without a link.
    """

    base: str
    pages: Pages = EVERY_PAGE

    def powers(self, *, on: date | None = None, known_at: datetime | None = None, form: str = "") -> str:
        """Who holds what, on a day; `form` is "csv" or "json" for the data."""
        if on and known_at is None and Pages.DAY_FOLDERS in self.pages:
            return f"{self.base}powers/{on.isoformat()}{f'.{form}' if form else '/'}"
        place = f"{self.base}powers.{form}" if form else f"{self.base}powers/"
        return self._on(place, on, known_at)

    def between(self, first: date, second: date) -> str:
        """What changed after one day, up to another."""
        return self._if(Pages.BETWEEN, "powers/between/", {"from": first, "to": second})

    def function(self, code: str, *, on: date | None = None) -> str:
        """A function's page."""
        place = self._if(Pages.FUNCTIONS, f"functions/{code}/")
        return self._on(place, on) if place else ""

    def instrument(self, code: str) -> str:
        """An instrument's page."""
        return self._if(Pages.INSTRUMENTS, f"instruments/{code}/")

    def commissioners(self, *, on: date | None = None) -> str:
        """Who sat on a day."""
        place = self._if(Pages.COMMISSIONERS, "commissioners/")
        return self._on(place, on) if place else ""

    def commissioner(self, name: str) -> str:
        """The page of one person who held an office."""
        return self._if(Pages.COMMISSIONERS, f"commissioners/{slugify(name)}/")

    def returns(self) -> str:
        """Every proposal to move functions."""
        return self._if(Pages.RETURNS, "returns/")

    def proposal(self, code: str) -> str:
        """One proposal: what was recommended, proposed and directed."""
        return self._if(Pages.RETURNS, f"returns/{code}/")

    def decide(self, *, function: str = "", on: date | None = None) -> str:
        """Could they decide it? With a function and a day filled in, if given."""
        return self._if(Pages.DECIDE, "decide/", {"function": function or None, "on": on})

    def _if(self, page: Pages, place: str, asked: dict[str, object] | None = None) -> str:
        return self.base + place + _query(asked or {}) if page in self.pages else ""

    def _on(self, place: str, on: date | None, known_at: datetime | None = None) -> str:
        answers = Pages.DAYS in self.pages
        return place + _query({"as-at": on, "known-at": known_at} if answers else {})


def _query(asked: dict[str, object]) -> str:
    given = {name: _written(value) for name, value in asked.items() if value is not None}
    return f"?{urlencode(given)}" if given else ""


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
