"""Every claim is marked where it stands, however claims overlap, and no word of the text is lost."""

from types import SimpleNamespace

import pytest

from handback.web.office.papers.presenters.documents import A_PART, DocumentPage

TEXT = "Cabinet agreed the plan.\n\nThe Leader noted it."


def page(*spans, text=TEXT, passages=None, part=""):
    claims = [
        SimpleNamespace(start=start, end=end, quote=text[start:end], type="decision", state="proposed", pk=n)
        for n, (start, end) in enumerate(spans)
    ]
    blocks = passages or [["paragraph", 0, 24, "", 0], ["paragraph", 26, 46, "", 0]]
    document = SimpleNamespace(text=text, passages=blocks, completeness="whole", format="text")
    return DocumentPage(document, claims, part=part)


def told(shown):
    return [
        [(piece.text, [claim.number for claim in piece.claims]) for piece in passage.pieces]
        for passage in shown.passages
    ]


def labels(shown):
    return [claim.number for passage in shown.passages for piece in passage.pieces for claim in piece.begin]


def test_a_claim_is_marked_in_its_place():
    assert told(page((8, 23)))[0] == [("Cabinet ", []), ("agreed the plan", [1]), (".", [])]


def test_a_claim_within_another_keeps_both():
    assert told(page((0, 23), (8, 14)))[0] == [
        ("Cabinet ", [1]),
        ("agreed", [1, 2]),
        (" the plan", [1]),
        (".", []),
    ]


def test_claims_that_overlap_keep_both():
    assert told(page((0, 14), (8, 23)))[0][:3] == [("Cabinet ", [1]), ("agreed", [1, 2]), (" the plan", [2])]


def test_claims_side_by_side_stay_apart():
    assert told(page((0, 8), (8, 14)))[0][:2] == [("Cabinet ", [1]), ("agreed", [2])]


def test_a_claim_over_two_passages_is_marked_in_both_and_labelled_once():
    shown = page((15, 36))

    assert [piece for passage in told(shown) for piece in passage if piece[1]] == [
        ("the plan.", [1]),
        ("The Leader", [1]),
    ]
    assert labels(shown) == [1]


@pytest.mark.parametrize("spans", [[(0, 46)], [(0, 5), (0, 5), (0, 5)], [(3, 40), (10, 30), (20, 46)]])
def test_every_claim_has_exactly_one_label(spans):
    assert sorted(labels(page(*spans))) == list(range(1, len(spans) + 1))


def test_a_claim_whose_place_is_in_no_passage_is_still_listed():
    [(claim, marked)] = page((24, 26)).listed

    assert (claim.number, marked) == (1, False)


def test_no_word_between_passages_is_lost():
    shown = page(passages=[["paragraph", 0, 24, "", 0]])

    assert "The Leader noted it." in "".join(text for passage in told(shown) for text, _ in passage)


def test_a_document_without_passages_is_shown_whole():
    assert told(page((8, 14), passages=[["paragraph", 0, 0, "", 0]]))[-1][1] == ("agreed", [1])


def test_a_long_document_is_shown_in_parts_with_every_claim_in_one_of_them():
    text = "x" * A_PART + "yy" * A_PART
    blocks = [["paragraph", at, at + 1000, "", 0] for at in range(0, len(text), 1000)]
    parts = [
        page((10, 20), (2 * A_PART, 2 * A_PART + 5), text=text, passages=blocks, part=str(n))
        for n in (1, 2, 3)
    ]

    assert parts[0].parts == 3
    assert [[claim.number for claim, _ in part.listed] for part in parts] == [[1], [], [2]]


def beside(shown):
    return [
        (len(stretch.passages), [claim.number for claim in stretch.claims]) for stretch in shown.stretches
    ]


def test_claims_stand_beside_the_passage_in_which_they_begin_and_those_without_any_that_follow_it():
    text = "One. Two.\n\nThree.\n\nFour."
    passages = [["paragraph", 0, 9, "", 0], ["paragraph", 11, 17, "", 0], ["paragraph", 19, 24, "", 0]]

    assert beside(page((0, 4), (5, 9), (19, 24), text=text, passages=passages)) == [(2, [1, 2]), (1, [3])]


def test_a_text_without_claims_is_one_stretch():
    assert beside(page()) == [(2, [])]


def test_the_words_of_a_claim_are_told_again_where_another_crosses_them_or_they_stand_nowhere():
    assert page((0, 7), (8, 23)).quoted == frozenset()
    assert page((8, 14), (8, 14)).quoted == frozenset()
    assert page((0, 14), (8, 23), (24, 26)).quoted == {1, 2, 3}


def test_a_claim_that_was_withdrawn_is_not_counted_and_leaves_no_gap_in_the_numbers():
    shown = page((0, 7), (8, 14), (15, 23))
    rows = [claim.row for claim in shown.claims]
    rows[1].state = "withdrawn"

    again = DocumentPage(shown.document, rows)

    assert again.count == 2
    assert [(claim.number, claim.row.start) for claim in again.shown] == [(1, 0), (2, 15)]
