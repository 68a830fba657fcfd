"""Django forms in GOV.UK's markup."""

from datetime import date

import pytest
from django import forms

from handback.web.shared.forms import DayField, Form, IsoDayField


class InstrumentForm(Form):
    """The draft of an instrument."""

    title = forms.CharField(
        label="Title of the instrument", max_length=300, help_text="As the document gives it"
    )
    holder = forms.ChoiceField(label="Holder", choices=[("c", "The council")], widget=forms.RadioSelect)
    in_force_on = DayField(label="In force on")
    as_at = IsoDayField(label="As at", required=False)
    document = forms.FileField(label="Document", required=False)


GIVEN = {"title": "Directions", "holder": "c"}
IN_FORCE = {"in_force_on_day": "26", "in_force_on_month": "2", "in_force_on_year": "2015"}


def filled(**changes):
    return InstrumentForm({**GIVEN, **IN_FORCE, **changes})


def test_a_day_is_read_from_three_boxes():
    form = filled()

    assert form.is_valid()
    assert form.cleaned_data["in_force_on"] == date(2015, 2, 26)


def test_a_day_may_come_as_one_iso_text():
    form = InstrumentForm({**GIVEN, "in_force_on": "2015-02-26"})

    assert form.is_valid()
    assert form.cleaned_data["in_force_on"] == date(2015, 2, 26)


@pytest.mark.parametrize("day", ["31", "", "soon"])
def test_a_day_that_does_not_exist_is_refused_with_an_example(day):
    form = filled(in_force_on_day=day)

    assert form.errors["in_force_on"] == ["Enter a day that exists, such as 1 12 2016"]


def test_what_was_typed_is_shown_again():
    assert 'value="31"' in str(filled(in_force_on_day="31")["in_force_on"])


def test_a_day_already_known_fills_its_three_boxes():
    shown = str(InstrumentForm(initial={"in_force_on": date(2015, 2, 6)})["in_force_on"])

    assert [f'value="{part}"' in shown for part in ("6", "2", "2015")] == [True, True, True]


def test_every_box_has_a_label():
    html = str(InstrumentForm())

    assert [f'for="id_{name}"' in html for name in ("title", "as_at", "in_force_on_0", "holder_0")] == [
        True
    ] * 4


def test_a_missing_answer_says_what_to_enter():
    assert InstrumentForm({}).errors["title"] == ["Enter: title of the instrument"]


def test_an_error_is_tied_to_its_field():
    html = str(InstrumentForm({})["title"].as_field_group())

    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_title_error"' in html


def test_a_wrong_field_is_marked():
    assert "govuk-input--error" in str(InstrumentForm({})["title"])


def test_a_right_field_is_not_marked():
    assert "govuk-input--error" not in str(filled()["title"])


def test_what_was_typed_is_escaped():
    assert "<script>" not in str(InstrumentForm({"title": "<script>alert(1)</script>"}))


class ManyFiles(forms.FileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


def test_any_kind_of_file_can_be_dropped():
    class Papers(Form):
        files = forms.FileField(widget=ManyFiles)

    assert 'data-module="govuk-file-upload"' in str(Papers())


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("title", "a" * 301, "Title of the instrument: at most 300 characters; this is 301"),
        ("title", "a\0b", "Title of the instrument: this has a character that cannot be kept"),
        ("holder", "x", "“x” is not one of the choices"),
    ],
)
def test_what_cannot_be_taken_is_told_in_plain_words_with_its_place(field, typed, told):
    assert filled(**{field: typed}).errors[field] == [told]
