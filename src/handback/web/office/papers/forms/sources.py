"""Naming a council's site as a source."""

import re
from typing import Any

from django import forms

from handback.web.shared.forms import DayField, Form

LONGEST_LIST = 200  # bodies


class SourceForm(Form):
    """A council's ModernGov site: its name, address, the bodies followed, and since when."""

    name = forms.CharField(label="Name", max_length=120, help_text="Such as “Harrowmere’s committee pages”.")
    address = forms.CharField(
        label="Address",
        max_length=400,
        widget=forms.TextInput(attrs={"inputmode": "url", "spellcheck": "false"}),
        help_text="Of any page of the council’s ModernGov site, such as "
        "https://democracy.harrowmere.example/ieDocHome.aspx",
    )
    bodies = forms.CharField(
        label="Bodies to follow (optional)",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One on each line: its number in the site’s addresses (CId or CommitteeId), then its name, "
        "such as “103 Cabinet”. None means every body.",
    )
    since = DayField(label="Meetings since", help_text="Earlier meetings are not asked for.")
    with_attachments = forms.BooleanField(
        label="Also bring the documents attached to meetings", required=False
    )

    def clean_address(self) -> str:
        """Nothing of the machine that serves this page: only who keeps that may name it, by the command."""
        address = str(self.cleaned_data["address"]).strip()
        if address.lower().startswith("http://"):
            raise forms.ValidationError("Enter an address that begins with https://")
        return address

    def clean_bodies(self) -> list[tuple[int, str]]:
        """Numbers with names."""
        found = []
        for line in str(self.cleaned_data["bodies"]).splitlines():
            if not line.strip():
                continue
            taken = re.fullmatch(r"\s*([0-9]{1,9})[\s:,;-]+(.{1,120})", line)
            if taken is None:
                raise forms.ValidationError(f"“{line.strip()[:60]}” is not a number and a name")
            found.append((int(taken[1]), taken[2].strip()))
        if len(found) > LONGEST_LIST:
            raise forms.ValidationError(f"At most {LONGEST_LIST} bodies")
        return found

    def given(self) -> dict[str, Any]:
        """What the record is told."""
        return dict(self.cleaned_data)
