"""What every form of an index asks; and an index declared as JSON, with all that can be declared."""

import json
import re
from typing import Any

from django import forms

from handback.records.measures.codes import OF_INDICES, is_address, is_code
from handback.records.measures.measured.entries import IndexEntry
from handback.web.office.measures.forms.fields import lines, short
from handback.web.shared.forms import Form

LONGEST_JSON = 200_000
UNKEEPABLE = re.compile(r"[\ud800-\udfff]|(?<!\\)(?:\\\\)*\\u0000")  # in JSON: half of a character, and none


class CodeForm(Form):
    """The code of an index, which is part of its address and so is asked for once; and who may see it."""

    code = forms.CharField(
        label="Code",
        max_length=40,
        widget=short(),
        help_text="Your short name for it, such as X01. It is part of its address and stays as it is.",
    )

    is_public = forms.BooleanField(
        label="It may be published",
        required=False,
        initial=True,
        help_text="Its score tells of its indicators: one that is not public cannot be in a public index.",
    )

    def __init__(self, *args: Any, held: IndexEntry | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = held
        if held is not None:
            del self.fields["code"]

    @property
    def is_to_be_declared(self) -> bool:
        """Whether it is to be declared, and not only looked at."""
        return bool(self.is_bound and self.data.get("do") == "declare")

    def called(self) -> dict[str, Any]:
        """The code, which a later edition keeps, and whether it may be published."""
        said = self.cleaned_data
        return {"code": self.held.code if self.held else said["code"], "is_public": said["is_public"]}

    def clean_code(self) -> str:
        """Not a word that is the address of a page."""
        code = str(self.cleaned_data["code"])
        if not is_code(code) or is_address(code, words=OF_INDICES):
            raise forms.ValidationError(
                f"Code: “{code}” cannot be used. Write letters and digits, such as X01"
            )
        return code


class JsonForm(CodeForm):
    """All that can be declared. The name and the edition stand in the JSON."""

    declaration = forms.CharField(
        label="Declaration",
        required=False,
        widget=lines(24),
        max_length=LONGEST_JSON,
        strip=True,
        help_text="JSON, with “name” and “edition”. What each part may say stands in the manual of indices.",
    )
    file = forms.FileField(
        label="Or send it as a file (optional)",
        required=False,
        allow_empty_file=True,
        help_text="JSON, in place of what stands above.",
    )
    field_order = ("code", "declaration", "file", "is_public")

    def clean_file(self) -> str:
        """The text of the file; blank where none was sent."""
        file = self.cleaned_data.get("file")
        if not file:
            return ""
        if file.size > LONGEST_JSON:
            raise forms.ValidationError(f"File: it is larger than {LONGEST_JSON // 1000:,} kB")
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError as fault:
            raise forms.ValidationError(f"File: byte {fault.start + 1} is not UTF-8 text") from None

    def clean(self) -> dict[str, Any]:
        """The object that the text holds, with its name and edition, as `said`."""
        found = super().clean() or self.cleaned_data
        if self.errors:
            return found
        if found["file"]:
            typed: Any = self.data
            self.data = {**typed.dict(), "declaration": found["file"]}  # to be put right in the box
        try:
            found["said"] = _object(found["file"] or found["declaration"])
        except forms.ValidationError as fault:
            self.add_error("declaration", fault)
        return found

    def entry(self) -> IndexEntry:
        """What was typed, as the record takes it."""
        said = dict(self.cleaned_data["said"])
        name, version = said.pop("name"), said.pop("edition")
        return IndexEntry(**self.called(), name=name, version=version, declaration=said)


def _object(text: str) -> dict[str, Any]:
    """Raises ValidationError, with the line and column of what is not JSON."""
    if not text:
        raise forms.ValidationError("Declaration: paste it, or send a file")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise forms.ValidationError(f"Declaration: this is not JSON ({fault})") from None
    if not isinstance(found, dict):
        raise forms.ValidationError("Declaration: write an object, in braces")
    if UNKEEPABLE.search(json.dumps(found, ensure_ascii=False)):
        raise forms.ValidationError("Declaration: this has a character that cannot be kept")
    for field in ("name", "edition"):
        if not isinstance(found.get(field), str) or not found[field].strip():
            raise forms.ValidationError(f"Declaration: say “{field}”, as text")
    return found
