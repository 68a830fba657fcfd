"""Mails: who wrote what and when, what was quoted from others, and what was attached."""

from datetime import date
from email.message import EmailMessage

import pytest

from handback.reading import Document, read
from handback.reading.formats.email import MOST_ATTACHED
from tests.support.office import paragraph, with_body


def mail(words: str = "The ferry is repaired.", *, subject: str = "Ferry plan") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ada Lindqvist <ada@harrowmere.example>"
    message["To"] = "Maya Okafor <maya@harrowmere.example>"
    message["Date"] = "Tue, 03 Mar 2026 09:00:00 +0000"
    message["Subject"], message["Message-ID"] = subject, "<1@harrowmere.example>"
    message.set_content(words)
    return message


def under(document: Document, heading: str) -> list[str]:
    return [document.words(p) for p in document.passages if p.heading == heading]


def test_headers_are_fields_with_their_places():
    document = read(mail().as_bytes())

    assert {field.name for field in document.fields} == {"from", "to", "date", "subject"}
    assert all(document.text[f.start : f.end] == f.value for f in document.fields)
    assert (document.kind, document.title, document.dated_on) == ("e-mail", "Ferry plan", date(2026, 3, 3))


@pytest.mark.parametrize(
    "quoted",
    [
        "On 2 March 2026, Maya Okafor wrote:\n> Please mend the ferry.\n",
        "> Please mend the ferry.\n",
        "-----Original Message-----\nFrom: Maya Okafor\nPlease mend the ferry.\n",
        "From: Maya Okafor\nSent: 2 March 2026\nTo: Ada\nSubject: Ferry\n\nPlease mend the ferry.\n",
    ],
)
def test_what_is_quoted_stands_under_its_own_heading(quoted):
    document = read(mail(f"The ferry is repaired.\n\n{quoted}").as_bytes())

    assert "Please mend the ferry." in under(document, "Quoted")
    assert "The ferry is repaired." not in under(document, "Quoted")


def test_an_answer_below_what_is_quoted_is_not_quoted():
    document = read(mail("> Is it mended?\n\nThe ferry is repaired.").as_bytes())

    assert under(document, "Quoted") == ["Is it mended?"]


def test_plain_words_are_preferred_to_html():
    message = mail("The ferry is repaired.")
    message.add_alternative("<p>The ferry is <b>mended</b>.</p>", subtype="html")

    assert "mended" not in read(message.as_bytes()).text


def test_html_is_read_where_there_is_nothing_else():
    message = mail()
    message.set_content("<p>The ferry is mended.</p><blockquote>Is it?</blockquote>", subtype="html")
    document = read(message.as_bytes())

    assert "The ferry is mended." in document.text
    assert under(document, "Quoted") == ["Is it?"]


@pytest.mark.parametrize("named", [b"", b"Content-Type: text/plain; charset=us-ascii\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_words_whose_encoding_is_not_named_or_is_named_wrongly_are_read(named, encoding):
    head = b"From: ada@harrowmere.example\r\nMessage-ID: <1@harrowmere.example>\r\n" + named
    document = read(head + b"\r\n" + "The crane’s motor costs £300.".encode(encoding))

    assert "The crane’s motor costs £300." in document.text


def test_how_a_letter_begins_and_ends_heads_nothing():
    document = read(mail("Dear Councillor Okafor\n\nThe crane works.\n\nYours sincerely\n\nAda").as_bytes())

    assert {"Dear Councillor Okafor", "Yours sincerely"}.isdisjoint(p.heading for p in document.passages)


def attached(data: bytes, name: str) -> Document:
    message = mail()
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return read(message.as_bytes())


def test_what_is_attached_is_read_too():
    document = attached(with_body(paragraph("Cabinet agreed to mend the ferry.")), "report.docx")

    assert document.words(document.passages[-1]) == "Cabinet agreed to mend the ferry."
    assert document.passages[-1].place == "attached report.docx"


def test_attachments_beyond_those_that_are_read_are_counted():
    message = mail("See what is attached.")
    for number in range(MOST_ATTACHED + 3):
        message.add_attachment(f"Paper {number}: the pier is open.", filename=f"{number}.txt")

    document = read(message.as_bytes())

    assert document.text.count("the pier is open") == MOST_ATTACHED
    assert [(left.what, left.why) for left in document.unread] == [
        ("Further attachments (3)", f"only {MOST_ATTACHED} are read.")
    ]


def test_what_is_attached_and_cannot_be_read_is_named():
    document = attached(b"\x89PNG\r\n\x1a\n" + bytes(50), "pier.png")

    assert [part.what for part in document.unread] == ["Attached pier.png"]


def test_mails_within_mails_are_read_two_deep_and_the_rest_is_named():
    message = mail("The fourth.", subject="Fourth")
    for name in ("third", "second", "first"):
        outer = mail(f"The {name}.", subject=name)
        outer.add_attachment(message)
        message = outer
    document = read(message.as_bytes())

    assert [f"The {name}." in document.text for name in ("first", "second", "third", "fourth")] == [
        *(True, True, True),
        False,
    ]
    assert "within a mail" in document.unread[0].why


def test_words_that_somebody_typed_like_headers_are_no_mail():
    assert read(b"From: Ada\nTo: Maya\nSubject: Ferry\n\nThe ferry is repaired.").format == "text"


@pytest.mark.parametrize(
    "broken",
    [
        b"Message-ID: <1>\nFrom: a@b\nContent-Type: text/plain; charset=no-such\n\nThe ferry is repaired.",
        b"Message-ID: <1>\nFrom: =?utf-8?q?=\nContent-Type: multipart/mixed; boundary=x\n\nThe ferry.",
        b"MIME-Version: 1.0\nFrom: a\nDate: yesterday\nContent-Transfer-Encoding: base64\n\n!!!The ferry",
    ],
)
def test_a_broken_mail_does_not_fail(broken):
    assert read(broken).format == "mail"


@pytest.mark.parametrize(
    "parts",
    [b"--x\n\nThe ferry.\n" * 6_000, b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 2_000],
)
def test_a_mail_of_more_parts_than_any_needs_is_not_taken_apart(parts):
    head = b"Message-ID: <1>\nFrom: ada\nContent-Type: multipart/mixed; boundary=x\n\n"

    assert "more parts than any mail needs" in read(head + parts).reason


def test_a_mail_to_very_many_is_told_for_a_mail():
    head = b"Message-ID: <1>\nTo: " + b", ".join(b"sam%d@harrowmere.example" % n for n in range(1_500))

    assert read(head + b"\n\nThe ferry is repaired.").format == "mail"
