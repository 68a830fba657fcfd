"""Narrowing what was read: by type, certainty, source and what people have made of it."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest

from handback.records.documents.queries import Wanted
from handback.web.office.papers.presenters.claims import TYPES
from handback.web.shared.forms import Form

STATES = {
    "waiting": ("Waiting for a person", ("proposed",)),
    "accepted": ("Accepted", ("accepted", "amended")),
    "rejected": ("Rejected", ("rejected",)),
    "all": ("All", ("proposed", "accepted", "amended", "rejected")),
}
LEAST = (("", "Any"), ("0.6", "60% or more"), ("0.75", "75% or more"), ("0.9", "90% or more"))


class WantedForm(Form):
    """Which claims to show. What cannot be understood narrows nothing."""

    state = forms.ChoiceField(
        label="State", required=False, choices=[(key, words) for key, (words, _) in STATES.items()]
    )
    type = forms.ChoiceField(label="Type", required=False, choices=[("", "All types"), *TYPES.items()])
    least = forms.ChoiceField(label="Certainty", required=False, choices=LEAST)
    source = forms.ChoiceField(label="Source", required=False)
    amiss = forms.BooleanField(label="Only figures that do not hold, and conflicts", required=False)

    def __init__(self, data: Any, *, sources: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__(data)
        choices: Any = [("", "All sources"), *sources]
        source: Any = self.fields["source"]
        source.choices = choices
        self.fields["state"].initial = "waiting"
        self.is_valid()
        self.said: dict[str, Any] = self.cleaned_data

    @classmethod
    def of(cls, request: HttpRequest, *, sources: Iterable[tuple[str, str]] = ()) -> "WantedForm":
        """The form as the address of a page fills it in."""
        asked = request.GET.copy()
        asked.setdefault("state", "waiting")
        return cls(asked, sources=sources)

    @property
    def wanted(self) -> Wanted:
        """The claims that are wanted."""
        _, states = STATES.get(self.said.get("state") or "waiting", STATES["waiting"])
        least = float(self.said.get("least") or 0)
        return Wanted(
            states=states,
            type=self.said.get("type") or "",
            least=least,
            amiss=bool(self.said.get("amiss")),
        )

    @property
    def source_key(self) -> int | None:
        """The key of the source, if one was chosen."""
        chosen = self.said.get("source")
        return int(chosen) if chosen else None

    @property
    def query(self) -> str:
        """The same narrowing as the query of an address; empty where nothing is narrowed."""
        kept = {
            name: value
            for name, value in self.said.items()
            if value and (name, value) != ("state", "waiting")
        }
        return urlencode({name: "on" if value is True else value for name, value in kept.items()})

    @property
    def narrows(self) -> bool:
        """Whether anything is left out beside what was judged."""
        return bool(self.query)
