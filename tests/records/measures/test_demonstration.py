"""What comes with Handback to be shown: figures that were published, cited, and nothing invented."""

import csv
import json
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from handback.records import measures
from handback.records.measures.measuresfile import read

SERIES = Path(__file__).parents[4] / "shared" / "peers" / "spc" / "ae_attendances_input.csv"
DAY_NOUGHT = date(1970, 1, 1)  # from which that table counts days
NAMES = ("rotherham-measures", "worked-example")


def stated(name):
    return read(json.loads(files(measures).joinpath("data", f"{name}.json").read_bytes()))


@pytest.fixture(scope="module")
def rotherham():
    return {one.definition.code: one for one in stated("rotherham-measures").indicators}


@pytest.fixture(scope="module")
def example():
    return {one.definition.code: one for one in stated("worked-example").indicators}


@pytest.fixture(scope="module")
def nhs():
    """Attendances, breaches and admissions by month, provider ("" for all) and type ("" for all)."""
    if not SERIES.exists():
        pytest.skip("the NHS's figures are not here")
    sums = Counter()
    with SERIES.open(encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            month = DAY_NOUGHT + timedelta(days=int(row["period"]))
            for provider in ("", row["org_code"]):
                for kind in ("", row["type"]):
                    for name in ("attendances", "breaches", "admissions"):
                        sums[month, provider, kind, name] += int(row[name])
    return sums


@pytest.mark.parametrize("name", NAMES)
def test_every_indicator_says_that_it_is_shown_and_whose_figures_it_shows(name):
    definitions = [one.definition for one in stated(name).indicators]

    assert all(one.is_demonstration and one.demonstration_note for one in definitions)


@pytest.mark.parametrize("name", NAMES)
def test_every_indicator_has_a_source_and_a_note_on_quality(name):
    definitions = [one.definition for one in stated(name).indicators]

    assert all(one.source and one.quality_note for one in definitions)


def test_cameras_are_installed_or_ordered_and_never_only_installed(rotherham):
    cameras = rotherham["M01"]
    (value,) = cameras.values

    assert (value.numerator, value.denominator, value.value) == (794, 811, None)
    assert "installed or ordered" in cameras.definition.name
    assert "installed or ordered" in cameras.definition.numerator_words


def test_appeals_are_28_of_41_and_the_13_outstanding_are_beside_them(rotherham):
    (won,), (outstanding,) = rotherham["M05"].values, rotherham["M06"].values

    assert (won.numerator, won.denominator, outstanding.value) == (28, 41, 13)
    assert "28 and the 13 outstanding make 41" in rotherham["M05"].definition.quality_note


def test_nothing_is_decided_aimed_at_or_commented_on_for_the_council(rotherham):
    assert not any(one.targets or one.decisions or one.commentaries for one in rotherham.values())


def test_the_worked_example_is_an_authority_of_its_own_that_says_it_is_no_council():
    authority = stated("worked-example").authority

    assert authority.name.startswith("Worked example: NHS England")
    assert authority.demonstration
    assert authority.note.startswith("Not a council.")


def test_what_the_example_decides_and_says_is_signed_as_its_own(example):
    signed = {one.decided_by for each in example.values() for one in each.decisions}
    signed |= {one.written_by for each in example.values() for one in each.commentaries}

    assert signed == {"Handback's worked example"}


@pytest.mark.parametrize(
    ("code", "provider", "kind"),
    [("A01", "", ""), ("A04", "RC9", "1"), ("A05", "RDD", "1"), ("A06", "RWF", "1")],
)
def test_the_shares_of_the_example_are_the_nhss(example, nhs, code, provider, kind):
    for value in example[code].values:
        where = (value.period.first, provider, kind)
        late = value.denominator - value.numerator
        assert (value.denominator, late) == (nhs[*where, "attendances"], nhs[*where, "breaches"])


@pytest.mark.parametrize(
    ("code", "provider", "name"),
    [("A02", "", "attendances"), ("A03", "", "admissions"), ("A07", "RRK", "attendances")],
)
def test_the_counts_of_the_example_are_the_nhss(example, nhs, code, provider, name):
    counted = [(value.value, nhs[value.period.first, provider, "", name]) for value in example[code].values]

    assert len(counted) == 36
    assert all(stated == summed for stated, summed in counted)


def test_limits_begin_anew_where_another_trusts_hospitals_are_counted(example, nhs):
    (decision,) = example["A07"].decisions
    june, july = date(2018, 6, 1), decision.first

    assert nhs[june, "RRK", "", "attendances"] + nhs[june, "RR1", "", "attendances"] == 34_147
    assert nhs[july, "RRK", "", "attendances"] == 36_223
    assert nhs[july, "RR1", "", "attendances"] == 0


def test_the_lowest_month_is_the_one_that_the_commentary_names(example):
    (said,) = example["A01"].commentaries
    lowest = min(example["A01"].values, key=lambda value: value.numerator / value.denominator)

    assert lowest.period.first == said.first
    assert f"{100 * lowest.numerator / lowest.denominator:.1f} percent" in said.what
