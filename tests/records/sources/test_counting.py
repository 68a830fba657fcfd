"""What a source holds is counted, in one question, and every page is counted once."""

from dataclasses import asdict

import pytest
from django.db import connection

from handback.records.sources import queries
from handback.records.sources.queries import Counts, Outcome
from tests.support.site import status


def test_nothing_is_known_of_a_source_that_was_never_visited(source):
    assert queries.counts(source) == Counts()


def test_every_page_is_counted_under_one_word(source, site, fetch):
    site.pages["/ieDecisionDetails.aspx?ID=881"] = status(404)
    site.pages["/mgAi.aspx?ID=1011"] = status(500)
    site.pages["/ieIssueDetails.aspx?IId=6021&Opt=3"] = status(403)

    fetch(source, most=22)

    counts = asdict(queries.counts(source))
    assert counts["known"] == sum(number for word, number in counts.items() if word != "known")
    assert (counts["unavailable"], counts["cut"]) == (1, 1)


def test_the_counts_of_every_source_are_one_question(source, add, django_assert_num_queries):
    other = add(name="Others", address="https://moderngov.otherby.example/")

    with django_assert_num_queries(1):
        assert set(queries.counts_of([source, other])) == {source.pk, other.pk}


def test_the_outcomes_of_a_round_are_counted(source, fetch):
    fetch(source)

    assert queries.outcomes(queries.rounds(source).first()) == {Outcome.NEW: queries.pages(source).count()}


@pytest.mark.skipif(
    connection.vendor == "postgresql", reason="it plans by how many rows there are, and here there are few"
)
def test_the_next_page_is_found_by_the_index(source, fetch):
    fetch(source, most=1)

    plan = queries.to_ask_for(queries.open_round(source)).explain()

    assert "page_next_to_ask_for" in plan
