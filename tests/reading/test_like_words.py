"""The passages read the same where some words stand for others that mean the same there.

A rule that was written to one wording shows at once: its claim is lost with the word. The cases of a pair are
all passages that hold its first words; what it exchanges is exchanged in what is expected as well.
"""

import re
from dataclasses import replace

import pytest

from tests.reading.test_passages import KINDS, cases, keys_found

ALIKE = [
    ("approved", "ratified"),
    ("refused", "rejected"),
    ("deferred", "postponed"),
    ("in consultation with", "after consulting"),
    ("in consultation with", "following consultation with"),
    ("in consultation with", "having consulted"),
    ("undertook to", "promised to"),
    ("undertook to", "pledged to"),
    ("asked for", "requested"),
    ("report back", "come back with a report"),
    ("by the end of", "no later than the end of"),
    ("by the end of", "before the end of"),
    ("the Secretary of State", "the Minister"),
    ("the commissioners", "the three commissioners"),
    ("returned to", "handed back to"),
    ("returned to", "restored to"),
    ("returned to", "given back to"),
    ("handed back", "given back"),
    ("once again", "again"),
    ("once more", "again"),
    ("on behalf of", "for"),
    ("exercise", "discharge"),
    ("will exercise", "will run"),
    ("to exercise", "to run"),
    ("exercised by", "run by"),
    ("remain with", "stay with"),
    ("retain", "keep"),
    ("exercised by", "discharged by"),
    ("per cent", "percent"),
    ("Committee", "Panel"),
    ("Committee", "Board"),
    ("Chief Executive", "Town Clerk"),
    ("Head of", "Director of"),
]
PASSAGES = [case for kind in KINDS for case in cases(kind)]


@pytest.mark.parametrize(("word", "like"), ALIKE, ids=lambda words: words)
def test_a_passage_reads_the_same_in_like_words(word, like):
    exchange = re.compile(rf"\b{word}\b")
    holding = [case for case in PASSAGES if exchange.search(case.words)]
    lost = []

    for case in holding:
        said = replace(case, words=exchange.sub(like, case.words))
        expected = sorted(exchange.sub(like, key) for key in case.expected)
        if keys_found(said) != expected:
            lost.append(said.words)

    assert holding
    assert lost == []
