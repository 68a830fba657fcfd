"""A table of values: pasted or sent, and then which of its columns is what."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from handback.reading.series import Role
from handback.web.office import columns
from handback.web.office.measures.forms.fields import LONGEST_TEXT, lines
from handback.web.shared.forms import Form

LARGEST = 10_000_000  # bytes of a file
LABELS = {
    Role.INDICATOR: "Which indicator",
    Role.PERIOD: "Period",
    Role.VALUE: "Value",
    Role.NUMERATOR: "How many",
    Role.DENOMINATOR: "Out of how many",
    Role.QUALITY: "How final it is",
    Role.PUBLISHED: "Published on",
    Role.SOURCE: "Source",
    Role.NOTE: "Note",
}


class TableForm(Form):
    """The table itself. `kept` is a table that was sent as a file, carried from one step to the next."""

    words = forms.CharField(
        label="Paste a table",
        required=False,
        strip=False,
        max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "wrap": "off"}),
        help_text="Copied from a spreadsheet, or separated by commas. Its first row names the columns.",
    )
    file = forms.FileField(
        label="Or send a file",
        required=False,
        allow_empty_file=True,
        help_text="CSV or XLSX, up to 10 MB.",
    )
    indicator = forms.ChoiceField(
        label="Which indicator is it of?",
        required=False,
        help_text="Only where no column of the table says so.",
    )
    kept = forms.CharField(required=False, strip=False, max_length=4 * LARGEST, widget=forms.HiddenInput)

    def __init__(self, *args: Any, indicators: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["indicator"]
        field.choices = [("", "A column says so"), *indicators]

    def clean_file(self) -> Any:
        """Refused by its size before it is read."""
        file = self.cleaned_data.get("file")
        if file and file.size > LARGEST:
            raise forms.ValidationError(
                f"“{file.name}” is {file.size / 1_000_000:.1f} MB, and 10 MB is the most. Nothing was taken."
            )
        if file is not None and not file.size:
            raise forms.ValidationError(f"“{file.name}” is empty. Nothing was taken.")
        return file

    def clean(self) -> dict[str, Any]:
        """There is a table somewhere."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        given = (said.get("words") or "").strip() or said.get("kept") or said.get("file")
        if not given and "file" not in self.errors:
            self.add_error("words", "Paste a table, or send a file")
        return said


class ColumnsForm(columns.ColumnsForm):
    """Which column is what, and why values are restated. The period and a value or counts there must be."""

    prefix = "column"
    labels = LABELS

    def __init__(self, data: Any, *, headers: Sequence[str], opening: Mapping[str, str]) -> None:
        choices = columns.headers_to_choose(headers)
        asked = {
            role.value: forms.ChoiceField(label=label, required=False, choices=choices)
            for role, label in LABELS.items()
        }
        self.base_fields = {**asked, **self.base_fields}  # type: ignore[misc]  # Django copies it
        super().__init__(data, initial={role.value: opening.get(role.value, "") for role in LABELS})

    reason = forms.CharField(
        label="Why values change",
        required=False,
        max_length=LONGEST_TEXT,
        widget=lines(2),
        help_text="Only where values that are in the record already would be replaced.",
    )

    def taken_twice(self, label: str, header: str, already: str) -> str:
        """The same, after the thing that it was chosen for: other errors of this page name theirs too."""
        return f"{label}: {super().taken_twice(label, header, already)}"
