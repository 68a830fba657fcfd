"""An instrument with its moves: several forms that are filled in, checked and told about as one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from handback.core.powers import Oversight
from handback.records.powers.actions import FieldProblem
from handback.web.office.papers.forms.entries import (
    EntryForm,
    InstrumentForm,
    bound_fields,
    capitalised,
    lines,
)
from handback.web.office.papers.forms.offers import Offers
from handback.web.shared.forms import DayField

Values = dict[str, Any]
MOST_MOVES = 40
UNCHANGED = ("", "Not changed by this move")
REACHES = [
    ("functions", "Functions that I choose"),
    ("group", "A group of functions"),
    ("all_executive", "All executive functions"),
    ("all", "All functions"),
]
OF_A_MOVE = re.compile(r"moves\[(\d+)\]\.?(.*)")


class MoveForm(EntryForm):
    """One change that an instrument makes."""

    listed = ()

    reach = forms.ChoiceField(label="Which functions", choices=REACHES, widget=forms.RadioSelect)
    functions = forms.MultipleChoiceField(label="Functions", widget=forms.CheckboxSelectMultiple)
    group = forms.ChoiceField(label="Group")
    exceptions = forms.MultipleChoiceField(label="But not these", widget=forms.CheckboxSelectMultiple)
    holder = forms.ChoiceField(label="Who is to hold them")
    oversight = forms.ChoiceField(label="Oversight kept", choices=[UNCHANGED, *capitalised(Oversight)])
    overseer = forms.ChoiceField(label="Who keeps the oversight")
    terms = forms.CharField(label="Terms", max_length=2000, widget=lines())
    on = DayField(label="Day of the change, if not the instrument’s first day")
    inferred = forms.CharField(label="If no source states that day: why it is inferred", max_length=2000)
    remove = forms.BooleanField(label="Leave this move out")

    def __init__(self, *args: Any, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, offers=offers, **kwargs)
        holder: Any = self.fields["holder"]
        holder.choices = [("", "Nobody new: only the oversight changes"), *offers.of("party")]

    def offered(self) -> dict[str, str]:
        """What the record has."""
        return {
            "functions": "function",
            "exceptions": "function",
            "group": "group or none",
            "holder": "party or none",
            "overseer": "party or none",
        }

    @classmethod
    def opening(cls, values: Mapping[str, Any]) -> Values:
        """A move as its fields have it."""
        scope: Mapping[str, Any] = values.get("scope", {})
        reach = next((name for name, _ in REACHES if name in scope), "functions")
        kept = {name: values[name] for name in cls.base_fields if name in values}
        return kept | {
            "reach": reach,
            "functions": scope.get("functions", []),
            "group": scope.get("group", ""),
            "exceptions": scope.get("except", []),
        }

    def values(self) -> Values:
        """The move as an entry has it."""
        said = super().values()
        reach = said.pop("reach", "functions")
        scope: Values = {"all_executive": {"all_executive": True}, "all": {"all": True}}.get(reach) or {
            name: said[name] for name in (reach,) if name in said
        }
        if "exceptions" in said:
            scope = {**scope, "except": said["exceptions"]}
        for name in ("functions", "group", "exceptions", "remove"):
            said.pop(name, None)
        return {"scope": scope, **said}

    def tell(self, problem: FieldProblem) -> None:
        """A fault of the scope is shown beside the choice that it comes from."""
        if problem.field.startswith("scope"):
            chosen = self.cleaned_data.get("reach") or "functions"
            place = "exceptions" if ".except" in problem.field else chosen
            name = place if place in self.fields else "reach"
            empty = "exactly one of" in problem.sentence
            self.add_error(name, "Choose which functions this move covers" if empty else problem.sentence)
        else:
            super().tell(FieldProblem(problem.field or "holder", problem.sentence))


class InstrumentForms:
    """An instrument's own form and one for each of its moves. `more` asks for one more move."""

    def __init__(self, data: Any, values: Mapping[str, Any], *, offers: Offers, more: bool = False) -> None:
        self.offers = offers
        self.head = InstrumentForm(data, initial=InstrumentForm.opening(values), offers=offers)
        known: Sequence[Mapping[str, Any]] = values.get("moves", ())
        count = _count(data, len(known)) + more
        self.moves = [
            MoveForm(
                data if data is None or f"move-{n}-reach" in data else None,
                prefix=f"move-{n}",
                initial=MoveForm.opening(known[n] if n < len(known) else {}),
                offers=offers,
            )
            for n in range(min(count, MOST_MOVES))
        ]

    def __iter__(self) -> Iterator[BoundField]:
        return bound_fields(self.head, *self.moves)

    @property
    def kept(self) -> list[MoveForm]:
        """The moves that were sent and are not left out."""
        return [form for form in self.moves if form.is_bound and not form.cleaned_data.get("remove")]

    @property
    def errors(self) -> dict[str, Any]:
        """What is wrong in any of the forms."""
        return {f"{form.prefix}": form.errors for form in (self.head, *self.moves) if form.errors}

    def non_field_errors(self) -> list[Any]:
        """What is wrong with no field in particular."""
        return [error for form in (self.head, *self.moves) for error in form.non_field_errors()]

    def is_valid(self) -> bool:
        """Whether everything that was sent can be read."""
        return not [form for form in (self.head, *self.moves) if form.is_bound and not form.is_valid()]

    def values(self) -> Values:
        """The entry of the instrument with its moves."""
        return {**self.head.values(), "moves": [form.values() for form in self.kept]}

    def tell(self, problem: FieldProblem) -> None:
        """Show a fault beside the field of the instrument or of the move that it is about."""
        found = OF_A_MOVE.match(problem.field)
        if found and int(found[1]) < len(self.kept):
            self.kept[int(found[1])].tell(FieldProblem(found[2], problem.sentence))
        else:
            self.head.tell(problem)


def _count(data: Any, known: int) -> int:
    """How many moves were sent, or stand in the draft."""
    if data is None:
        return known
    text = str(data.get("moves", ""))
    return min(int(text), MOST_MOVES) if text.isascii() and text.isdecimal() and len(text) < 4 else known
