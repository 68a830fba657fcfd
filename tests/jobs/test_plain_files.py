"""The public site as plain files: from a small site of the tests' own, and from a published record."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from handback.jobs import plain_files
from handback.jobs.plain_files import (
    MARKER,
    File,
    FolderNotOurs,
    NotAFolder,
    PageMissing,
    TooManyFiles,
    put_in_place,
    site_of,
)
from tests.jobs.conftest import environment, ran
from tests.support.sources import PROJECT

MONDAY = date(2026, 3, 2)
PAGES = {
    "/": ("text/html", b'<link href="/static/s.css"><a href="/marlow/">M</a><a href="/office/">Office</a>'),
    "/register/": (
        "text/html",
        b'<a href="/">Home</a><a href="/?page=2">Next</a><a href="https://a.example/">A</a>',
    ),
    "/changes.atom": ("application/atom+xml", b"<feed/>"),
    "/marlow/": ("text/html", b'<a href="/functions/F%201/#top">F 1</a><img src="/static/m&amp;w.svg">'),
    "/functions/F 1/": ("text/html", b'<a href="/marlow/">Up</a>'),
    "/static/s.css": ("text/css", b"@font-face{src:url(fonts/a.woff2)}b{background:url('/static/b.svg')}"),
    "/static/fonts/a.woff2": ("font/woff2", b"\x00font"),
    "/static/b.svg": ("image/svg+xml", b"<svg/>"),
    "/static/m&w.svg": ("image/svg+xml", b"<svg/>"),
}


class SmallSite:
    """A WSGI application that answers with PAGES and remembers how it was asked."""

    def __init__(self, pages: dict[str, tuple[str, bytes]]) -> None:
        self.pages, self.asked = pages, []

    def __call__(self, environment, start) -> Iterable[bytes]:
        self.asked.append(environment)
        kind, content = self.pages.get(environment["PATH_INFO"], ("", b""))
        start("200 OK" if kind else "404 Not Found", [("Content-Type", kind)])
        return [content]


def written(pages=PAGES) -> dict[str, bytes]:
    return {str(file.path): file.content for file in site_of(SmallSite(pages))}


def test_every_page_that_is_linked_is_written_and_nothing_else():
    assert sorted(written()) == [
        "changes.atom",
        "functions/F 1/index.html",
        "index.html",
        "marlow/index.html",
        "register/index.html",
        "static/b.svg",
        "static/fonts/a.woff2",
        "static/m&w.svg",
        "static/s.css",
    ]


def test_links_within_the_site_are_made_relative():
    assert b'href="../functions/F%201/index.html#top"' in written()["marlow/index.html"]
    assert b'src="../static/m%26w.svg"' in written()["marlow/index.html"]
    assert b'href="../../marlow/index.html"' in written()["functions/F 1/index.html"]


def test_links_to_elsewhere_and_to_the_office_stay_as_they_are():
    assert b'href="https://a.example/"' in written()["register/index.html"]
    assert b'href="/office/"' in written()["index.html"]


def test_a_style_sheet_finds_its_pictures_from_its_own_place():
    assert written()["static/s.css"] == (
        b"@font-face{src:url(fonts/a.woff2)}b{background:url('../static/b.svg')}"
    )


def test_a_page_that_is_linked_and_missing_stops_everything():
    with pytest.raises(PageMissing, match="/marlow/ links to /functions/F%201/"):
        written({address: page for address, page in PAGES.items() if "F 1" not in address})


def test_links_that_lead_on_without_end_stop_everything():
    endless = SmallSite(PAGES)
    endless.pages = _Endless(PAGES)

    with pytest.raises(TooManyFiles, match="more than 50 files"):
        list(site_of(endless, most=50))


class _Endless(dict):
    def get(self, address, _default=None):
        return "text/html", f'<a href="{address}x/">On</a>'.encode()


def test_the_site_is_asked_for_at_the_address_where_it_will_be_read():
    site = SmallSite(PAGES)

    list(site_of(site, address="https://powers.example.gov.uk"))

    assert {(asked["wsgi.url_scheme"], asked["HTTP_HOST"]) for asked in site.asked} == {
        ("https", "powers.example.gov.uk")
    }


@pytest.mark.parametrize(
    "address", ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/a/..%2f..%2fetc/passwd"]
)
def test_no_address_leads_out_of_the_folder(address):
    assert ".." not in plain_files.file_of(address).parts


def pages(*names: str) -> list[File]:
    return [File(PurePosixPath(name), name.encode()) for name in names]


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def broken():
    yield from pages("half.html")
    raise PageMissing("/gone/", "404 Not Found", "/")


def test_the_site_replaces_the_one_before_and_leaves_no_litter(tmp_path):
    put_in_place(tmp_path / "site", pages("old.html"), on=MONDAY)
    put_in_place(tmp_path / "site", pages("new.html"), on=MONDAY)

    assert names_in(tmp_path / "site") == {"new.html", MARKER}
    assert names_in(tmp_path) == {"site"}


def test_a_failure_half_way_leaves_the_old_site_whole_and_no_litter(tmp_path):
    put_in_place(tmp_path / "site", pages("old.html"), on=MONDAY)

    with pytest.raises(PageMissing):
        put_in_place(tmp_path / "site", broken(), on=MONDAY)

    assert names_in(tmp_path / "site") == {"old.html", MARKER}
    assert names_in(tmp_path) == {"site"}


def test_a_first_publication_that_fails_leaves_nothing(tmp_path):
    with pytest.raises(PageMissing):
        put_in_place(tmp_path / "site", broken(), on=MONDAY)

    assert names_in(tmp_path) == set()


def test_where_folders_cannot_be_exchanged_they_are_renamed(tmp_path, monkeypatch):
    put_in_place(tmp_path / "site", pages("old.html"), on=MONDAY)
    monkeypatch.setattr(plain_files, "RENAME_EXCHANGE", 1 << 30)  # a flag that no system knows

    put_in_place(tmp_path / "site", pages("new.html"), on=MONDAY)

    assert names_in(tmp_path / "site") == {"new.html", MARKER}
    assert names_in(tmp_path) == {"site"}


def test_a_folder_with_files_of_somebody_elses_is_refused(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")

    with pytest.raises(FolderNotOurs, match="nothing there was touched"):
        put_in_place(tmp_path, pages("index.html"), on=MONDAY)
    assert names_in(tmp_path) == {"thesis.txt"}


@pytest.mark.parametrize("make", [Path.touch, lambda place: place.symlink_to(place.parent)])
def test_a_file_or_a_link_in_place_of_the_folder_is_refused(tmp_path, make):
    make(tmp_path / "site")

    with pytest.raises(NotAFolder):
        put_in_place(tmp_path / "site", pages("index.html"), on=MONDAY)


def test_an_empty_folder_is_used(tmp_path):
    (tmp_path / "site").mkdir()

    assert put_in_place(tmp_path / "site", pages("index.html"), on=MONDAY).files == 2


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The manual’s record, published and written out where only another host is allowed, over TLS."""
    place = tmp_path_factory.mktemp("published")
    strict = environment(place / "record", HANDBACK_HOSTS="record.example.gov.uk", HANDBACK_TLS="1")
    ran("load", PROJECT / "docs" / "reference" / "harrowmere.json", "--publish", env=strict)
    done = ran("publish", "site", "--address", "https://powers.example.gov.uk", env=strict, cwd=place)
    assert (done.returncode, done.stderr) == (0, "")
    return place / "site"


def test_a_published_record_is_written_with_its_data_fonts_and_feed(site):
    for name in ("index.html", "harrowmere/index.html", "harrowmere/record.json", "changes.atom"):
        assert (site / name).is_file()
    assert list(site.rglob("*.woff2"))


def test_the_feed_gives_whole_addresses_and_no_page_names_this_machine(site):
    assert "https://powers.example.gov.uk/harrowmere/" in (site / "changes.atom").read_text()
    assert not [path for path in site.rglob("*") if path.is_file() and b"localhost" in path.read_bytes()]
