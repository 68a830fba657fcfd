"""What an indicator is: asked in four parts, of which the first is all that is needed to begin."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from handback.core.frequencies import Frequency
from handback.records.measures.codes import OF_INDICATORS, is_address
from handback.records.measures.measured.entries import IndicatorEntry
from handback.records.measures.measured.words import Better, MeasuredAs
from handback.web.office.measures.forms.fields import LONGEST_TEXT, lines, short
from handback.web.shared.forms import DayField, Form

MEASURED = (
    (MeasuredAs.PROPORTION.value, "A share: so many out of so many, such as appeals decided in time"),
    (MeasuredAs.RATE.value, "A rate: so many for each 1,000 people, or such"),
    (MeasuredAs.COUNT.value, "A number of things, not out of anything"),
    (MeasuredAs.MEASUREMENT.value, "An amount: days, pounds, a score"),
    (MeasuredAs.TIME_BETWEEN.value, "The time between rare events"),
    (MeasuredAs.CASES_BETWEEN.value, "The number of cases between rare events"),
)
BETTER = (
    (Better.HIGHER.value, "Higher is better"),
    (Better.LOWER.value, "Lower is better"),
    (Better.NEITHER.value, "Neither is better"),
)
FREQUENCIES = (
    (Frequency.WEEK.value, "Every week"),
    (Frequency.MONTH.value, "Every month"),
    (Frequency.QUARTER.value, "Every quarter of the financial year"),
    (Frequency.FINANCIAL_YEAR.value, "Every financial year, April to March"),
    (Frequency.CALENDAR_YEAR.value, "Every calendar year"),
    (Frequency.ACADEMIC_YEAR.value, "Every academic year, September to August"),
    (Frequency.IRREGULAR.value, "Now and then"),
)
PARTS = (
    ("What is measured", ("code", "name", "definition", "measured_as", "better", "frequency")),
    ("How its values are written", ("unit", "per", "decimals", "numerator_words", "denominator_words")),
    (
        "Whose it is, and where it comes from",
        ("owner_post", "source", "source_address", "lag_days", "quality_note"),
    ),
    ("What of it is published", ("is_public", "least_published")),
    (
        "More, if it helps",
        (
            "function",
            "benchmark_metric",
            "position",
            "ended_on",
            "is_demonstration",
            "demonstration_note",
        ),
    ),
    ("About this change", ("reason",)),
)


def _text(label: str, *, most: int = LONGEST_TEXT, rows: int = 0, told: str = "") -> forms.CharField:
    """Words that may be left out."""
    widget = lines(rows) if rows else forms.TextInput()
    return forms.CharField(label=label, required=False, max_length=most, help_text=told, widget=widget)


class IndicatorForm(Form):
    """A definition."""

    code = forms.CharField(
        label="Code",
        max_length=40,
        widget=short(),
        help_text="Your short name for it, such as M01. It is part of its address and stays as it is.",
    )
    name = forms.CharField(
        label="Name", max_length=300, help_text="Such as “Appeals decided within 20 working days”."
    )
    definition = _text("What it is (optional)", rows=2, told="What is counted, and what is not.")
    measured_as = forms.ChoiceField(label="What a value is", choices=MEASURED, widget=forms.RadioSelect)
    better = forms.ChoiceField(label="Which way is better", choices=BETTER, widget=forms.RadioSelect)
    frequency = forms.ChoiceField(label="How often it is measured", choices=FREQUENCIES)
    unit = forms.CharField(
        label="Unit (optional)",
        required=False,
        max_length=60,
        widget=short(),
        help_text="Such as %, £, days, or per 1,000 people.",
    )
    per = forms.IntegerField(
        label="A share or rate is out of (optional)",
        required=False,
        min_value=1,
        max_value=1_000_000_000,
        widget=short(5),
        help_text="100 for percent, 1000 for a rate for each 1,000. Left empty: 100 with %, else 1.",
    )
    decimals = forms.IntegerField(
        label="Decimal places", min_value=0, max_value=10, initial=0, widget=short(2)
    )
    numerator_words = _text("What is counted (optional)", told="Such as “appeals decided in time”.")
    denominator_words = _text("Out of what (optional)", told="Such as “all appeals decided”.")
    owner_post = _text(
        "Who answers for it (optional)", most=200, told="A post, such as Director of Children."
    )
    source = _text("Source (optional)", most=300, told="Where the values come from.")
    source_address = forms.URLField(
        label="Address of the source (optional)", required=False, max_length=1000, assume_scheme="https"
    )
    lag_days = forms.IntegerField(
        label="Days until a value arrives (optional)",
        required=False,
        min_value=0,
        max_value=3_660,
        widget=short(4),
        help_text="After the last day of its period. With this, the board says when a value is late.",
    )
    quality_note = _text("About its quality (optional)", rows=2, told="What must be known to read it.")
    is_public = forms.BooleanField(
        label="It may be published",
        required=False,
        initial=True,
        help_text="Without this, no copy for the public says anything of it, nor of an index it is part of.",
    )
    least_published = forms.IntegerField(
        label="Counts under this are withheld (optional)",
        required=False,
        min_value=0,
        max_value=1_000,
        widget=short(3),
        help_text="Where people are counted, mostly 5: a small count can say something of one of them.",
    )
    function = _text(
        "Function (optional)", most=40, told="The code of the function it tells of, such as F12."
    )
    benchmark_metric = forms.ChoiceField(
        label="Compare with a national series (optional)", required=False, choices=()
    )
    position = forms.IntegerField(
        label="Place in lists (optional)",
        required=False,
        min_value=0,
        max_value=100_000,
        widget=short(4),
        help_text="The lowest number comes first.",
    )
    ended_on = DayField(
        label="Measured no more from (optional)",
        required=False,
        help_text="No value is due for periods that begin on this day or later.",
    )
    is_demonstration = forms.BooleanField(label="This is a demonstration", required=False)
    demonstration_note = _text(
        "What the demonstration shows, and whose figures (only for a demonstration)", rows=2
    )

    reason = _text("Why it changes (optional)", rows=2, told="It stands beside the change, in public too.")

    def __init__(
        self, *args: Any, metrics: Sequence[tuple[str, str]], held: IndicatorEntry | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        series: Any = self.fields["benchmark_metric"]
        series.choices = [("", "None"), *metrics]
        if not metrics:
            del self.fields["benchmark_metric"]
        if held is not None:
            del self.fields["code"]
        else:
            del self.fields["reason"]
        self.held = held

    def clean_code(self) -> str:
        """Not a word that is the address of a page."""
        code = str(self.cleaned_data["code"])
        if is_address(code, words=OF_INDICATORS):
            raise forms.ValidationError(f"Code: “{code}” is the address of a page. Choose another")
        return code

    def parts(self) -> Iterator[tuple[str, list[BoundField]]]:
        """The boxes in their parts."""
        for heading, names in PARTS:
            if boxes := [self[name] for name in names if name in self.fields]:
                yield heading, boxes

    def entry(self) -> IndicatorEntry:
        """What was typed, as the record takes it."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "reason"}
        said["per"] = said["per"] or (100 if said["unit"] == "%" else 1)
        said["position"] = said["position"] or 0
        said["least_published"] = said["least_published"] or 0
        said["better"] = Better(said["better"])
        said["measured_as"] = MeasuredAs(said["measured_as"])
        said["frequency"] = Frequency(said["frequency"])
        if self.held is not None:
            said["code"] = self.held.code
            said.setdefault("benchmark_metric", self.held.benchmark_metric)
        return IndicatorEntry(**said)
