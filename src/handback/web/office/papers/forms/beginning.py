"""Beginning a record: a function, or a whole record file."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import slugify

from handback.core.powers import COMMISSIONERS, COUNCIL, NOBODY, Kind, PartyKind
from handback.records.powers.actions import FieldProblem
from handback.web.office.papers.forms.entries import SOURCES, EntryForm, capitalised, lines, short
from handback.web.office.papers.forms.offers import Offers
from handback.web.shared.forms import Form

USUAL = {party.kind.value for party in (COUNCIL, COMMISSIONERS, NOBODY)}  # every record has them
LARGEST = 20_000_000  # bytes, as recordfile.places.LARGEST_FILE


class FunctionForm(EntryForm):
    """One function. A group is chosen, or a new one is named."""

    name = forms.CharField(
        label="Name",
        max_length=400,
        help_text="In the words of the document that names it, such as “Licensing”.",
    )
    code = forms.CharField(
        label="Code", max_length=20, widget=short(), help_text="Your short name for it, such as F01."
    )
    kind = forms.ChoiceField(
        label="What sort of function", choices=capitalised(Kind), widget=forms.RadioSelect
    )
    group = forms.ChoiceField(label="Group")
    new_group = forms.CharField(
        label="Or a new group",
        max_length=60,
        help_text="Functions treated together, such as “Children”.",
    )
    sources = forms.CharField(label="Sources", widget=lines(), help_text=SOURCES)

    def __init__(self, *args: Any, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, offers=offers, **kwargs)
        if not offers.of("group"):
            del self.fields["group"]
            self.fields["new_group"].label = "Group"

    def offered(self) -> dict[str, str]:
        """Groups of the record."""
        return {"group": "group or none"}

    def values(self) -> dict[str, Any]:
        """The entry; a new group is known by a short form of its name."""
        said = super().values()
        label = said.pop("new_group", "")
        if label:
            said["group"] = slugify(label) or label
        return said

    @property
    def group_label(self) -> str:
        """What the group is called, if it is new."""
        return str(self.cleaned_data.get("new_group") or "")

    def tell(self, problem: FieldProblem) -> None:
        """A fault of the group is shown beside the box that it was typed into."""
        typed = problem.field == "group" and (
            "group" not in self.fields or self.cleaned_data.get("new_group")
        )
        super().tell(FieldProblem("new_group", problem.sentence) if typed else problem)

    @classmethod
    def beginning(cls, codes: Mapping[str, Any]) -> dict[str, Any]:
        """A code that nothing uses yet: F29 after F28."""
        code = next(f"F{n:02}" for n in range(1, len(codes) + 2) if f"F{n:02}" not in codes)
        return {"code": code, "kind": Kind.EXECUTIVE.value}


class HolderForm(EntryForm):
    """A body or person that can hold functions, beside the council and the commissioners jointly."""

    listed = ()

    kind = forms.ChoiceField(
        label="Who it is", choices=[pair for pair in capitalised(PartyKind) if pair[0] not in USUAL]
    )
    name = forms.CharField(
        label="Name", max_length=200, help_text="Such as “The Harrowmere Children’s Trust”."
    )
    code = forms.CharField(label="Code", max_length=20, widget=short(), help_text="Such as trust or okafor.")
    person = forms.CharField(
        label="Name of the person", max_length=120, help_text="Only for one commissioner."
    )


class LoadForm(Form):
    """A record file."""

    file = forms.FileField(
        label="Record file",
        allow_empty_file=True,
        help_text="JSON in the format handback-record/1, up to 20 MB. All of it is loaded, or nothing. "
        "A measures file (handback-measures/1) is loaded with the command “handback load”.",
    )

    def clean_file(self) -> Any:
        """Refused by its size before it is brought into memory."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                f"“{file.name}” is {file.size / 1_000_000:.1f} MB and a record file can be 20 MB at most. "
                "Nothing was changed."
            )
        if not file.size:
            raise forms.ValidationError(f"“{file.name}” is empty. Nothing was changed.")
        return file
