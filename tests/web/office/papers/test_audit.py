"""The log as people read it, its checkpoints, and verifying the record."""

import pytest
from django.apps import apps

from handback.records.audit import actions, models, queries
from handback.records.documents import actions as documents
from handback.web.office.papers.forms.audit import ACTIONS
from tests.support.harrowmere import CLERK, MORNING


def test_the_log_is_listed_newest_first(officer, office, document):
    text = officer.get(office("audit")).text

    assert text.index("Document read") < text.index("Document kept") < text.index("Authority opened")


def test_events_of_another_authority_are_neither_listed_nor_shown(officer, office, harrowmere):
    from handback.records.people.actions import open_record

    opened = {
        "name": "Elsewhere",
        "gss": "E08000998",
        "gss_as_of": None,
        "is_demonstration": True,
        "note": "",
    }
    other = open_record(slug="elsewhere", **opened, by=CLERK, at=MORNING)

    assert f"(event {other.event_id})" not in officer.get(office("audit")).text
    assert officer.get(office("audit-event", other.event_id)).status_code == 404


@pytest.mark.parametrize(
    ("asked", "listed", "not_listed"),
    [
        ({"action": "documents"}, "Document kept", "Authority opened"),
        ({"who": "ada"}, "Checkpoint signed", "Document kept"),
        ({"subject": "documents/"}, "Document kept", "Authority opened"),
        ({"day": "2026-03-02"}, "Document kept", "No event of the log"),
        ({"day": "2026-03-03"}, "No event of the log", "Document kept"),
    ],
)
def test_the_log_is_narrowed(officer, office, document, ada, asked, listed, not_listed):
    actions.checkpoint(by=ada, at=MORNING)
    text = officer.get(office("audit"), asked).text

    assert listed in text
    assert not_listed not in text


def test_the_log_can_be_narrowed_to_every_part_of_the_record():
    offered = {name.partition(".")[0] for name, _ in ACTIONS}

    assert offered >= {config.label for config in apps.get_app_configs() if ".records." in config.name}


@pytest.mark.parametrize("words", ["documents/", "harrowmere", "1", "nothing at all"])
@pytest.mark.parametrize("many", [1, 10_000])
def test_events_are_found_by_words_of_their_subject_however_rare(
    harrowmere, document, words, many, monkeypatch
):
    monkeypatch.setattr(models, "MANY", many)
    log = queries.events()

    found = log.naming(words, under="harrowmere").newest_first()

    assert list(found) == list(log.about("harrowmere").filter(subject__contains=words).newest_first())


def test_words_of_many_subjects_are_found_all_the_same(harrowmere, document, monkeypatch):
    monkeypatch.setattr(models, "FEW_SUBJECTS", 1)

    found = queries.events().naming("harrowmere", under="harrowmere")

    assert found.count() == queries.events().about("harrowmere").count() > 1


@pytest.mark.parametrize(
    "asked",
    [
        {"day": "2026-02-30"},
        {"day": "9999-12-31"},
        {"before": "x"},
        {"before": "9" * 40},
        {"who": "\0"},
        {"action": "x"},
    ],
)
def test_no_filter_breaks_the_log(officer, office, asked):
    assert officer.get(office("audit"), asked).status_code == 200


def test_a_long_log_goes_on_from_an_event_backwards(officer, office, keep):
    for number in range(60):
        keep(f"Document {number}")

    first = officer.get(office("audit")).context["older"]
    older = officer.get(f"{office('audit')}?{first}").context["rows"]

    assert first == f"before={older[0].row.seq + 1}"


def test_a_page_of_the_log_asks_as_much_for_few_as_for_many(
    officer, office, keep, django_assert_max_num_queries
):
    for number in range(30):
        keep(f"Document {number}")

    with django_assert_max_num_queries(7):
        officer.get(office("audit"))


def test_an_event_tells_its_values_and_the_rows_it_wrote(officer, office, document):
    event = queries.events().of("documents.document.kept").get()
    text = officer.get(office("audit-event", event.seq)).text

    assert "Minutes.txt" in text
    assert "documents_original" in text
    assert event.hash in text


def test_an_event_of_many_rows_lists_the_first_and_counts_the_rest(officer, office, keep):
    many = "\n\n".join(f"RESOLVED: That proposal {n} be approved." for n in range(300))
    documents.read(keep(many).pk, by=CLERK, at=MORNING)
    seq = queries.events().of("documents.document.read").newest_first()[0].seq

    text = officer.get(office("audit-event", seq)).text

    assert "more rows of the same event are not listed here" in text
    assert text.count("hb-break hb-muted") == 200


def test_an_event_that_does_not_exist_is_a_page_that_does_not_exist(officer, office):
    assert officer.get(office("audit-event", 10**30)).status_code == 404


def test_a_monitoring_officer_signs_a_checkpoint_to_give_away(signed_in, idris, office):
    client = signed_in(idris)
    client.post(office("checkpoint"))

    note = client.get(office("checkpoint"), {"download": ""})
    assert note.text == queries.latest_checkpoint().note
    assert "attachment" in note["Content-Disposition"]


def test_an_officer_signs_no_checkpoint(officer, office):
    assert officer.post(office("checkpoint")).status_code == 403


def test_verifying_a_good_record_says_what_was_checked(officer, office, document):
    text = officer.post(office("verify")).text

    assert "Nothing is wrong" in text
    assert "Merkle root" in text


def test_a_checkpoint_pasted_from_a_browser_is_compared(officer, office, document, idris):
    note = actions.checkpoint(by=idris, at=MORNING).note

    text = officer.post(office("verify"), {"checkpoint": note.replace("\n", "\r\n")}).text

    assert "Nothing is wrong" in text
    assert "also against the checkpoint that you pasted" in text


def test_a_checkpoint_that_was_altered_is_found_out_and_stays_as_pasted(officer, office, idris):
    note = actions.checkpoint(by=idris, at=MORNING).note
    altered = note.replace("\n", "1\n", 2)

    text = officer.post(office("verify"), {"checkpoint": altered}).text

    assert "is wrong" in text
    assert "checkpoint that was given" in text
