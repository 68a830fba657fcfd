"""Declaring an index: by a small form, with themes, or as JSON; looked at before anything is declared."""

import json
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handback.records.measures import actions, indexing, queries
from tests.support.harrowmere import CLERK, MORNING
from tests.support.indices import OVER_TIME, record_beside, record_councils, record_over_time
from tests.web.office.measures.conftest import told

DECLARE = {"do": "declare", "is_public": "on"}
PLAIN = {
    "code": "X01",
    "name": "Progress",
    "version": "1",
    "units": "periods",
    "every": "quarter",
    "finer": "mean",
    "indicators": "M07, 2, 50 to 100\nM08, 1, 5 to 40\nM09, 1, 60 to 100",
    "average": "arithmetic",
    "do": "declare",
}
THEMED = "Speed, 2:\nM07, 2, 50 to 100\nM08, 1, 5 to 40\nPlan:\nM09, 1, 60 to 100"


@pytest.fixture
def beside(harrowmere):
    """Harrowmere and its neighbours, with an index."""
    record_councils(by=CLERK, at=MORNING)
    return record_beside(harrowmere, by=CLERK, at=MORNING)


@pytest.fixture
def over_time(harrowmere):
    """Eight quarters of Harrowmere, with an index."""
    return record_over_time(harrowmere, by=CLERK, at=MORNING)


def errors(response):
    """What the error summary says."""
    return response.context["form"].errors.as_text()


def test_a_plain_index_is_declared_by_a_small_form(officer, office, over_time):
    response = officer.post(office("index-add"), PLAIN, follow=True)

    assert "“Progress”, edition 1, is declared." in told(response)
    assert "The score is" in told(response)


def test_beside_others_goalposts_may_be_left_out(officer, office, beside):
    typed = PLAIN | {
        "code": "X03",
        "units": "councils",
        "every": "financial year",
        "indicators": "M01\nM04, 2",
    }
    response = officer.post(office("index-add"), typed | {"average": "geometric"}, follow=True)

    assert "That is" in told(response)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("M99, 1, 0 to 1", "line 1: there is no indicator “M99”"),
        ("M07, many, 0 to 1", "line 1, what it weighs: “many” is not a number"),
        ("M07, 1, 50-100", "line 1: write goalposts as 50 to 100"),
        ("M07, 1, 0 to 1\nM08, 1", "give goalposts on every line, or on none"),
        ("M07, 1, 0 to 1\nM07, 1, 0 to 1", "M07 stands on two lines"),
        ("M07, 1", "over time the scale needs fixed goalposts"),
        ("M07, 1, 100 to 50", "100 is not under 50"),
    ],
)
def test_a_line_that_cannot_be_taken_is_named(officer, office, over_time, lines, fault):
    response = officer.post(office("index-add"), PLAIN | {"indicators": lines})

    assert fault in errors(response)
    assert queries.indices(response.context["authority"]).count() == 1


def test_a_code_that_is_used_already_is_refused(officer, office, over_time):
    assert "X02 is an index already" in errors(officer.post(office("index-add"), PLAIN | {"code": "X02"}))


@pytest.mark.parametrize("code", ["add", "declare", "a.csv", "a/b"])
def test_a_code_that_is_an_address_is_refused(officer, office, over_time, code):
    assert "cannot be used" in errors(officer.post(office("index-add"), PLAIN | {"code": code}))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "this is not JSON"),
        ("[]", "write an object"),
        ("{}", "say “name”"),
        ('{"name": "N", "edition": "1", "version": 9}', "indicators: needed"),
        ("[" * 5000, "this is not JSON"),
    ],
)
def test_json_that_cannot_be_taken_says_what_is_wrong(officer, office, harrowmere, text, fault):
    response = officer.post(office("index-declare"), {"code": "X01", "declaration": text, **DECLARE})

    assert fault in errors(response)


def test_a_later_edition_opens_with_the_one_that_there_is(officer, office, beside):
    page = f"{office('index-declare')}?of=X01"
    text = officer.get(page).context["form"].initial["declaration"]
    newer = json.dumps(json.loads(text) | {"edition": "2027", "since": "2024-04-01"})
    response = officer.post(page, {"declaration": newer, **DECLARE}, follow=True)

    assert "In 2023/24 edition 2026 was in force, and since then edition 2027." in told(response)


def test_who_may_only_read_declares_nothing(member, office, harrowmere):
    assert member.get(office("index-add")).status_code == 403


def test_themes_are_declared_by_the_small_form(officer, office, harrowmere, over_time):
    officer.post(office("index-add"), PLAIN | {"indicators": THEMED})
    levels = indexing.editions(harrowmere, "X01")[0].declaration["levels"]

    assert levels[0]["groups"] == {"Speed": ["M07", "M08"], "Plan": ["M09"]}
    assert levels[1] == {
        "groups": {"Progress": ["Speed", "Plan"]},
        "weights": {"Speed": 2, "Plan": 1},
        "aggregation": "arithmetic",
    }


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("M07, 1, 0 to 1\nPlan:\nM08, 1, 0 to 1", "line 2: lines above it are of no theme"),
        ("Plan:\nM07, 1, 0 to 1\nPlan:\nM08, 1, 0 to 1", "line 3: “Plan” is a theme already"),
        ("M08:\nM07, 1, 0 to 1", "line 1: “M08” cannot be what a theme is called"),
        ("Plan, much:\nM07, 1, 0 to 1", "line 1, what the theme weighs: “much” is not a number"),
        ("Plan:\nSpeed:\nM07, 1, 0 to 1", "no line stands under “Plan”"),
    ],
)
def test_a_theme_that_cannot_be_taken_is_named(officer, office, over_time, lines, fault):
    assert fault in errors(officer.post(office("index-add"), PLAIN | {"indicators": lines}))


def test_what_it_would_come_to_is_seen_before_anything_is_declared(officer, office, harrowmere, over_time):
    response = officer.post(office("index-add"), PLAIN | {"do": "look"})

    assert "What it would come to The score is" in told(response)
    assert not indexing.editions(harrowmere, "X01")


def test_what_lacks_figures_only_is_said_and_can_be_declared(officer, office, harrowmere):
    record_beside(harrowmere, by=CLERK, at=MORNING)
    page = f"{office('index-declare')}?of=X01"
    text = officer.get(page).context["form"].initial["declaration"]

    assert "The declaration holds. It cannot be worked out yet: no list of neighbours" in told(
        officer.post(page, {"declaration": text, "do": "look"})
    )


def test_a_declaration_may_be_sent_as_a_file(officer, office, over_time):
    said = json.dumps(OVER_TIME | {"name": "Sent", "edition": "1"}).encode()
    typed = {"code": "X05", "file": SimpleUploadedFile("index.json", said), **DECLARE}

    assert "“Sent”, edition 1, is declared." in told(
        officer.post(office("index-declare"), typed, follow=True)
    )


def test_what_is_wrong_in_a_file_is_told_by_its_place_and_the_file_can_be_put_right(
    officer, office, over_time
):
    wrong = OVER_TIME | {"name": "Sent", "edition": "1", "levels": [{"groups": {"All": ["M07", "M99"]}}]}
    sent = SimpleUploadedFile("index.json", json.dumps(wrong).encode())
    response = officer.post(office("index-declare"), {"code": "X05", "file": sent, "do": "look"})

    assert "levels[0]" in errors(response)
    assert "M99" in response.context["form"]["declaration"].value()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x" * 200_001])
def test_a_file_that_is_no_text_or_too_large_is_refused(officer, office, harrowmere, content):
    sent = SimpleUploadedFile("index.json", content)

    assert "File: " in errors(officer.post(office("index-declare"), {"code": "X05", "file": sent}))


def test_a_later_edition_keeps_its_code_whatever_is_sent(officer, office, harrowmere, beside):
    page = f"{office('index-declare')}?of=X01"
    response = officer.get(page)
    text = response.context["form"].initial["declaration"]
    newer = json.dumps(json.loads(text) | {"edition": "2027"})
    officer.post(page, {"code": "X09", "declaration": newer, **DECLARE})

    assert 'name="code"' not in response.text
    assert [one.version for one in indexing.editions(harrowmere, "X01")] == ["2027", "2026"]
    assert not indexing.editions(harrowmere, "X09")


def test_a_later_edition_opens_with_whether_it_may_be_published(officer, office, harrowmere, beside):
    actions.declare_index(harrowmere, replace(beside, is_public=False), by=CLERK, at=MORNING)

    assert "checked" not in str(officer.get(f"{office('index-declare')}?of=X01").context["form"]["is_public"])


def test_a_later_edition_of_nothing_is_not_found(officer, office, harrowmere):
    assert officer.get(f"{office('index-declare')}?of=X77").status_code == 404


@pytest.mark.parametrize("letter", ["\ud800", "\0"])
@pytest.mark.parametrize("field", ["name", "edition", "seed"])
def test_a_declaration_with_a_character_that_cannot_be_kept_is_refused(
    officer, office, over_time, field, letter
):
    text = json.dumps(OVER_TIME | {"name": "Progress", "edition": "1", field: letter})

    response = officer.post(office("index-declare"), DECLARE | {"code": "X09", "declaration": text})

    assert "this has a character that cannot be kept" in errors(response)
