"""A claim's page: what it says in plain words, and judging it once."""

import pytest

from handback.records.powers import queries as powers
from handback.web.office.papers.presenters.claims import plain_words

NO_TIME = "no time is stated"
NOBODY = "owner: nobody is named"
TOLD = [
    ("decision", {"verb": "approve"}, ["approves"]),
    ("delegation", {"delegate": "Leader", "consultees": []}, ["who may act: Leader"]),
    ("commitment", {"due_to": "2016-03-31", "owner": "Tom"}, ["due by 31 March 2016", "owner: Tom"]),
    ("commitment", {"due_from": None, "due_to": None, "owner": None}, [NO_TIME, NOBODY]),
    ("commitment", {"due_to": "2016-13-45"}, ["due by 2016-13-45", NOBODY]),
    (
        "transfer",
        {"function": "Licensing", "holder": "council", "status": "proposed", "effective": None},
        ["function: Licensing", "holder: the council", "proposed", "no day is stated"],
    ),
    (
        "ratio",
        {"numerator": 28, "denominator": 41, "percent": 68, "holds": True},
        ["28 of 41", "68%", "the figures agree"],
    ),
    (
        "ratio",
        {"numerator": 28, "denominator": 41, "percent": 60, "holds": False},
        ["28 of 41", "60%", "the figures do not agree; 28 of 41 is 68.3%, stated 60%"],
    ),
    (
        "ratio",
        {"numerator": 11, "denominator": 36, "percent": 30, "holds": False, "arithmetic": "11 is too few"},
        ["11 of 36", "30%", "the figures do not agree; 11 is too few"],
    ),
    ("ratio", {"numerator": "x", "denominator": 0, "percent": None, "holds": False}, None),
    ("meeting", {"body": "Cabinet", "held_on": "2016-03-04"}, ["Cabinet", "held on 4 March 2016"]),
    (
        "commitment",
        {"due_to": "2016-03-31", "owner": "Tom", "status": "On track", "first_due_to": "2016-01-31"},
        ["due by 31 March 2016", "first due by 31 January 2016", "owner: Tom", "status: On track"],
    ),
    ("money", {"amount": 1200000, "currency": "GBP", "of": None}, ["£1,200,000", "currency: GBP"]),
    (
        "meeting",
        {
            "body": "Cabinet",
            "held_on": "2016-03-04",
            "cancelled": False,
            "attendance": [
                {"name": "Councillor Lamb", "presence": "present", "role": "chair"},
                {"name": "Councillor Quay", "presence": "present", "role": None},
                {"name": "Councillor Marsh", "presence": "apologies", "role": None},
            ],
        },
        [
            "Cabinet",
            "held on 4 March 2016",
            "present: Councillor Lamb (chair) and Councillor Quay",
            "apologies: Councillor Marsh",
        ],
    ),
    (
        "post",
        {"name": "Idris Cole", "role": "Monitoring Officer", "standing": "acting"},
        ["Idris Cole: Monitoring Officer", "acting"],
    ),
    ("reference", {"title": "Audit Charter", "date": None}, ["Audit Charter"]),
    ("field", {"name": "call_in", "value": "Yes"}, ["call in: Yes"]),
    ("meeting", {"attendance": "nobody", "held_on": None}, None),
    ("post", {"names": ["A", "B"], "acting": True, "in": {"x": 1}}, None),
    ("unheard of", {"x_y": 1}, ["x y: 1"]),
]


@pytest.mark.parametrize(("kind", "said", "told"), TOLD)
def test_attributes_are_told_in_plain_words(kind, said, told):
    assert told in (None, plain_words(kind, said))


def post(client, office, claim, do, **fields):
    return client.post(office("claim", claim.pk), {"do": do, **{f"{do}-{k}": v for k, v in fields.items()}})


def test_a_claim_shows_its_words_its_rule_and_how_sure_that_is(officer, office, claim):
    text = officer.get(office("claim", claim("commitment").pk)).text

    assert "The council will publish its improvement plan by 31 March 2016" in text
    assert "Due by 31 March 2016" in text
    assert "sure (" in text


def test_accepting_into_a_new_draft_leads_to_the_draft(officer, office, claim, harrowmere):
    response = post(officer, office, claim("transfer"), "accept", into="new instrument")

    draft = powers.drafts(harrowmere).get()
    assert response["Location"] == office("draft", draft.pk)


def test_only_accepting_leads_to_the_next_claim_that_waits(officer, office, claim, harrowmere):
    first = claim("decision")
    response = post(officer, office, first, "accept", into="only")

    first.refresh_from_db()
    assert first.state == "accepted"
    assert response["Location"].startswith(office("claim", 0).removesuffix("0/"))
    assert not powers.drafts(harrowmere).exists()


def test_a_draft_that_waits_is_offered_first(officer, office, claim, harrowmere):
    post(officer, office, claim("transfer"), "accept", into="new instrument")
    draft = powers.drafts(harrowmere).get()

    text = officer.get(office("claim", claim("commitment").pk)).text

    assert f'value="{draft.pk}"' in text
    assert "The draft instrument I01" in text


def test_a_claim_is_accepted_with_its_attributes_put_right(officer, office, claim):
    commitment = claim("commitment")
    fields = {"due_to": "2016-04-30", "owner": "The Leader", "into": "only"}

    post(officer, office, commitment, "amend", **fields)

    commitment.refresh_from_db()
    assert commitment.amended == {"due_from": None, "due_to": "2016-04-30", "owner": "The Leader"}


def test_whether_amended_figures_agree_is_worked_out(officer, office, claim):
    ratio = claim("ratio")

    post(officer, office, ratio, "amend", numerator="28", denominator="41", percent="60", into="only")

    ratio.refresh_from_db()
    assert ratio.amended["holds"] is False


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("commitment", {"due_to": "2016-02-31"}, "Enter a day that exists"),
        ("commitment", {"due_from": "2016-05-01", "due_to": "2016-04-01"}, "must not come before the first"),
        ("delegation", {"delegate": ""}, "Enter: who may act"),
        ("ratio", {"numerator": "28"}, "at least two of the three"),
    ],
)  # fmt: skip
def test_attributes_that_cannot_be_are_refused(officer, office, claim, kind, fields, said):
    response = post(officer, office, claim(kind), "amend", **{**fields, "into": "only"})

    assert said in response.text
    assert "There is a problem" in response.text
    assert claim(kind).state == "proposed"


def test_a_rejection_needs_a_reason(officer, office, claim):
    response = post(officer, office, claim("decision"), "reject", reason=" ")

    assert "Say why the claim is rejected" in response.text


def test_a_rejected_claim_shows_by_whom_and_why(officer, office, claim):
    decision = claim("decision")
    post(officer, office, decision, "reject", reason="Quoted from older minutes.")

    text = officer.get(office("claim", decision.pk)).text

    assert "by Ada Lindqvist on" in text
    assert "Quoted from older minutes." in text


def test_a_claim_that_was_judged_meanwhile_says_by_whom(officer, office, claim, signed_in, idris):
    decision = claim("decision")
    post(signed_in(idris), office, decision, "accept", into="only")

    response = officer.post(
        office("claim", decision.pk), {"do": "accept", "accept-into": "only"}, follow=True
    )

    assert "Idris Cole has already dealt with this claim" in response.text


def test_a_commissioner_sees_a_claim_and_judges_none(signed_in, maya, office, claim):
    commissioner = signed_in(maya)

    assert (
        "Your role does not let you judge claims"
        in commissioner.get(office("claim", claim("decision").pk)).text
    )
    assert post(commissioner, office, claim("decision"), "accept", into="only").status_code == 403


@pytest.mark.parametrize("into", ["", "999999", "new secret"])
def test_a_claim_goes_only_into_what_is_offered(officer, office, claim, into):
    response = post(officer, office, claim("transfer"), "accept", into=into)

    assert response.status_code == 200
    assert claim("transfer").state == "proposed"


@pytest.mark.parametrize("page", ["claim", "document-accept-many"])
def test_pages_under_a_document_lead_back_to_it_by_one_trail(officer, office, document, claim, page):
    key = claim("decision").pk if page == "claim" else document.pk

    trail = officer.get(office(page, key)).text.partition("govuk-breadcrumbs__list")[2].partition("</nav>")[0]

    assert ">Inbox</a>" in trail
    assert f">{document.name}</a>" in trail
