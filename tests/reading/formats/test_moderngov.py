"""Pages of ModernGov: items, labels, links and gaps, told by the software's own names and not by a skin."""

from datetime import date
from pathlib import Path

import pytest

from handback.reading import Document, Kind, State, read
from handback.reading.claims import find
from handback.reading.document import Passage, Role

PAGES = Path(__file__).parent / "pages"
REAL = Path(__file__).parents[4] / "shared" / "reading" / "pages"
real = pytest.mark.skipif(not REAL.is_dir(), reason="the real pages are not here")


def page(name: str) -> Document:
    return read((PAGES / name).read_bytes(), name=name)


def field(document: Document, name: str) -> list[str]:
    return [each.value for each in document.fields if each.name == name]


def under(document: Document, item: str) -> list[str]:
    return [document.words(passage) for passage in document.passages if passage.item == item]


def links(document: Document, role: Role) -> list[tuple[str, str]]:
    return [(link.item, link.address) for link in document.links if link.role is role]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("meeting.html", "meeting"),
        ("item.html", "agenda item"),
        ("decision.html", "decision"),
        ("issue.html", "issue"),
        ("decisions.html", "decisions"),
        ("plan.html", "plan"),
        ("meetings.html", "meetings"),
        ("body.html", "body"),
        ("welsh_meeting.html", "meeting"),
    ],
)
def test_a_page_says_what_sort_it_is_by_its_words_and_not_by_its_address(name, kind):
    document = page(name)

    assert (document.format, document.kind) == ("moderngov", kind)


@pytest.mark.parametrize(
    "name", sorted(path.name for path in PAGES.glob("*.html") if "statement" not in path.name)
)
@pytest.mark.parametrize(
    "furniture", ["skin", "Skin", "script", "banner", "Help line", "PDF ", "ref: ", "Show "]
)
def test_nothing_of_the_skin_or_of_the_controls_reaches_the_text(name, furniture):
    assert furniture not in page(name).text


def test_a_changed_skin_changes_nothing():
    plain = (PAGES / "meeting.html").read_text(encoding="utf-8")
    other = plain.replace("hm-", "another-").replace('<div role="main">', '<main class="wide"><div>')

    assert read(other.encode()).text == read(plain.encode()).text


def headings(document: Document) -> list[Passage]:
    return [p for p in document.passages if p.kind is Kind.HEADING and p.level == 3]


def test_every_item_is_a_heading_with_its_number_for_a_marker():
    document = page("meeting.html")

    assert [(p.marker, p.item, document.words(p)) for p in headings(document)] == [
        ("", "", "Business of the day"),
        ("21.", "21", "Declarations of Interest"),
        ("22.", "22", "Ferry terminal: repairs & charges"),
        ("23.", "23", "Exclusion of the Press and Public"),
        ("24.", "24", "Lease of the boatyard (Exempt Category 3)"),
    ]


def test_the_labels_of_an_item_are_headings_of_their_own():
    document = page("meeting.html")

    assert [document.words(p) for p in document.passages if p.item == "22" and p.level == 4] == [
        "Additional documents:",
        "Decision:",
        "Minutes:",
        "Recorded Vote",
    ]


def test_a_short_line_of_minutes_is_no_heading():
    document = page("meeting.html")

    assert [p.kind for p in document.passages if document.words(p) == "Voting: unanimous"] == [Kind.PARAGRAPH]


def test_numbered_clauses_of_a_decision_are_items_of_a_list():
    document = page("meeting.html")

    assert [
        (p.marker, document.words(p)) for p in document.passages if p.heading == "Decision:" and p.marker
    ] == [
        ("1.", "the repairs to the ferry terminal be approved; and"),
        ("2.", "a report be brought back to Cabinet by 30 September 2026."),
    ]


def test_rows_of_a_table_in_the_minutes_keep_their_empty_cells():
    assert "Councillor Reed |  | Owner of a ferry" in under(page("meeting.html"), "21")


def test_the_row_that_names_the_columns_of_a_table_is_known():
    document = page("decisions.html")

    assert [(p.level, document.words(p)) for p in document.passages if p.kind is Kind.ROW] == [
        (1, "Title | Date | Effective from | Call-ins"),
        (0, "Ferry terminal: repairs | 06/05/2026 | 13/05/2026 | Not for call-in"),
        (0, "Moorings | 01/05/2026 |  | Call-in expired"),
    ]


def test_links_know_their_item_and_what_they_lead_to():
    document = page("meeting.html")

    assert links(document, Role.ATTACHMENT)[1:] == [
        ("22", "documents/s5001/Ferry report.pdf"),
        ("22", "documents/s5002/Annex 1.pdf"),
    ]
    assert links(document, Role.DECISION) == [("22", "ieDecisionDetails.aspx?AIId=902")]
    assert links(document, Role.ISSUE) == [("22", "mgIssueHistoryHome.aspx?IId=77&Opt=0")]
    assert links(document, Role.VOTES) == [("22", "mgListRecordedVotesShort.aspx?AIID=902&MID=340")]


def test_the_printed_minutes_are_told_from_the_agenda():
    assert [address[:30] for _, address in links(page("meeting.html"), Role.MINUTES)] == [
        "documents/g340/Printed draft m"
    ]


def test_a_text_that_breaks_off_into_its_full_text_makes_the_page_cut():
    document = page("meeting.html")

    assert document.state is State.CUT
    assert "the minutes of item 22" in document.reason
    assert links(document, Role.FULL_TEXT) == [("22", "mgAi.aspx?ID=902")]
    assert "view the full" not in document.text


def test_a_welsh_text_that_breaks_off_is_cut_too():
    document = page("welsh_meeting.html")

    assert document.state is State.CUT
    assert links(document, Role.FULL_TEXT) == [("1", "mgAi.aspx?ID=902&LLL=1")]


def test_draft_minutes_are_marked_draft():
    assert [page(name).draft for name in ("meeting.html", "welsh_meeting.html", "item.html")] == [
        True,
        True,
        False,
    ]


def test_what_is_withheld_is_said_and_the_item_that_excludes_the_public_is_not():
    assert [part.what for part in page("meeting.html").unread] == [
        "Item 22, Restricted enclosure 2",
        "Item 24, Lease of the boatyard (Exempt Category 3)",
    ]


def test_a_meeting_says_whose_it_is_when_and_what_is_published():
    document = page("meeting.html")

    assert document.dated_on == date(2026, 5, 4)
    assert field(document, "body") == ["Cabinet"]
    assert field(document, "met_on") == ["2026-05-04"]
    assert field(document, "meeting_time") == ["6:00 pm"]
    assert field(document, "publication_state") == ["Agenda, decisions and draft minutes"]
    assert field(document, "dc_date") == ["2026-05-04"]


def test_a_meeting_that_was_called_off_says_so():
    cancelled = (
        (PAGES / "meeting.html").read_text(encoding="utf-8").replace("6:00 pm</a>", "6:00 pm, CANCELLED</a>")
    )

    assert field(read(cancelled.encode()), "meeting_status") == ["CANCELLED"]
    assert field(page("welsh_meeting.html"), "meeting_status") == ["WEDI'I GANSLO"]


def test_the_site_s_own_notice_is_kept_and_is_no_part_of_the_text():
    document = page("meeting.html")

    assert field(document, "notice") == ["Papers can be read in the ferry library."]
    assert "ferry library" not in document.text


def test_the_fields_of_a_decision_bear_standard_names_and_its_days_are_iso():
    document = page("decision.html")
    values = {each.name: each.value for each in document.fields}

    assert values["decision_maker"] == "Director of Harbours & Ferries"
    assert (values["key_decision"], values["subject_to_call_in"]) == ("Yes", "No")
    assert (values["decided_on"], values["published_on"], values["effective_on"]) == (
        "2026-05-04",
        "2026-05-06",
        "2026-05-13",
    )
    assert document.dated_on == date(2026, 5, 4)


@pytest.mark.parametrize("name", ["decision.html", "issue.html", "plan.html", "meeting.html"])
def test_a_field_stands_where_its_words_are(name):
    document = page(name)
    placed = [each for each in document.fields if each.start is not None and not each.name.endswith("_on")]

    assert [document.text[each.start : each.end] for each in placed] == [each.value for each in placed]


def test_a_day_that_is_not_one_day_is_left_in_its_words():
    assert field(page("plan.html"), "decision_due") == [
        "November 2026; yearly afterwards",
        "Not before 1 July 2026",
    ]


def test_items_of_a_plan_have_their_fields_under_their_number():
    assert under(page("plan.html"), "2") == [
        "Moorings",
        "Decision maker: Harbour Master",
        "Decision due: Not before 1 July 2026",
    ]


def test_a_page_about_one_item_takes_its_number_and_meeting_from_its_link():
    document = page("item.html")

    assert field(document, "body") + field(document, "met_on") == ["Cabinet", "2026-05-04"]
    assert {passage.item for passage in document.passages} == {"22"}


def test_a_list_of_meetings_has_a_line_and_a_link_for_each():
    document = page("meetings.html")

    assert [document.words(p) for p in document.passages if p.kind is Kind.ITEM] == [
        "1 Jun 2026 6:00 pm - CANCELLED",
        "4 May 2026 6:00 pm - Agenda, Decisions, Minutes",
    ]
    assert [address for _, address in links(document, Role.MEETING)] == [
        "ieListDocuments.aspx?CId=12&MId=341&Ver=4",
        "ieListDocuments.aspx?CId=12&MId=340&Ver=4",
    ]


def test_a_list_of_decisions_leads_to_each_of_them():
    assert [address for _, address in links(page("decisions.html"), Role.DECISION)] == [
        "ieDecisionDetails.aspx?ID=9",
        "ieDecisionDetails.aspx?Id=10",
    ]


def test_claims_of_a_meeting_are_found_under_its_items():
    decided = [claim.attributes["verb"] for claim in find(page("meeting.html")) if claim.type == "decision"]

    assert "approve" in decided


def changed(name: str, old: str, new: str) -> Document:
    markup = (PAGES / name).read_text(encoding="utf-8")
    assert old in markup
    return read(markup.replace(old, new).encode())


def test_two_labels_in_one_paragraph_are_two_fields():
    document = changed("plan.html", "</span>Cabinet</p>\n<p>", "</span>Cabinet ")

    assert field(document, "decision_maker")[0] == "Cabinet"
    assert field(document, "decision_due")[0] == "November 2026; yearly afterwards"


def test_an_item_of_which_only_the_title_is_given_is_withheld():
    body = (PAGES / "item.html").read_text(encoding="utf-8").partition('<div class="mgContent" >')[0]
    reasons = '<p><a href="mgReasonsRestricted.aspx?ID=88">View reasons restricted</a></p></div></div>'
    document = read((body + '<div class="mgContent" >' + reasons).encode())

    assert document.state is State.WITHHELD


def test_the_page_of_an_error_says_so():
    assert changed("body.html", "Committee details</h1>", "Error</h1>").kind == "error"


@pytest.mark.parametrize(
    ("part", "said"), [("decision", "the decision of item 22"), ("agenda", "the agenda text of item 22")]
)
def test_the_part_that_breaks_off_is_named(part, said):
    assert said in changed("meeting.html", "view the full minutes text", f"view the full {part} text").reason


def test_an_item_numbered_without_its_own_cell_class_keeps_its_number():
    document = changed("meeting.html", 'class="mgItemNumberCell"', 'valign="top"')

    assert [passage.item for passage in headings(document)] == ["", "21", "22", "23", "24"]


def test_words_that_are_not_for_publication_make_their_item_withheld():
    document = changed("meeting.html", ">Voting: unanimous<", ">Not for publication: appendix 2<")

    assert "Item 22, Ferry terminal: repairs & charges" in [part.what for part in document.unread]


def test_a_page_without_its_own_part_is_read_by_its_class_names():
    bare = (PAGES / "decision.html").read_text(encoding="utf-8").replace('id="modgov"', 'id="wrapped"')

    assert read(bare.encode()).kind == "decision"


@pytest.mark.parametrize("cut", range(200, 7_000, 400))
def test_a_page_that_stops_anywhere_is_read_as_far_as_it_goes(cut):
    assert read((PAGES / "meeting.html").read_bytes()[:cut]).state in State


@real
@pytest.mark.parametrize(
    ("name", "kind", "items"), [("Agenda_151.html", "meeting", 12), ("Agenda_412.html", "meeting", 0)]
)
def test_a_real_meeting_has_all_its_items(name, kind, items):
    document = read((REAL / name).read_bytes())

    assert (document.kind, len(headings(document))) == (kind, items)


@real
def test_a_real_meeting_says_which_minutes_break_off():
    document = read((REAL / "Agenda_151.html").read_bytes())

    assert [link.item for link in document.links if link.role is Role.FULL_TEXT] == ["59", "60"]


@real
def test_a_real_list_of_meetings_leads_to_fifteen():
    assert len(links(read((REAL / "BrowseMeetings.html").read_bytes()), Role.MEETING)) == 15


def test_what_an_issue_leads_to_is_a_link_and_decides_nothing():
    document = page("issue.html")

    assert links(document, Role.DECISION) == [("", "ieDecisionDetails.aspx?Id=9")]
    assert [claim.type for claim in find(document)].count("decision") == 0


def test_a_listed_decision_of_which_nothing_but_the_title_is_known_is_listed():
    markup = (PAGES / "decisions.html").read_text(encoding="utf-8")
    bare = markup.replace("01&#47;05&#47;2026", "").replace("Call-in expired", "")

    assert "Moorings" in read(bare.encode()).text
