"""Rules are only asked of sentences that hold letters they cannot do without, and miss nothing by it."""

import re
import sys

import pytest

from handback.reading import read
from handback.reading.claims.every_rule import claims_of
from handback.reading.words.later import later
from handback.reading.words.letters import folded, letters_of
from handback.reading.words.watch import EVERYTHING, Sights, Waiting, waits, watch
from tests.reading.test_passages import KINDS, cases


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_finds_the_same_where_it_looks_at_every_sentence(kind):
    for case in cases(kind):
        document = read(case.words.encode())

        assert claims_of(document) == claims_of(document, gated=False), case.words


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_finds_the_same_in_all_passages_on_one_page(kind):
    document = read("\n\n".join(case.words for case in cases(kind)).encode())

    assert claims_of(document) == claims_of(document, gated=False)


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\b(?:recommendations?|proposals?)\b", {"recommendation", "proposal"}),
        (r"as (?:set out|per)\b", {"set", "per"}),
        (r"(?:It was )?RESOLVED(?: that)?", {"resolved"}),
        (r"[Tt]he [^.;]{2,60} ferr(?:y|ies)", {"ferry", "ferries"}),
        (r"(?:fog )*horns?|(?<=sea )walls", {"horn", "walls"}),
        (r"£ ?\d+", {"£"}),
        (r"(?i:tide)s(?! out)|ebb{1,2}", {"tides", "eb"}),
    ],
)
def test_the_letters_of_a_pattern_are_those_that_all_its_matches_hold(pattern, letters):
    assert letters_of(re.compile(pattern)) == letters


@pytest.mark.parametrize("pattern", [r"[^.]+", r"ferry|", r"(?:ferry)?", r"\w+ \w+", r"ferry|\w"])
def test_a_pattern_that_matches_without_letters_is_not_watched_for(pattern):
    with pytest.raises(ValueError, match="without any letters"):
        letters_of(re.compile(pattern))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("SIS", "\u017fi\u017f"), ("sis", "S\u0130S"), (r"\d", "\u0663"), ("kiln", "\u212aILN")],
)
def test_letters_are_folded_as_patterns_fold_them(pattern, text):
    assert re.search(pattern, text, re.I)

    assert any(letters in folded(text) for letters in letters_of(re.compile(pattern, re.I)))


def test_folding_keeps_every_character_at_its_place():
    assert folded("A\u0130B\u0663 \u017f") == "aib0 s"


def test_a_gate_is_open_where_its_letters_stand_and_nowhere_else():
    gate = watch(letters=("harrowmere quay",))
    sights = Sights("The ferry left Harrowmere Quay at noon.")

    assert [bool(sights.between(*place) & gate) for place in ((0, 15), (15, 30), (30, 39))] == [
        False,
        True,
        False,
    ]


def test_nothing_is_shut_out_where_nobody_has_looked():
    assert Sights("The ferry left.", gated=False).between(0, 3) == EVERYTHING


def patterns() -> list[object]:
    """Everything that the modules of the rules have names for."""
    modules = [module for name, module in sys.modules.items() if name.startswith("handback.reading.claims")]
    return [one for module in modules for one in vars(module).values()]


def waiting() -> list[Waiting]:
    """Every pattern of the rules that waits for its letters."""
    return [one for one in patterns() if isinstance(one, Waiting)]


def test_every_pattern_that_waits_has_letters_to_wait_for():
    assert waiting()
    assert all(one.letters for one in waiting())


def test_a_pattern_that_waits_finds_all_that_it_would_have_found():
    for kind in KINDS:
        for case in cases(kind):
            for one in waiting():
                if one.pattern.search(case.words):
                    assert one.may_match(case.words), (one.pattern.pattern, case.words)


def test_every_pattern_that_is_compiled_later_can_be_compiled():
    seldom_tried = [one for one in patterns() if type(one) is type(later(""))]

    assert seldom_tried
    assert all(re.compile(one.pattern, one.flags) for one in seldom_tried)


def test_a_pattern_compiled_later_finds_what_the_pattern_finds():
    assert later("ferr(y|ies)", re.I).findall("FERRY and ferries") == ["Y", "ies"]


def test_a_pattern_compiled_later_can_be_watched_for():
    watched = watch(later("harrowmere (pier|jetty)"))

    assert Sights("Harrowmere Jetty").anywhere & watched


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The old ferry will sail.", (0, 18)),
        ("Boats; the ferry will sail", (6, 21)),
        ("He will sail", None),
        ("The ferry, which sails", None),
    ],
)
def test_a_pattern_that_begins_with_a_run_is_tried_where_its_rest_stands(words, place):
    found = waits(r"(?P<what>[^.;:]{4,80}?) will\b").search(words)

    assert (found and found.span()) == place


def test_the_rest_of_a_pattern_is_looked_for_only_where_the_pattern_is_tried():
    pattern = waits(r"(?P<what>[^.;:]{2,80}?) will$")

    assert pattern.search("ferries will sail", 0, 12)
    assert pattern.search("ferries will sail, they will", 3, 14) is None
