"""Adding an indicator and putting its definition right."""

import pytest

from handback.records.measures import queries
from tests.web.office.measures.conftest import APPEALS, STEADY, told


def test_an_indicator_that_is_added_stands_on_its_page(officer, office, harrowmere):
    response = officer.post(office("indicator-add"), APPEALS, follow=True)

    assert "Appeals decided in time" in told(response)
    assert queries.indicators(harrowmere).get().per == 100


def test_the_form_opens_with_a_code_that_nothing_uses(officer, office, appeals):
    appeals()

    assert 'value="M02"' in officer.get(office("indicator-add")).text


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"name": ""}, "Enter: name"),
        ({"code": "import"}, "is the address of a page"),
        ({"code": "M 1"}, "A code has letters, digits"),
        ({"decimals": "11"}, "less than or equal to 10"),
        ({"is_demonstration": "on"}, "Say what this demonstration shows"),
    ],
)
def test_a_definition_that_cannot_be_says_why_and_loses_nothing(officer, office, harrowmere, said, sentence):
    response = officer.post(office("indicator-add"), {**APPEALS, "source": "Case system", **said})

    assert sentence in told(response)
    assert 'value="Case system"' in response.text
    assert not queries.indicators(harrowmere).exists()


def test_a_code_that_is_used_is_not_used_again(officer, office, appeals):
    appeals()

    assert "Choose another" in told(officer.post(office("indicator-add"), {**APPEALS, "name": "Other"}))


def test_a_changed_definition_shows_what_it_said_before(officer, office, appeals):
    appeals()
    response = officer.post(
        office("indicator-edit", "M01"), {**APPEALS, "name": "Appeals decided within 20 days"}, follow=True
    )

    assert "Name: Appeals decided in time → Appeals decided within 20 days" in told(response)


def test_a_frequency_that_values_do_not_follow_is_refused_beside_its_box(officer, office, appeals):
    appeals(STEADY[:1])

    response = officer.post(office("indicator-edit", "M01"), {**APPEALS, "frequency": "week"})

    assert 'id="id_frequency_error"' in response.text
