"""Drafts by a name that people know them by, and what they became."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.urls import NoReverseMatch, reverse

if TYPE_CHECKING:
    from handback.records.powers.models import Draft

KINDS = {"instrument": "instrument", "appointment": "appointment", "event": "event"}
STATES = {
    "waiting": ("Waiting to be completed", "waiting"),
    "recorded": ("Part of the record", "good"),
    "discarded": ("Put aside", "quiet"),
}
LONGEST = 70  # characters of a name in a list


def name_of(draft: "Draft") -> str:
    """Instrument I08: Directions of 2016; or what is known of it so far."""
    said: dict[str, Any] = draft.values
    words = said.get("title") or said.get("person") or said.get("text") or said.get("note") or ""
    known = " ".join(filter(None, [KINDS[draft.kind].capitalize(), str(said.get("code", ""))]))
    told = str(words) if len(str(words)) <= LONGEST else f"{str(words)[: LONGEST - 1]}…"
    return f"{known}: {told}" if told else known


def choices_of(drafts: Iterable["Draft"]) -> list[tuple[str, str]]:
    """Drafts that a claim can be added to, as choices of a form."""
    return [(str(row.pk), f"The draft {name_of(row)[:1].lower()}{name_of(row)[1:]}") for row in drafts]


def row_of(draft: "Draft") -> dict[str, Any]:
    """A draft as a row of the list."""
    words, tag = STATES[draft.state]
    return {"row": draft, "name": name_of(draft), "state": words, "tag": tag}


def became(draft: "Draft", slug: str) -> tuple[str, str]:
    """Words and an address for what a recorded draft became."""
    places = {
        "instrument": ("See the instrument", "office-instrument", [slug, draft.became]),
        "appointment": ("See the commissioners", "office-commissioners", [slug]),
        "event": ("See the timeline", "office-home", [slug]),
    }
    words, name, values = places[draft.kind]
    try:
        return words, reverse(name, args=values)
    except NoReverseMatch:
        return "", ""
