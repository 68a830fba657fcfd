"""`handback check-figures`: what an author sees before publishing."""

import json

import pytest

RIGHT = "28 of 41 appeals (68%) were upheld.\n"
WRONG = "Only 11 of 36 actions (30%) are complete.\n"


@pytest.fixture
def report(tmp_path):
    """Writes a report and says where it is."""

    def written(words: str):
        path = tmp_path / "report.txt"
        path.write_text(words)
        return path

    return written


def test_figures_that_hold_end_well(run, report):
    status, printed, _ = run("check-figures", report(RIGHT))

    assert (status, printed) == (0, "Checked: 1 figure; 0 do not hold.\n")


def test_a_figure_that_does_not_hold_is_printed_with_its_words_and_arithmetic(run, report):
    path = report(WRONG)
    status, printed, _ = run("check-figures", path)

    assert status == 1
    assert printed.startswith(f"{path}, ")
    assert "“11 of 36 actions (30%) are complete.”" in printed
    assert "Does not hold: 11 of 36 is 30.6 %, stated 30 %." in printed


def test_all_figures_are_printed_when_asked_for(run, report):
    _, printed, _ = run("check-figures", "--all", report(RIGHT))

    assert "Holds: 28 of 41 is 68 %, stated 68 %: right." in printed


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_checked(run, report, tmp_path):
    status, printed, errors = run("check-figures", tmp_path / "gone.txt", report(RIGHT))

    assert status == 1
    assert "gone.txt" in errors
    assert "Checked: 1 figure; 0 do not hold; 1 file not read." in printed


def test_json_gives_the_arithmetic_as_numbers_in_words(run, report):
    _, printed, _ = run("check-figures", "--json", report(WRONG))
    row = json.loads(printed)

    assert row["do_not_hold"] == 1
    assert row["figures"][0]["worked_out"] == "30.6"


def test_no_file_is_wrong_usage(run):
    status, _, errors = run("check-figures")

    assert status == 2
    assert "usage: handback" in errors
