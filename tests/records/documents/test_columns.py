"""What a person says of a table's columns is proposed where its words stand, and in turns."""

import pytest

from handback.reading import trackers
from handback.reading.trackers import Role
from handback.records.audit import queries as audit
from handback.records.audit.verification import verify
from handback.records.documents import actions, queries
from handback.records.documents.as_read import as_read
from tests.support.harrowmere import CLERK, MORNING

SAID = {"action": "What we do", "due": "By"}


def rows_of(document, count):
    data = bytes(document.original.content)
    roles = {Role(role): header for role, header in SAID.items()}
    return trackers.read_rows(as_read(document), trackers.tables(data)[0], roles).claims[:count]


def table(count):
    lines = (f"{n},Mend stall number {n},30 June 2027" for n in range(count))
    return "\n".join(["No,What we do,By", *lines]) + "\n"


@pytest.fixture
def propose():
    def said(document, claims):
        return actions.propose(document.pk, claims, signature="s", columns=SAID, by=CLERK, at=MORNING)

    return said


def test_rows_of_a_long_table_are_written_in_turns(read, propose):
    document = read(table(1_200), name="actions.csv")

    propose(document, rows_of(document, 1_200))

    assert audit.events().of("documents.claims.proposed").exists()
    assert queries.claims(document).filter(state="proposed", type="commitment").count() == 1_200
    assert verify().is_good


def test_rows_whose_words_have_moved_are_not_proposed(read, propose):
    document = read(table(5), name="actions.csv")
    claims = rows_of(document, 5)
    actions.read_again(document.pk, by=CLERK, at=MORNING, reader=elsewhere)

    with pytest.raises(actions.TextChanged, match="was read anew meanwhile"):
        propose(document, claims)

    assert not audit.events().of("documents.columns").exists()


def elsewhere(data, *, name):
    """A reader that lays the table out below a title."""
    return actions.read_and_find(b"Actions of the Board\n\n" + data, name=name)
