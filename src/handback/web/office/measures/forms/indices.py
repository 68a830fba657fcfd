"""An index: declared in a small form, or as JSON with all that can be declared."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from handback.core.frequencies import Frequency
from handback.reading.series import NotANumber, stated_number
from handback.records.measures.codes import OF_INDICES, is_address, is_code
from handback.records.measures.measured.entries import IndexEntry, IndicatorEntry
from handback.records.measures.measured.indexed.declared import Units
from handback.records.measures.measured.words import Better
from handback.web.office.measures.forms.fields import lines, short
from handback.web.shared.forms import Form

LONGEST_JSON = 200_000
MOST_LINES = 200
AVERAGES = (
    ("arithmetic", "The ordinary average: a high score makes up for a low one"),
    ("geometric", "The geometric average: a low score weighs more"),
)
UNITS = (
    (Units.COUNCILS.value, "This council and others like it, in a year of national series"),
    (Units.PERIODS.value, "This council's own periods, between goalposts that stay fixed"),
)
EVERY = (
    (Frequency.FINANCIAL_YEAR.value, "Every financial year"),
    (Frequency.CALENDAR_YEAR.value, "Every calendar year"),
    (Frequency.QUARTER.value, "Every quarter"),
    (Frequency.MONTH.value, "Every month"),
)
FINER = (("", "No indicator is"), ("mean", "Average them"), ("last", "Take the last"))


class CodeForm(Form):
    """The code of an index, which is part of its address."""

    code = forms.CharField(
        label="Code",
        max_length=40,
        widget=short(),
        help_text="Your short name for it, such as X01. It is part of its address and stays as it is.",
    )

    def clean_code(self) -> str:
        """Not a word that is the address of a page."""
        code = str(self.cleaned_data["code"])
        if not is_code(code) or is_address(code, words=OF_INDICES):
            raise forms.ValidationError(
                f"Code: “{code}” cannot be used. Write letters and digits, such as X01"
            )
        return code


class IndexForm(CodeForm):
    """A plain index: one level, one average, the same scale for every indicator."""

    name = forms.CharField(label="Name", max_length=300, help_text="Such as “Excellence”.")
    version = forms.CharField(
        label="Edition", max_length=40, initial="1", widget=short(), help_text="Such as 2026."
    )
    units = forms.ChoiceField(label="What is put beside each other", choices=UNITS, widget=forms.RadioSelect)
    group = forms.ChoiceField(label="Which other councils (only beside others)", required=False)
    every = forms.ChoiceField(label="How often it is told", choices=EVERY)
    finer = forms.ChoiceField(
        label="If an indicator has several values in that time (only own periods)",
        choices=FINER,
        required=False,
    )
    indicators = forms.CharField(
        label="Indicators",
        widget=lines(8),
        max_length=20_000,
        help_text=(
            "A line for each: its code, what it weighs, and its goalposts, such as “M01, 2, 50 to 100”. "
            "The lower goalpost comes first, whichever way is better. Goalposts may be left out beside other "
            "councils: then the scale goes from the worst council to the best."
        ),
    )
    average = forms.ChoiceField(label="How they are averaged", choices=AVERAGES, widget=forms.RadioSelect)

    def __init__(
        self, *args: Any, known: Mapping[str, IndicatorEntry], groups: Sequence[str], **kwargs: Any
    ) -> None:
        self.known = known
        super().__init__(*args, **kwargs)
        group: Any = self.fields["group"]
        group.choices = [("", "The list of neighbours"), *((name, name) for name in groups)]

    def clean_indicators(self) -> list[tuple[str, float, list[float] | None]]:
        """Code, weight and goalposts of each line."""
        rows = [line.strip() for line in str(self.cleaned_data["indicators"]).splitlines() if line.strip()]
        if len(rows) > MOST_LINES:
            raise forms.ValidationError(f"Indicators: at most {MOST_LINES} lines; these are {len(rows)}")
        found = [self._row(row, number) for number, row in enumerate(rows, 1)]
        codes = [code for code, _, _ in found]
        if twice := next((code for code in codes if codes.count(code) > 1), None):
            raise forms.ValidationError(f"Indicators: {twice} stands on two lines")
        if len({posts is None for _, _, posts in found}) > 1:
            raise forms.ValidationError("Indicators: give goalposts on every line, or on none")
        return found

    def _row(self, row: str, number: int) -> tuple[str, float, list[float] | None]:
        code, weight, posts = ([part.strip() for part in row.split(",", 2)] + ["", ""])[:3]
        if code not in self.known:
            raise forms.ValidationError(f"Indicators, line {number}: there is no indicator “{code}”")
        if self.known[code].better == Better.NEITHER:
            raise forms.ValidationError(
                f"Indicators, line {number}: of {code} neither way is better. Declare its way as JSON"
            )
        weighs = _number(weight or "1", f"line {number}, what it weighs")
        if not posts:
            return code, weighs, None
        low, middle, high = posts.partition(" to ")
        if not middle:
            raise forms.ValidationError(f"Indicators, line {number}: write goalposts as 50 to 100")
        return code, weighs, [_number(end, f"line {number}, goalposts") for end in (low, high)]

    def entry(self) -> IndexEntry:
        """What was typed, as the record takes it."""
        said = self.cleaned_data
        rows: list[tuple[str, float, list[float] | None]] = said["indicators"]
        compared = {"units": said["units"], "every": said["every"]}
        if said["units"] == Units.COUNCILS and said["group"]:
            compared["group"] = said["group"]
        if said["units"] == Units.PERIODS and said["finer"]:
            compared["finer"] = said["finer"]
        method = "goalposts" if rows and rows[0][2] else "min-max"
        lowest = 0 if said["average"] == "arithmetic" else 1  # of nothing there is no geometric mean
        name = said["name"] if said["name"] not in self.known else f"{said['name']} (index)"
        level = {
            "groups": {name: [code for code, _, _ in rows]},
            "weights": {code: weight for code, weight, _ in rows},
            "aggregation": said["average"],
        }
        declaration = {
            "version": 1,
            "compared": compared,
            "indicators": {code: self._indicator(code, posts) for code, _, posts in rows},
            "missing": {"least": 0.5},
            "normalisation": {"method": method, "range": [lowest, 100]},
            "levels": [level],
        }
        return IndexEntry(
            code=said["code"], name=said["name"], version=said["version"], declaration=declaration
        )

    def _indicator(self, code: str, posts: list[float] | None) -> dict[str, Any]:
        way = {"direction": self.known[code].better.value}
        return way | {"goalposts": posts} if posts else way


def _number(words: str, place: str) -> float:
    try:
        found = stated_number(words)
    except NotANumber:
        found = None
    if found is None:
        raise forms.ValidationError(f"Indicators, {place}: “{words}” is not a number")
    number = float(found)
    return int(number) if number.is_integer() else number


class JsonForm(CodeForm):
    """All that can be declared. The name and the edition stand in the JSON."""

    declaration = forms.CharField(
        label="Declaration",
        widget=lines(24),
        max_length=LONGEST_JSON,
        strip=True,
        help_text="JSON, with “name” and “edition”. What each part may say stands in the manual of indices.",
    )

    def clean_declaration(self) -> dict[str, Any]:
        """The object that the text holds, with its name and edition."""
        try:
            found = json.loads(self.cleaned_data["declaration"])
        except (ValueError, RecursionError) as fault:
            raise forms.ValidationError(f"Declaration: this is not JSON ({fault})") from None
        if not isinstance(found, dict):
            raise forms.ValidationError("Declaration: write an object, in braces")
        for field in ("name", "edition"):
            if not isinstance(found.get(field), str) or not found[field].strip():
                raise forms.ValidationError(f"Declaration: say “{field}”, as text")
        return found

    def entry(self) -> IndexEntry:
        """What was typed, as the record takes it."""
        said = dict(self.cleaned_data["declaration"])
        name, version = said.pop("name"), said.pop("edition")
        return IndexEntry(code=self.cleaned_data["code"], name=name, version=version, declaration=said)
