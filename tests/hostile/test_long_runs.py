"""A long run of one mark or word, as in a list of contents, costs time in the measure of its length."""

import pytest

from handback.reading import read
from handback.reading.bulk.limits import time_limit
from handback.reading.claims import find

CHARACTERS = 100_000
SECONDS = 20  # read in proportion, it takes well under one; from each of its characters anew, some minutes
RUNS = [".", "-", "—", "/", "!", "?)", '."', "_", "(", "(a ", "7", "1,000 ", "28 of ", "Ab and ", ", ", " "]


@pytest.mark.parametrize("run", RUNS)
def test_a_long_run_of_one_thing_is_read_in_time(run):
    with time_limit(SECONDS, kill=False):
        find(read((run * (CHARACTERS // len(run))).encode(), name="notes.txt"))


def test_what_follows_a_row_of_dots_is_a_sentence_of_its_own():
    text = "Licensing " + "." * 56 + " 12. RESOLVED that the plan be approved."

    (claim,) = find(read(text.encode(), name="notes.txt"))

    assert claim.attributes["verb"] == "approve"


def test_a_long_line_of_orders_to_report_is_read_in_time():
    with time_limit(SECONDS, kill=False):
        find(read(("RESOLVED that the Director " + "report back to " * 1_600).encode(), name="notes.txt"))
