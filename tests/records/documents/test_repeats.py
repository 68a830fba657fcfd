"""The same words in other documents are told, however often they were said elsewhere."""

import pytest

from handback.records.documents import actions, queries
from handback.records.people import actions as people
from tests.support.harrowmere import CLERK, MORNING

DECIDED = "Cabinet, 4 March 2016\n\nRESOLVED: That the new licensing strategy be approved.\n"


@pytest.fixture
def elsewhere(harrowmere):
    return people.open_record(
        slug="eastmoor",
        name="Eastmoor Council",
        gss="E08000998",
        gss_as_of=None,
        is_demonstration=True,
        note="",
        by=CLERK,
        at=MORNING,
    )


@pytest.fixture
def decided(read):
    """Documents in which one thing was decided, each with something of its own beside it."""

    def document(number, *, day="4 March 2016"):
        words = DECIDED.replace("4 March 2016", day)
        return read(f"{words}\nPresent: {number} members.\n", name=f"{number}.txt")

    return document


def decision(document):
    return document.claims.get(type="decision")


def test_what_other_councils_say_hides_nothing(decided, elsewhere):
    for number in range(queries.MOST_LIKE + 3):
        content = f"{DECIDED}\nPresent: {number} of Eastmoor.\n".encode()
        kept = actions.keep(elsewhere, content, name="a.txt", by=CLERK, at=MORNING)
        actions.read(kept.pk, by=CLERK, at=MORNING)
    first, second = decision(decided(1)), decision(decided(2))

    assert queries.repeated([second], authority=second.document.authority) == {second.pk: [first]}


def test_what_was_accepted_is_told_before_what_waits_too(decided, ada):
    several = [decision(decided(number)) for number in range(queries.MOST_LIKE + 2)]
    actions.accept(several[-1].pk, by=ada, at=MORNING)
    mine = several[0]

    told = queries.repeated([mine], authority=mine.document.authority)[mine.pk]

    assert told[0] == several[-1]
    assert len(told) == queries.MOST_LIKE


def test_the_same_words_of_another_day_are_not_told(decided):
    first, second = decision(decided(1)), decision(decided(2, day="5 March 2016"))

    assert queries.repeated([first, second], authority=first.document.authority) == {}


def test_what_was_rejected_is_not_told(decided, ada):
    first, second = decision(decided(1)), decision(decided(2))
    actions.reject(first.pk, reason="Quoted.", by=ada, at=MORNING)

    assert queries.repeated([second], authority=second.document.authority) == {}


def test_many_claims_of_a_document_are_looked_up_in_one_question(decided, django_assert_num_queries):
    document = decided(1)
    decided(2)
    claims = list(queries.claims(document).select_related("document__authority"))

    with django_assert_num_queries(1):
        queries.repeated(claims, authority=document.authority)
