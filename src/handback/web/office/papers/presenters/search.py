"""What a search found, grouped, with the words found set apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from handback.records.documents.queries import Found
from handback.records.documents.search import Piece, words_of
from handback.records.powers.recordfile.standing import Standing
from handback.web.shared import words

if TYPE_CHECKING:
    from handback.records.people.models import Authority

MOST = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: where it is, what it is called and what else is told of it."""

    href: str
    title: tuple[Piece, ...]
    more: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one sort; `beyond` counts those that are not listed."""

    name: str
    hits: tuple[Hit, ...]
    beyond: int = 0


def groups_of(authority: "Authority", standing: Standing, typed: str, documents: list[Found]) -> list[Group]:
    """The groups in which something was found."""
    wanted = words_of(typed)
    if not wanted:
        return []
    slug = authority.slug
    found = [
        _group("Functions", _functions(standing, wanted, slug)),
        _group("Instruments", _instruments(standing, wanted, slug)),
        _group("People", _people(standing, wanted, slug)),
        _group("Documents", (_document(each, slug) for each in documents)),
    ]
    return [group for group in found if group.hits]


def _group(name: str, hits: Iterable[Hit]) -> Group:
    every = tuple(hits)
    return Group(name, every[:MOST], max(0, len(every) - MOST))


def _functions(standing: Standing, wanted: list[str], slug: str) -> Iterator[Hit]:
    for code, entry in standing.functions.items():
        group = standing.group_labels.get(entry.function.group, entry.function.group)
        title = f"{code} {entry.function.name}"
        if _has(wanted, title, group, entry.note):
            yield Hit(
                reverse("office-function", args=[slug, code]), marked(title, wanted), marked(group, wanted)
            )


def _instruments(standing: Standing, wanted: list[str], slug: str) -> Iterator[Hit]:
    for code, entry in standing.instruments.items():
        title = f"{code} {entry.instrument.title}"
        makers = words.sentence_list(entry.makers)
        if _has(wanted, title, entry.instrument.kind.value, makers, entry.note):
            kind = entry.instrument.kind.value.capitalize()
            told = f"{kind}, in force from {words.day(entry.instrument.in_force_on)}"
            more = f"{told}. Made by {makers}." if makers else f"{told}."
            yield Hit(
                reverse("office-instrument", args=[slug, code]), marked(title, wanted), marked(more, wanted)
            )


def _people(standing: Standing, wanted: list[str], slug: str) -> Iterator[Hit]:
    for entry in standing.record.appointments:
        if _has(wanted, entry.person, entry.role, entry.portfolio_words, entry.note):
            dates = words.period(entry.period) if entry.period else "no source says when"
            more = f"{entry.role}, {dates}"
            yield Hit(
                reverse("office-commissioners", args=[slug]),
                marked(entry.person, wanted),
                marked(more, wanted),
            )


def _document(found: Found, slug: str) -> Hit:
    return Hit(reverse("office-document", args=[slug, found.pk]), found.name, found.excerpt)


def _has(wanted: list[str], *texts: str) -> bool:
    """Whether every word wanted begins a word of the texts."""
    known = words_in(" ".join(texts))
    return all(any(word.startswith(part) for word in known) for part in wanted)


def words_in(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return re.findall(r"[^\W_]+", text.lower())


def marked(text: str, wanted: list[str]) -> tuple[Piece, ...]:
    """A text with the words that begin as wanted set apart."""
    begins = "|".join(re.escape(word) for word in sorted(wanted, key=len, reverse=True))
    pieces = re.split(rf"(?i)((?<![^\W_])(?:{begins})[^\W_]*)", text)
    return tuple((piece, n % 2 == 1) for n, piece in enumerate(pieces) if piece)
