"""Forms that fill in an entry of a record file. Nothing is required here: the record says what is missing.

A form knows how its fields stand in the entry (`values`, `opening`) and where a fault of the entry is shown
(`tell`), so that an officer sees the fault beside what they typed.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from handback.core.powers import Capacity
from handback.records.powers.actions import FieldProblem
from handback.records.powers.recordfile.values import EventKind
from handback.web.office.papers.forms.offers import Offers
from handback.web.shared.forms import DayField, Form
from handback.web.shared.words import day

MISSING = "This field is missing."
BEFORE = re.compile(r"(\d{4}-\d\d-\d\d) comes before (\d{4}-\d\d-\d\d), which is (\w+)\.")
TWICE = re.compile(r"The code (\S+) is used twice: ")
SOURCES = "One on each line: a web address, or urn:sha256: and the hash of a document that is kept here."

Values = dict[str, Any]


def lines(rows: int = 2) -> forms.Textarea:
    """A box for a few lines."""
    return forms.Textarea(attrs={"rows": rows})


def short() -> forms.TextInput:
    """A box for a code."""
    return forms.TextInput(attrs={"class": "govuk-input--width-10"})


def capitalised(words: Any) -> list[tuple[str, str]]:
    """An enumeration of the field as choices, in its own order."""
    return [(word.value, word.value.capitalize()) for word in words]


class EntryForm(Form):
    """An entry of a record file, or a part of one."""

    listed: tuple[str, ...] = ("sources",)  # fields kept as lists and typed one to a line

    def __init__(self, *args: Any, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offers = offers
        for name, field in self.fields.items():
            field.required = False
            if name in self.offered():
                field.choices = offers.of(self.offered()[name])  # type: ignore[attr-defined]

    def offered(self) -> dict[str, str]:
        """Which fields offer what the record has."""
        return {}

    @classmethod
    def opening(cls, values: Mapping[str, Any]) -> Values:
        """What stands in the fields at first."""
        known = {name: values[name] for name in cls.base_fields if name in values}
        return {name: "\n".join(said) if name in cls.listed else said for name, said in known.items()}

    def values(self) -> Values:
        """What the fields say, as an entry has it; what says nothing is left out."""
        said = {name: self._value(name) for name in self.fields}
        return {name: value for name, value in said.items() if value not in ("", None, [])}

    def _value(self, name: str) -> Any:
        value = self.cleaned_data.get(name)
        if isinstance(value, date):
            return value.isoformat()
        if name in self.listed:
            return list(dict.fromkeys(line.strip() for line in (value or "").splitlines() if line.strip()))
        return value

    def tell(self, problem: FieldProblem) -> None:
        """Show a fault of the entry beside its field, or above all of them."""
        name = re.split(r"[.\[]", problem.field, maxsplit=1)[0]
        if name not in self.fields:
            self.add_error(None, problem.sentence)
            return
        self.add_error(name, self._told(name, problem.sentence))

    def _told(self, name: str, sentence: str) -> str:
        """A fault in the words of the form, which knows fields by their labels and no places in a file."""
        if sentence == MISSING:
            return f"“{self.fields[name].label}” is missing"
        if found := BEFORE.fullmatch(sentence):
            first, second = (day(date.fromisoformat(found[n])) for n in (1, 2))
            earlier = self.fields[found[3]].label if found[3] in self.fields else found[3]
            return f"{first} comes before {second}, which is the day in “{earlier}”"
        if found := TWICE.match(sentence):
            return f"The record already has {found[1]}. Choose another code"
        return sentence


class EventForm(EntryForm):
    """A dated happening."""

    text = forms.CharField(label="What happened", max_length=2000, widget=lines(3))
    on = DayField(label="Day")
    last = DayField(label="Last day, if it took several")
    inferred = forms.CharField(label="If no source states the day: why it is inferred", max_length=2000)
    kind = forms.ChoiceField(label="What sort of event", choices=capitalised(EventKind))
    instrument = forms.ChoiceField(label="Instrument it belongs to")
    sources = forms.CharField(label="Sources", widget=lines(), help_text=SOURCES)

    def offered(self) -> dict[str, str]:
        """Instruments of the record."""
        return {"instrument": "instrument or none"}


class AppointmentForm(EntryForm):
    """That a person held an office."""

    person = forms.CharField(label="Name", max_length=120)
    role = forms.CharField(label="Office", max_length=200, help_text="Such as “Lead commissioner”.")
    capacity = forms.ChoiceField(label="In what capacity they act", choices=capitalised(Capacity))
    first = DayField(label="First day", help_text="Leave empty if no source says.")
    first_inferred = forms.CharField(label="If the first day is inferred: why", max_length=2000)
    last = DayField(label="Last day", help_text="Leave empty while it runs, or if no source says.")
    last_inferred = forms.CharField(label="If the last day is inferred: why", max_length=2000)
    portfolio = forms.MultipleChoiceField(
        label="Functions allotted, where a source lists them", widget=forms.CheckboxSelectMultiple
    )
    portfolio_words = forms.CharField(label="Or how the source describes them", max_length=300)
    note = forms.CharField(label="Note", max_length=2000, widget=lines())
    sources = forms.CharField(label="Sources", widget=lines(), help_text=SOURCES)

    def offered(self) -> dict[str, str]:
        """Functions of the record."""
        return {"portfolio": "function"}

    def values(self) -> Values:
        """The two days are always given: null says that no source states them."""
        return {"first": None, "last": None, **super().values()}
