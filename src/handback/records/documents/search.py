"""Finding words in documents: SQLite's FTS5 or PostgreSQL's full text, behind one thin API.

1. The index is derived from the documents. Nothing in it is a fact; `rebuild` makes it afresh.
2. What people type is words, never a query language: quotes, asterisks and the rest are separators.
3. All the words must stand in a document (on PostgreSQL, in one part of PART characters); the last may be the
   beginning of one. Newest documents come first, so that a common word costs no more than a rare one.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from handback.records.documents.models import Document
from handback.records.people.models import Authority

MOST_FOUND = 20
MOST_WORDS = 12
LONGEST_WORD = 60  # characters
PART = 100_000  # characters; PostgreSQL refuses to index much more than ten times this at once
BEGINS, ENDS = "\x02", "\x03"  # around a word found; taken out of every text before it is indexed

Piece = tuple[str, bool]

_ON_SQLITE = """
SELECT rowid, highlight(documents_words, 1, %s, %s), snippet(documents_words, 2, %s, %s, '…', 30)
FROM documents_words WHERE documents_words MATCH %s AND authority = %s ORDER BY rowid DESC LIMIT %s
"""
_ON_POSTGRESQL = """
SELECT document_id, ts_headline('english', name, query, %s), ts_headline('english', words, query, %s)
FROM documents_words, to_tsquery('english', %s) AS query
WHERE vector @@ query AND authority_id = %s ORDER BY document_id DESC, part LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A document in which the words stand. Pieces are text, and whether it is one of the words."""

    pk: int
    name: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]


def words_of(typed: str) -> list[str]:
    """The words in what somebody typed, in small letters, at most MOST_WORDS."""
    found = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", typed).lower())
    return [word[:LONGEST_WORD] for word in found[:MOST_WORDS]]


def find(authority: Authority, typed: str) -> list[Found]:
    """An authority's documents that hold the words, newest first, at most MOST_FOUND."""
    words = words_of(typed)
    if not words:
        return []
    ask = _postgresql if connection.vendor == "postgresql" else _sqlite
    found: dict[int, Found] = {}
    for pk, name, excerpt in ask(authority.pk, words):
        found.setdefault(pk, Found(pk, _pieces(name), _pieces(excerpt)))
    return list(found.values())[:MOST_FOUND]


def index(document: Document) -> None:
    """Put a document's title, name and text in the index, in place of what stood there."""
    called = ", ".join(dict.fromkeys(filter(None, (document.title, document.name))))
    name, text = _unmarked(called), _unmarked(document.text)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "INSERT OR REPLACE INTO documents_words (rowid, authority, name, words)"
                " VALUES (%s, %s, %s, %s)",
                [document.pk, document.authority_id, name, text],
            )
            return
        cursor.execute("DELETE FROM documents_words WHERE document_id = %s", [document.pk])
        for part, words in enumerate(_parts(text)):
            cursor.execute(
                "INSERT INTO documents_words (document_id, part, authority_id, name, words, vector)"
                " VALUES (%s, %s, %s, %s, %s, to_tsvector('english', %s))",
                [document.pk, part, document.authority_id, name, words, f"{name}\n{words}"],
            )


def rebuild() -> int:
    """Make the whole index afresh from the documents; how many there are."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM documents_words")
        done = 0
        for document in Document.objects.order_by("pk").iterator(chunk_size=20):
            index(document)
            done += 1
    return done


def _sqlite(authority: int, words: list[str]) -> Iterable[tuple[int, str, str]]:
    query = " ".join(f'"{word}"' for word in words) + "*"
    marks = [BEGINS, ENDS]
    return _rows(_ON_SQLITE, [*marks, *marks, query, authority, MOST_FOUND])


def _postgresql(authority: int, words: list[str]) -> Iterable[tuple[int, str, str]]:
    query = " & ".join(f"'{word}'" for word in words) + ":*"
    marks = f"StartSel={BEGINS}, StopSel={ENDS}"
    short = f"{marks}, MaxFragments=1, MinWords=12, MaxWords=30"
    return _rows(_ON_POSTGRESQL, [f"{marks}, HighlightAll=true", short, query, authority, 3 * MOST_FOUND])


def _rows(query: str, values: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def _parts(text: str) -> list[str]:
    return [text[at : at + PART] for at in range(0, len(text), PART)] or [""]


def _unmarked(text: str) -> str:
    return text.translate({0: " ", ord(BEGINS): " ", ord(ENDS): " "})


def _pieces(marked: str) -> tuple[Piece, ...]:
    """Text with its words found set apart."""
    found: list[Piece] = []
    for n, piece in enumerate(re.split(f"[{BEGINS}{ENDS}]", marked)):
        if piece:
            found.append((piece, n % 2 == 1))
    return tuple(found)
