"""Whatever is sent gives a clear message, and nothing that was sent well is lost."""

import gzip
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handback.records.documents import queries


def sent(client, office, content, name="sent.txt", **fields):
    return client.post(
        office("documents"), {"documents": [SimpleUploadedFile(name, content)], **fields}, follow=True
    )


def read_page(client, office, harrowmere):
    [row] = queries.documents(harrowmere)
    return client.post(office("document-read", row.pk), follow=True).text


def test_an_empty_file_is_refused_in_words(officer, office, harrowmere):
    response = sent(officer, office, b"", "empty.txt")

    assert "“empty.txt” is empty, so there was nothing to keep" in response.text
    assert not queries.documents(harrowmere).exists()


def test_a_file_of_30_mb_is_refused_with_its_size_and_what_to_do(officer, office, harrowmere):
    response = sent(officer, office, b"x" * 30_000_000, "pack.txt")

    assert "“pack.txt” is 30.0 MB" in response.text
    assert "Split it" in response.text
    assert not queries.documents(harrowmere).exists()


def test_pasted_text_of_30_mb_is_refused_in_words(officer, office):
    response = officer.post(office("documents"), {"text": "x" * 30_000_000, "title": "Pack"})

    assert response.status_code == 400
    assert "larger than 20 MB" in response.text


def test_nothing_at_all_asks_for_a_file_or_text(officer, office):
    assert "Choose a file, or paste some text" in officer.post(office("documents"), {}).text


def test_a_pasted_text_without_a_title_is_not_lost(officer, office):
    text = officer.post(office("documents"), {"text": "What the council said"}).text

    assert "Enter: title of the pasted text" in text
    assert "What the council said</textarea>" in text


def test_one_bad_file_does_not_lose_the_good_one(officer, office, harrowmere):
    files = [SimpleUploadedFile("good.txt", b"Good"), SimpleUploadedFile("empty.txt", b"")]
    response = officer.post(office("documents"), {"documents": files})

    assert "Kept: good.txt." in response.text
    assert "“empty.txt” is empty" in response.text
    assert queries.documents(harrowmere).get().name == "good.txt"


def _zip_bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 20_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bytes(range(256)) * 40, "This is not text"),
        (_zip_bomb(), "zip archive"),
        (gzip.compress(b"0" * 10_000_000), "compressed file"),
    ],
    ids=["binary rubbish", "a zip bomb", "a gzip bomb"],
)
def test_what_cannot_be_read_is_kept_and_says_why(officer, office, harrowmere, content, said):
    sent(officer, office, content)

    page = read_page(officer, office, harrowmere)

    assert said in page
    assert "kept whole all the same" in page


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_a_document_in_another_encoding_is_shown_rightly(officer, office, harrowmere, encoding):
    sent(officer, office, "The council’s plan costs £5m.".encode(encoding))

    assert "The council’s plan costs £5m." in read_page(officer, office, harrowmere)


@pytest.mark.parametrize(
    "content",
    [
        b"<html><body><p>Hello</p><script>alert(1)</script><img src=x onerror=alert(2)></body></html>",
        b"Plain words with <script>alert(1)</script> and <img src=x onerror=alert(2)> in them.",
    ],
    ids=["a web page", "a plain text"],
)
def test_scripts_in_a_document_are_never_part_of_the_page(officer, office, harrowmere, content):
    sent(officer, office, content, '"><script>alert(3)</script>.html')

    page = read_page(officer, office, harrowmere)

    assert "<script>alert" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize("name", ["../../../etc/passwd", "..\\..\\windows\\system.ini", "/etc/shadow"])
def test_a_path_in_a_file_name_is_dropped(officer, office, harrowmere, name):
    sent(officer, office, b"Words", name)

    assert not set("/\\") & set(queries.documents(harrowmere).get().name)


def test_an_address_that_is_no_web_address_is_refused(officer, office):
    response = sent(officer, office, b"Words", address="javascript:alert(1)")

    assert "Enter a web address" in response.text


def test_days_that_do_not_exist_in_a_document_break_nothing(officer, office, harrowmere):
    sent(officer, office, b"The council will report back by 31 February 2016.")

    assert "Its text" in read_page(officer, office, harrowmere)


def test_a_pasted_text_keeps_the_whole_of_its_title(officer, office):
    officer.post(office("documents"), {"text": "RESOLVED: That it be noted.", "title": "Cabinet 12/5/2024"})

    assert "Cabinet 12/5/2024" in officer.get(office("documents")).content.decode()
