"""Which format bytes hold is told by what they are, and what is refused says what to do instead."""

import io
import zipfile

import pytest

from handback.reading import State, read
from tests.support.office import changed, paragraph, with_body
from tests.support.pdfs import pdf, words

OLDER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def zipped(**parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (pdf(words(60, 700, "The pier is open.")), "pdf"),
        (b"\x00junk\n" + pdf(words(60, 700, "The pier is open.")), "pdf"),
        (with_body(paragraph("The pier is open.")), "docx"),
        (b"The pier %PDF- is open.", "text"),
        (b"Message-ID: <1>\r\nSubject: Pier\r\n\r\nThe pier is open.", "mail"),
        (b"From ada Tue Mar  3 09:00:00 2026\nReceived: by quay\nFrom: ada\n\nThe pier is open.", "mail"),
        (b"From: ada\nTo: tom\nDate: Tue, 3 Mar 2026 09:00:00 +0000\n\nThe pier is open.", "mail"),
        (b"From: Ada\nDate: 3 March 2026\nSubject: Pier\n\nThe pier is open.", "text"),
        (b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\nThe pier is open.\n--b--\n', "mail"),
        (b"Action,Owner,Due\nMend,Ada,May\nOpen,Tom,June\n", "csv"),
    ],
)
def test_a_format_is_told_by_content_whatever_the_name(data, form):
    assert read(data, name="minutes.txt").format == form


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped(**{"minutes.txt": "The pier is open."}), "zip archive"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument text"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "spreadsheet is damaged"),
        (zipped(**{"[Content_Types].xml": "presentationml.presentation.main"}), "slides"),
        (
            zipped(**{"[Content_Types].xml": "application/vnd.ms-excel.sheet.binary.main"}),
            "spreadsheet is damaged",
        ),
        (OLDER + "WordDocument".encode("utf-16-le"), "older Word document"),
        (OLDER + "Workbook".encode("utf-16-le"), "spreadsheet is damaged"),
        (OLDER + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (OLDER, "older Office document"),
        (rb"{\rtf1\ansi The pier is open.}", "rich text"),
        (b"minutes.txt".ljust(257, b"\x00") + b"ustar\x0000" + bytes(600), "archive of files (tar)"),
        (b'x\x9f>"\x01\x00\x01\x06\x90\x08\x00', "winmail.dat"),
        (with_body(paragraph("The pier."))[:300], "damaged"),
    ],
)
def test_what_is_not_read_says_what_it_is(data, reason):
    document = read(data)

    assert document.state is State.UNREADABLE
    assert reason in document.reason


def test_an_office_file_of_another_kind_inside_is_told_by_what_it_says():
    data = changed(
        with_body(paragraph("The pier.")),
        lambda xml: xml.replace("wordprocessingml.document.main", "presentationml.presentation.main"),
        part="[Content_Types].xml",
    )

    assert "slides" in read(data).reason
