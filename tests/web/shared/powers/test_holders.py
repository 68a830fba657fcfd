"""The powers page: counts, filters, data, and the record of an earlier moment."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime

from handback.records.powers.recordfile.standing import compiled
from handback.web.shared.powers.data import as_csv, as_json
from handback.web.shared.powers.holders import Wanted, powers_page

TODAY = date(2026, 11, 21)
DECEMBER = date(2016, 12, 1)


def page_on(standing, to, day=DECEMBER, **asked):
    """The powers page of a record on a day."""
    return powers_page(standing, to, on=day, today=TODAY, **asked)


def test_the_most_important_fact_comes_first(rotherham, to):
    assert page_on(rotherham, to).headline == "The council held 11 of 27 functions"


def test_today_is_told_in_the_present(rotherham, to):
    assert page_on(rotherham, to, TODAY).headline == "The council holds all 27 functions"


def test_a_power_to_oversee_is_shown_and_not_counted(rotherham, to):
    page = page_on(rotherham, to)

    assert (page.count.of, page.of) == (27, 28)


def test_every_function_is_in_a_group_in_the_order_of_the_record(rotherham, to):
    page = page_on(rotherham, to)

    assert page.groups[0].label == "Children and young people"
    assert sum(len(group.rows) for group in page.groups) == 28


def test_a_row_says_since_when_and_under_what(rotherham, to):
    rows = {row.code: row for row in page_on(rotherham, to).rows}

    assert (rows["F12"].since, rows["F12"].under.code) == (date(2015, 2, 26), "I01")


def test_an_inferred_holding_says_why(rotherham, to):
    rows = {row.code: row for row in page_on(rotherham, to).rows}

    assert "no source gives a day" in rows["F28"].inferred


def test_functions_can_be_asked_for_by_holder_and_group(rotherham, to):
    page = page_on(rotherham, to, wanted=Wanted(group="place", holder="council"))

    assert [row.code for row in page.rows] == ["F03", "F04", "F06"]


def test_functions_can_be_asked_for_by_a_word_in_their_name(rotherham, to):
    page = page_on(rotherham, to, wanted=Wanted(function="LICENSING"))

    assert [row.code for row in page.rows] == ["F08", "F12"]


def test_functions_under_oversight_can_be_asked_for(rotherham, to):
    assert page_on(rotherham, to, wanted=Wanted(holder="under-oversight")).shown == 11


def test_a_part_held_elsewhere_is_named_beside_the_whole(harrowmere_record, to):
    rows = {row.code: row for row in page_on(harrowmere_record, to, date(2022, 5, 1)).rows}

    assert [part.name for part in rows["F02"].elsewhere] == ["Audit"]


def test_a_part_is_not_listed_before_it_was_split_out(harrowmere_record, to):
    codes = [row.code for row in page_on(harrowmere_record, to, date(2021, 7, 1)).rows]

    assert "F03" not in codes


def test_days_to_stand_on_are_those_on_which_the_count_changed(rotherham, to):
    steps = page_on(rotherham, to).steps

    assert [step.count.council for step in steps] == [27, 0, 11, 12, 19, 24, 27]
    assert steps[0].first


def test_before_the_record_knew_anything_the_page_says_so(rotherham, to):
    long_ago = datetime(2010, 1, 1, tzinfo=UTC)
    empty = compiled(_without_facts(rotherham.record), known_at=long_ago)

    page = page_on(empty, to, known_at=long_ago)

    assert page.knew_nothing


def test_csv_has_a_row_for_each_function_shown(rotherham, to):
    rows = list(csv.DictReader(io.StringIO(as_csv(page_on(rotherham, to)))))

    assert len(rows) == 28
    assert (rows[0]["code"], rows[0]["since"], rows[0]["oversight"]) == ("F01", "2016-02-11", "ordinary")


def test_a_cell_that_a_spreadsheet_would_take_for_a_formula_is_disarmed(rotherham, to):
    named = replace(rotherham.functions["F01"].function, name="=1+1")
    entries = (replace(rotherham.functions["F01"], function=named), *rotherham.record.functions[1:])
    page = page_on(compiled(replace(rotherham.record, functions=entries)), to)

    assert "'=1+1" in as_csv(page)


def test_json_says_which_day_and_moment_it_answers_for(rotherham, to):
    answer = json.loads(as_json(page_on(rotherham, to), authority="E08000018"))

    assert (answer["as_at"], answer["as_known_at"]) == ("2016-12-01", None)


def _without_facts(record):
    """A record whose functions and instruments have not been recorded yet."""
    return replace(record, functions=(), instruments=(), proposals=(), appointments=(), events=())
