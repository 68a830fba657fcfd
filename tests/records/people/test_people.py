"""People, their roles and offices, and the authorities whose records are kept."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection

from handback.records.audit.facts import Outcome
from handback.records.audit.queries import events
from handback.records.people import actions as people
from handback.records.people import queries
from handback.records.people.actions import AlreadyKept, AnotherShortName, NameTaken, ShortNameInUse
from handback.records.people.models import Person
from tests.support.harrowmere import CLERK, MORNING

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 3, 2)
OFFICE = {"name": "Maya Okafor", "role": "Lead Commissioner", "capacity": "commissioner", "first": MONDAY}
WHO = {"slug": "harrowmere", "name": "Harrowmere Borough Council", "gss": "E08000999"}
REST = {"gss_as_of": None, "is_demonstration": True, "note": "", "by": CLERK, "at": MORNING}


@pytest.fixture
def member(sam, harrowmere):
    """Sam, a member from Monday up to Friday."""
    friday = MONDAY + timedelta(days=4)
    people.grant(sam, harrowmere, role="member", first=MONDAY, until=friday, by=CLERK, at=MORNING)
    return sam


@pytest.mark.parametrize(("day", "roles"), [(-1, set()), (0, {"member"}), (3, {"member"}), (4, set())])
def test_a_role_is_held_from_its_first_day_up_to_its_end(member, day, roles):
    assert queries.roles_at(member, "harrowmere", on=MONDAY + timedelta(days=day)) == roles


def test_a_role_at_one_authority_is_none_at_another(member):
    assert queries.roles_at(member, "elsewhere", on=MONDAY) == set()


def test_an_account_is_offered_only_the_authorities_at_which_it_has_a_role(member, harrowmere):
    people.open_record(**REST | WHO | {"slug": "marlow", "name": "Marlow", "gss": "E08000998"})

    assert list(queries.authorities_of(member, on=MONDAY)) == [harrowmere]


def recorded(authority, **changed):
    office = OFFICE | changed
    before = queries.appointments(authority).filter(name=office["name"], role=office["role"]).first()
    return people.settle_appointment(authority, office, in_place_of=before, by=CLERK, at=MORNING)


def test_two_offices_of_one_person_are_one_person(harrowmere):
    for role in ("Lead Commissioner", "Finance Commissioner"):
        recorded(harrowmere, role=role)

    assert Person.objects.count() == 1


def test_offices_without_a_first_day_come_first(harrowmere):
    recorded(harrowmere)
    recorded(harrowmere, name="Tom", first=None)

    assert [row.name for row in queries.appointments(harrowmere)] == ["Tom", "Maya Okafor"]


@pytest.mark.parametrize(
    "words", ["E08000999", "e08000999", "HARROWMERE", "harrowmere borough", " Harrowmere "]
)
def test_an_authority_is_found_by_code_short_name_name_or_its_beginning(harrowmere, words):
    assert queries.authority_called(words) == harrowmere


@pytest.mark.parametrize("words", ["", " ", "%", "H_rrowmere", "Marlow"])
def test_no_authority_is_found_by_words_that_name_none(harrowmere, words):
    assert queries.authority_called(words) is None


def test_a_beginning_that_two_authorities_share_finds_neither(harrowmere):
    people.open_record(**REST | {"slug": "harrow", "name": "Harrow", "gss": "E09000015"})

    assert queries.authority_called("Harr") is None


@pytest.mark.parametrize("slug", ["office", "register", "static", "Office"])
def test_a_short_name_that_is_a_page_of_the_site_is_refused(db, slug):
    with pytest.raises(NameTaken, match="address of another page"):
        people.open_record(**REST | WHO | {"slug": slug})


def test_a_second_record_of_one_authority_is_refused(harrowmere):
    with pytest.raises(AlreadyKept, match="already has a record"):
        people.open_record(**REST | WHO)


def test_a_record_kept_under_another_short_name_is_refused(harrowmere):
    with pytest.raises(AnotherShortName, match="short names never change"):
        people.keep_authority(**REST | WHO | {"slug": "mere"})


def test_a_short_name_of_another_authority_is_refused(harrowmere):
    with pytest.raises(ShortNameInUse, match="is the short name of Harrowmere"):
        people.keep_authority(**REST | WHO | {"gss": "E08000998"})


def test_a_changed_name_of_an_authority_is_corrected_and_logged(harrowmere):
    kept, outcome = people.keep_authority(**REST | WHO | {"name": "Harrowmere City Council"})

    assert (kept.pk, kept.name, outcome) == (harrowmere.pk, "Harrowmere City Council", Outcome.CORRECTED)
    assert events().of("people.authority.corrected").about("harrowmere").count() == 1


def test_an_authority_that_is_as_it_was_is_left_alone(harrowmere):
    before = events().count()

    assert people.keep_authority(**REST | WHO) == (harrowmere, Outcome.SAME)
    assert events().count() == before


def test_the_log_keeps_no_password(sam):
    people.change_password(sam.pk, password="a new password of Sam", by=CLERK, at=MORNING)

    sam.refresh_from_db()
    assert sam.check_password("a new password of Sam")
    assert not any("password of Sam" in body or sam.password in body for body in _bodies())


def _bodies() -> list[str]:
    return list(events().values_list("body", flat=True))


def test_a_password_changed_by_hand_in_the_database_is_refused(sam):
    with pytest.raises(IntegrityError, match="people_user"), connection.cursor() as cursor:
        cursor.execute("UPDATE people_user SET password = 'forged' WHERE id = %s", [sam.pk])
