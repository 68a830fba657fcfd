"""An index declared in a small form: one average, the same scale for all, and themes if it has any."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from handback.core.frequencies import Frequency
from handback.reading.series import NotANumber, stated_number
from handback.records.measures.measured.entries import IndexEntry, IndicatorEntry
from handback.records.measures.measured.indexed.declared import Units
from handback.records.measures.measured.words import Better
from handback.web.office.measures.forms.fields import lines, short
from handback.web.office.measures.forms.index_json import CodeForm

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
FINER = (("", "No indicator has"), ("mean", "Average them"), ("last", "Take the last"))


@dataclass(frozen=True, slots=True)
class Theme:
    """Indicators that are averaged first: code, weight and goalposts of each. Without a name it is all."""

    name: str
    weight: float
    rows: list[tuple[str, float, list[float] | None]]


class IndexForm(CodeForm):
    """A plain index: one average, the same scale for every indicator, and themes if it has any."""

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
            "councils: then the scale goes from the worst council to the best. A theme is averaged first: "
            "write its name, what it weighs and a colon above its indicators, such as “Housing, 2:”."
        ),
    )
    average = forms.ChoiceField(label="How they are averaged", choices=AVERAGES, widget=forms.RadioSelect)

    field_order = (
        "code", "name", "version", "units", "group", "every", "finer", "indicators", "average", "is_public",
    )  # fmt: skip

    def __init__(
        self, *args: Any, known: Mapping[str, IndicatorEntry], groups: Sequence[str], **kwargs: Any
    ) -> None:
        self.known = known
        super().__init__(*args, **kwargs)
        group: Any = self.fields["group"]
        group.choices = [("", "The list of neighbours"), *((name, name) for name in groups)]

    def clean_indicators(self) -> list[Theme]:
        """The themes, each with code, weight and goalposts of its lines; else one without a name."""
        typed = [line.strip() for line in str(self.cleaned_data["indicators"]).splitlines()]
        lines_said = [(number, line) for number, line in enumerate(typed, 1) if line]
        if len(lines_said) > MOST_LINES:
            raise forms.ValidationError(
                f"Indicators: at most {MOST_LINES} lines; these are {len(lines_said)}"
            )
        themes = self._themes(lines_said)
        rows = [row for theme in themes for row in theme.rows]
        codes = [code for code, _, _ in rows]
        if twice := next((code for code in codes if codes.count(code) > 1), None):
            raise forms.ValidationError(f"Indicators: {twice} stands on two lines")
        if len({posts is None for _, _, posts in rows}) > 1:
            raise forms.ValidationError("Indicators: give goalposts on every line, or on none")
        return themes

    def _themes(self, lines_said: Sequence[tuple[int, str]]) -> list[Theme]:
        themes: list[Theme] = []
        for number, line in lines_said:
            if line.endswith(":"):
                themes.append(self._theme(line, number, [theme.name for theme in themes]))
                continue
            if not themes:
                themes.append(Theme("", 1, []))
            themes[-1].rows.append(self._row(line, number))
        empty = next((theme.name for theme in themes if not theme.rows), None)
        if empty is not None:
            raise forms.ValidationError(f"Indicators: no line stands under “{empty}”")
        return themes

    def _theme(self, line: str, number: int, before: Sequence[str]) -> Theme:
        name, _, weight = (part.strip() for part in line.removesuffix(":").partition(","))
        if "" in before:
            fault = "lines above it are of no theme. Begin with a theme, or have none"
        elif name in before:
            fault = f"“{name}” is a theme already"
        elif not name or name in self.known:
            fault = f"“{name}” cannot be what a theme is called"
        else:
            return Theme(name, _number(weight or "1", f"line {number}, what the theme weighs"), [])
        raise forms.ValidationError(f"Indicators, line {number}: {fault}")

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
        themes: list[Theme] = said["indicators"]
        rows = [row for theme in themes for row in theme.rows]
        compared = {"units": said["units"], "every": said["every"]}
        if said["units"] == Units.COUNCILS and said["group"]:
            compared["group"] = said["group"]
        if said["units"] == Units.PERIODS and said["finer"]:
            compared["finer"] = said["finer"]
        method = "goalposts" if rows and rows[0][2] else "min-max"
        lowest = 0 if said["average"] == "arithmetic" else 1  # of nothing there is no geometric mean
        declaration = {
            "version": 1,
            "compared": compared,
            "indicators": {code: self._indicator(code, posts) for code, _, posts in rows},
            "missing": {"least": 0.5},
            "normalisation": {"method": method, "range": [lowest, 100]},
            "levels": list(self._levels(themes)),
        }
        return IndexEntry(
            **self.called(), name=said["name"], version=said["version"], declaration=declaration
        )

    def _levels(self, themes: Sequence[Theme]) -> Iterator[dict[str, Any]]:
        """One level, or two where there are themes."""
        average = self.cleaned_data["average"]
        taken = {*self.known, *(theme.name for theme in themes)}
        name = self.cleaned_data["name"]
        whole = name if name not in taken else f"{name} (index)"
        weights = {code: weight for theme in themes for code, weight, _ in theme.rows}
        groups = {theme.name or whole: [code for code, _, _ in theme.rows] for theme in themes}
        yield {"groups": groups, "weights": weights, "aggregation": average}
        if themes and themes[0].name:
            weights = {theme.name: theme.weight for theme in themes}
            yield {"groups": {whole: list(groups)}, "weights": weights, "aggregation": average}

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
