"""`handback load` of a measures file, and the figures of the demonstration."""

import json

import pytest

from handback.jobs.load import SHIPPED
from handback.records.audit.queries import verify
from handback.records.measures import published
from tests.support.sources import PROJECT

COUNCIL = PROJECT / "docs" / "reference" / "harrowmere.json"
MANUAL = PROJECT / "docs" / "reference" / "harrowmere-measures.json"


@pytest.fixture
def faulty(tmp_path):
    """A file whose third value has a fault, on a line that can be told."""
    fields = json.loads(MANUAL.read_text(encoding="utf-8"))
    fields["indicators"][0]["values"][2]["period"] = "June"
    path = tmp_path / "faulty.json"
    path.write_text(json.dumps(fields, indent=1), encoding="utf-8")
    return path


def test_a_measures_file_is_known_by_its_format(run):
    run("load", COUNCIL)
    status, printed, _ = run("load", MANUAL)

    assert status == 0
    assert printed.startswith("Measures of Harrowmere Borough Council: 10 facts recorded, 0 corrected.\n")
    assert "  value: 5 new\n" in printed


def test_a_fault_is_told_with_its_line_and_field_and_nothing_is_written(run, faulty):
    run("load", COUNCIL)
    before = verify().root

    status, _, errors = run("load", faulty)

    line = 1 + faulty.read_text(encoding="utf-8").splitlines().index('     "period": "June",')
    assert errors.startswith(
        f"handback load: {faulty}, line {line}, indicators[0].values[2].period: “June” is not a period."
    )
    assert (status, verify().root) == (1, before)


def test_measures_of_a_council_that_is_not_there_are_refused(run):
    status, _, errors = run("load", MANUAL)

    assert status == 1
    assert "There is no record of “harrowmere” (E08000999): load it first, or give its name." in errors


def test_everything_that_comes_with_handback_loads_and_loads_again_without_a_change(run):
    for name in SHIPPED:
        assert run("load", name)[0] == 0
    before = verify()

    again = [run("load", name)[1].splitlines()[0] for name in SHIPPED]

    assert all(line.endswith(": nothing to change.") for line in again)
    assert (verify().root, verify().is_good) == (before.root, True)


def test_the_figures_of_the_demonstration_are_published_with_it(run):
    for name in SHIPPED:
        run("load", name)

    assert [copy.slug for copy in published.authorities()] == ["rotherham", "worked-example"]
