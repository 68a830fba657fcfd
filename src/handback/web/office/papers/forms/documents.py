"""Adding documents: files from the reader's machine, or pasted text."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from handback.web.shared.forms import Form


class ManyFiles(forms.FileInput):
    """A box into which one or several files can be dropped."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """One or several files. Whether each can be kept is for the record to say."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=ManyFiles(attrs={"multiple": True}), allow_empty_file=True, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        """The files, in the order in which they were given."""
        given = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(ManyFilesField, self).clean(file, initial) for file in given]


class KeepForm(Form):
    """Files or pasted text, and where they were published."""

    documents = ManyFilesField(
        label="Files",
        required=False,
        help_text="PDF, Word, spreadsheets, web pages, e-mails or plain text, up to 20 MB each. "
        "You can choose up to 100.",
    )
    text = forms.CharField(
        label="Or paste the text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    title = forms.CharField(
        label="Title of the pasted text", required=False, max_length=200, help_text="If you pasted text."
    )
    address = forms.URLField(
        label="Where it was published (optional)",
        required=False,
        max_length=600,
        assume_scheme="https",
        help_text="The web address, so that others can look it up.",
        error_messages={"invalid": "Enter a web address that begins with https:// or http://"},
    )

    def clean(self) -> dict[str, Any]:
        """Files or text there must be; a pasted text needs a title."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        text = said.get("text") or ""
        if not said.get("documents") and not text.strip():
            self.add_error("documents", "Choose a file, or paste some text")
        if text.strip() and not said.get("title"):
            self.add_error("title", "Enter: title of the pasted text")
        return said
