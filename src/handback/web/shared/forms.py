"""Django forms in GOV.UK's markup: labels, hints, errors that the summary links to.

A page's form inherits from `Form`; nothing else is needed. Days are asked as three boxes (`DayField`) or, in
filters, as one (`IsoDayField`); both give a `date`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms import widgets
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates

_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),  # before RadioSelect, which it inherits from
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.Select, "govuk-select"),
    (forms.Textarea, "govuk-textarea"),
    (forms.FileInput, "govuk-file-upload"),
    (widgets.Input, "govuk-input"),
)

_SHOW_ERRORS = {"govuk-input", "govuk-textarea", "govuk-select", "govuk-file-upload"}


class Renderer(DjangoTemplates):
    """Renders forms with this project's templates."""

    form_template_name = "shared/forms/form.html"
    field_template_name = "shared/forms/field.html"


class Form(forms.Form):
    """A form whose fields carry GOV.UK's classes, with an error class where they are wrong."""

    default_renderer = Renderer
    error_css_class = "govuk-form-group--error"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _dress(field.widget)
            _ask_in_words(field)

    def __getitem__(self, name: str) -> BoundField:
        bound = super().__getitem__(name)
        if self.is_bound and bound.errors:
            _mark_wrong(bound.field.widget)
        return bound


class DayParts(forms.MultiWidget):
    """Day, month and year in three boxes; also takes one value in ISO form under the field's own name."""

    template_name = "shared/forms/day-parts.html"
    use_fieldset = True
    PARTS = (("day", 2), ("month", 2), ("year", 4))

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            name: forms.TextInput(
                attrs={
                    "inputmode": "numeric",
                    "autocomplete": "off",
                    "class": f"govuk-input govuk-date-input__input govuk-input--width-{width}",
                }
            )
            for name, width in self.PARTS
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: Any) -> list[str]:
        """The three boxes for a date or an ISO text."""
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        parts = str(value or "").split("-")
        return [part.lstrip("0") for part in reversed(parts)] if len(parts) == 3 else ["", "", ""]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:  # noqa: ARG002 - Django's signature
        """An ISO text, whatever was typed; empty where nothing was."""
        if name in data:
            return data[name]
        day, month, year = (str(data.get(f"{name}_{part}", "")).strip() for part, _ in self.PARTS)
        return f"{year}-{month}-{day}" if day or month or year else ""

    def id_for_label(self, id_: str) -> str:
        """The first box, which is where the error summary leads."""
        return f"{id_}_0" if id_ else id_


class DayField(forms.DateField):
    """A day, asked in three boxes."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", DayParts)
        kwargs.setdefault("input_formats", ["%Y-%m-%d"])
        kwargs.setdefault("error_messages", {"invalid": "Enter a day that exists, such as 1 12 2016"})
        super().__init__(**kwargs)


class IsoDayField(DayField):
    """A day, asked in one box as 2016-12-01: for filters and addresses that are shared."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        kwargs.setdefault("error_messages", {"invalid": "Enter a day that exists, such as 2016-12-01"})
        super().__init__(**kwargs)


def _ask_in_words(field: forms.Field) -> None:
    """ "Enter the name of the instrument", where the form has not said it in its own words."""
    if not field.label:
        return
    label = str(field.label)
    said = field.error_messages
    if said.get("required") == forms.Field.default_error_messages["required"]:
        chosen = isinstance(
            field.widget, forms.Select | forms.RadioSelect | forms.FileInput | forms.CheckboxInput
        )
        named = label if label[1:2].isupper() else label[:1].lower() + label[1:]
        said["required"] = f"{'Choose' if chosen else 'Enter'}: {named}"
    if said.get("invalid_choice") == forms.ChoiceField.default_error_messages["invalid_choice"]:
        said["invalid_choice"] = "“%(value)s” is not one of the choices"
    named = label.replace("%", "%%")
    said.setdefault("max_length", f"{named}: at most %(limit_value)s characters; this is %(show_value)s")
    said.setdefault("null_characters_not_allowed", f"{named}: this has a character that cannot be kept")


def _dress(widget: forms.Widget) -> None:
    if isinstance(widget, forms.MultiWidget | forms.HiddenInput):
        return
    for kind, name in _CLASSES:
        if isinstance(widget, kind):
            widget.attrs["class"] = f"{name} {widget.attrs.get('class', '')}".strip()
            return


def _mark_wrong(widget: forms.Widget) -> None:
    for each in widget.widgets if isinstance(widget, forms.MultiWidget) else (widget,):
        kind = each.attrs.get("class", "").split(" ")[0]
        if (
            kind in {"govuk-input", "govuk-textarea", "govuk-select", "govuk-file-upload"}
            and "--error" not in each.attrs["class"]
        ):
            each.attrs["class"] += f" {kind}--error"
