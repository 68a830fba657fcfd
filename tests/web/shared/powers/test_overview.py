"""The home page's values: what stands, what comes next, and whether it is over."""

from datetime import date

from handback.web.shared.powers.overview import overview

TODAY = date(2026, 11, 21)


def texts(page):
    """What comes next, in words, with its day."""
    return {(item.on, item.text) for item in page.upcoming}


def test_an_intervention_that_is_over_says_when_it_ended(rotherham, to):
    assert overview(rotherham, to, today=TODAY).ended_on == date(2019, 3, 31)


def test_an_intervention_has_not_ended_while_its_directions_run(rotherham, to):
    assert overview(rotherham, to, today=date(2019, 3, 31)).ended_on is None


def test_the_count_has_stood_since_the_day_it_last_changed(rotherham, to):
    assert overview(rotherham, to, today=TODAY).since == date(2018, 9, 24)


def test_an_expiry_ahead_is_what_changes_next(rotherham, to):
    page = overview(rotherham, to, today=date(2018, 12, 1))

    assert (date(2019, 3, 31), "Last day of Directions returning five functions, unless extended") in texts(
        page
    )


def test_a_window_that_is_open_closes_at_its_time_of_day(rotherham, to):
    page = overview(rotherham, to, today=date(2016, 11, 1))

    closing = next(item for item in page.upcoming if "Representations" in item.text)
    assert closing.when == "3 November 2016 at 9:30am"


def test_a_condition_is_due_on_its_day(rotherham, to):
    days = [
        item.on for item in overview(rotherham, to, today=date(2018, 12, 1)).upcoming if "Due:" in item.text
    ]

    assert days == [date(2019, 2, 18)]


def test_the_end_of_a_commissioners_office_is_told_with_its_doubt(harrowmere_record, to):
    page = overview(harrowmere_record, to, today=date(2023, 3, 1))

    ending = [item for item in page.upcoming if "Maya Okafor" in item.text]
    assert [item.inferred for item in ending] == ["Only the month is sourced."]


def test_after_the_end_nothing_lies_ahead(rotherham, to):
    assert overview(rotherham, to, today=TODAY).upcoming == ()


def test_everything_that_happened_is_in_one_line_in_order(rotherham, to):
    days = [item.on for item in overview(rotherham, to, today=TODAY).timeline]

    assert len(days) == 45
    assert days == sorted(days)


def test_today_stands_among_what_happened_while_something_lies_ahead(rotherham, to):
    timeline = overview(rotherham, to, today=date(2016, 6, 1)).timeline

    assert [item.text for item in timeline if item.kind == "now"] == ["Today"]
