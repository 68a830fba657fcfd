"""An instrument with all that it does: several forms that are filled in, checked and told about as one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from django import forms
from django.forms.boundfield import BoundField

from handback.core.powers import InstrumentKind
from handback.records.powers.actions import FieldProblem
from handback.web.office.papers.forms.effects import (
    FROM_A_LATER_DAY,
    ITSELF,
    ConditionForm,
    ExtensionForm,
    LegalBasisForm,
    RevocationForm,
)
from handback.web.office.papers.forms.entries import (
    SOURCES,
    EntryForm,
    Values,
    capitalised,
    lines,
    short,
)
from handback.web.office.papers.forms.moves import MoveForm
from handback.web.office.papers.forms.offers import Offers
from handback.web.shared.forms import DayField

MOST_ROWS = 40  # of each list, however many are asked for; what a draft has already is shown in any case
OF_A_ROW = re.compile(r"(\w+)\[(\d+)\]\.?(.*)")
LINES = "One on each line."
REVOKES_ITSELF = "cannot revoke itself"
F = TypeVar("F", bound=EntryForm)


class InstrumentForm(EntryForm):
    """An instrument without its lists."""

    listed = ("sources", "makers", "also")

    title = forms.CharField(label="Title", max_length=300, help_text="As the document itself has it.")
    code = forms.CharField(
        label="Code", max_length=20, widget=short(), help_text="Your short name for it, such as I01."
    )
    kind = forms.ChoiceField(label="What sort of document", choices=capitalised(InstrumentKind))
    made_on = DayField(label="Made on", help_text="The day it was signed.")
    in_force_on = DayField(label="In force from", help_text="The first day on which it works.")
    expires_on = DayField(label="Last day in force", help_text="Leave empty if it states none.")
    makers = forms.CharField(label="Who made it", widget=lines(), help_text=LINES)
    sources = forms.CharField(label="Sources", widget=lines(), help_text=SOURCES)
    amends = forms.MultipleChoiceField(
        label="Instruments that it amends",
        widget=forms.CheckboxSelectMultiple,
        help_text="Where both say who holds a function from one day on, the one that amends counts.",
    )
    also = forms.CharField(label="What else it says", widget=lines(3), help_text=LINES)
    note = forms.CharField(label="Note", max_length=2000, widget=lines())

    def offered(self) -> dict[str, str]:
        """Instruments of the record."""
        return {"amends": "instrument"}


class Rows(Generic[F]):
    """The forms of one list of the entry: one for each that it has, and `empty` ones to add more.

    `name` is the list's name in the entry, and how its fields are named when they are sent; under the name
    itself a page sends how many forms it had.
    """

    def __init__(
        self, form: type[F], name: str, data: Any, known: Sequence[Values], *, offers: Offers, empty: int
    ) -> None:
        self.name = name
        self.known = known
        self.asked = data is None or name in data
        shown = len(known) + empty
        self.forms: list[F] = [
            form(
                data if data is not None and any(key.startswith(f"{name}-{n}-") for key in data) else None,
                prefix=f"{name}-{n}",
                initial=form.opening(known[n] if n < len(known) else {}),
                offers=offers,
            )
            for n in range(min(_count(data, name, shown), max(shown, MOST_ROWS)))
        ]

    def __iter__(self) -> Iterator[F]:
        return iter(self.forms)

    def __len__(self) -> int:
        return len(self.forms)

    @property
    def kept(self) -> list[F]:
        """The forms that were sent and stand for an entry."""
        return [form for form in self.forms if form.is_bound and form.values()]

    @property
    def opened(self) -> bool:
        """Whether the list should be shown at once: something stands in it."""
        return bool(self.known) or any(form.errors for form in self.forms if form.is_bound)

    def values(self) -> list[Values]:
        """The entries as the forms have them; as they were, where the page did not ask for them."""
        return [form.values() for form in self.kept] if self.asked else list(self.known)


class InstrumentForms:
    """An instrument's own form and one for each entry of its lists. `more` asks for one more move."""

    def __init__(self, data: Any, values: Mapping[str, Any], *, offers: Offers, more: bool = False) -> None:
        self.offers = offers
        self.head = InstrumentForm(data, initial=InstrumentForm.opening(values), offers=offers)

        known = {**values, "revokes": _renamed(values.get("revokes", ()), values.get("code", ""), ITSELF[0])}

        def rows(form: type[F], name: str, empty: int = 1) -> Rows[F]:
            return Rows(form, name, data, known.get(name, ()), offers=offers, empty=empty)

        self.moves = rows(MoveForm, "moves", int(more))
        self.revokes = rows(RevocationForm, "revokes")
        self.extends = rows(ExtensionForm, "extends")
        self.conditions = rows(ConditionForm, "conditions")
        self.legal_bases = rows(LegalBasisForm, "legal_bases")

    @property
    def has_others(self) -> bool:
        """Whether the record has instruments on which this one may act."""
        return bool(self.offers.of("instrument"))

    @property
    def lists(self) -> tuple[Rows[Any], ...]:
        """Its lists, in the order of the page."""
        return (self.moves, self.revokes, self.extends, self.conditions, self.legal_bases)

    @property
    def _all(self) -> list[EntryForm]:
        return [self.head, *(form for rows in self.lists for form in rows)]

    def __iter__(self) -> Iterator[BoundField]:
        for form in self._all:
            yield from form

    @property
    def errors(self) -> dict[str, Any]:
        """What is wrong in any of the forms."""
        return {f"{form.prefix}": form.errors for form in self._all if form.errors}

    def non_field_errors(self) -> list[Any]:
        """What is wrong with no field in particular."""
        return [error for form in self._all for error in form.non_field_errors()]

    def is_valid(self) -> bool:
        """Whether everything that was sent can be read."""
        return not [form for form in self._all if form.is_bound and not form.is_valid()]

    def values(self) -> Values:
        """The entry of the instrument with its lists; moves are always given, the others where they are."""
        head = self.head.values()
        lists = {rows.name: rows.values() for rows in self.lists}
        lists["revokes"] = _renamed(lists["revokes"], ITSELF[0], head.get("code", ""))
        return {
            **head,
            **{name: said for name, said in lists.items() if said or name == "moves"},
        }

    @property
    def _of_itself(self) -> list[RevocationForm]:
        """The revocations that say this instrument revokes itself."""
        return [form for form in self.revokes.kept if form.cleaned_data["instrument"] == ITSELF[0]]

    def tell(self, problem: FieldProblem) -> None:
        """Show a fault beside the field of the instrument, or of the entry of a list, that it is about."""
        if REVOKES_ITSELF in problem.sentence and (own := self._of_itself):
            begins = self.head.values().get("in_force_on") or ""
            wrong = [form for form in own if form.values().get("on", "") <= begins]
            (wrong or own)[0].add_error("on", FROM_A_LATER_DAY)
            return
        found = OF_A_ROW.match(problem.field)
        kept = next((rows.kept for rows in self.lists if found and rows.name == found[1]), [])
        if found and int(found[2]) < len(kept):
            kept[int(found[2])].tell(FieldProblem(found[3], problem.sentence))
        else:
            self.head.tell(problem)


def _renamed(revocations: Sequence[Values], old: str, new: str) -> list[Values]:
    """Revocations in which one instrument goes by another name."""
    return [{**one, "instrument": new} if one.get("instrument") == old else one for one in revocations]


def _count(data: Any, name: str, known: int) -> int:
    """How many forms of a list were sent, or are to be shown."""
    if data is None:
        return known
    text = str(data.get(name, ""))
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else known
