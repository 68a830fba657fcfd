"""Where pages stand, and what becomes of a link to a page that a site does not have."""

from datetime import date

from handback.web.shared.powers.addresses import EVERY_PAGE, Addresses, Pages

DAY = date(2016, 12, 1)


def test_a_day_stands_in_the_address_so_that_a_link_can_be_shared(to):
    assert to.powers(on=DAY) == "/site/powers/?as-at=2016-12-01"


def test_data_stands_beside_the_page_it_is_the_data_of(to):
    assert to.powers(on=DAY, form="csv") == "/site/powers.csv?as-at=2016-12-01"


def test_a_site_that_answers_for_no_day_has_addresses_without_one():
    plain = Addresses("/site/", EVERY_PAGE & ~Pages.DAYS)

    assert plain.powers(on=DAY) == "/site/powers/"


def test_a_page_that_the_site_lacks_has_no_address():
    public = Addresses("/site/", Pages.FUNCTIONS)

    assert (public.decide(), public.function("F01")) == ("", "/site/functions/F01/")


def test_a_persons_name_becomes_part_of_an_address(to):
    assert to.commissioner("Cllr Maya O'Kafor") == "/site/commissioners/cllr-maya-okafor/"
