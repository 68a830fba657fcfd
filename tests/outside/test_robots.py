"""robots.txt is read as RFC 9309 says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handback.outside.robots import robots_of


@pytest.mark.parametrize(
    ("text", "path", "may"),
    [
        ("", "/page", True),
        ("User-agent: *\nDisallow:", "/page", True),
        ("User-agent: *\nDisallow: /", "/page", False),
        ("User-agent: *\nDisallow: /\nAllow: /documents/", "/documents/s1/report.pdf", True),
        ("User-agent: *\nDisallow: /documents/\nAllow: /", "/documents/s1/report.pdf", False),
        ("User-agent: *\nAllow: /page\nDisallow: /page", "/page", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/documents/s1/report.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/documents/s1/report.pdf?T=1", True),
        ("User-agent: *\nDisallow: /page$", "/page", False),
        ("User-agent: *\nDisallow: /page$", "/pages", True),
        ("User-agent: *\nDisallow: /a*a$", "/a", True),
        ("User-agent: *\nDisallow: /*b*b", "/abab", False),
        ("User-agent: *\nDisallow: /mgUserInfo.aspx?UID=*", "/mgUserInfo.aspx?UID=7", False),
        ("User-agent: *\nDisallow: /a%20b", "/a b", False),
        ("User-agent: handback\nDisallow:\n\nUser-agent: *\nDisallow: /", "/page", True),
        ("User-agent: other\nUser-agent: HANDBACK\nDisallow: /", "/page", False),
        ("User-agent: other\nDisallow: /", "/page", True),
        ("user-agent:*\ndisallow:/page # a reason", "/page", False),
        ("Disallow: /", "/page", True),
        ("<html><body>Sorry: this page is not here</body></html>", "/page", True),
        ("\ufeffUser-agent: *\nDisallow: /", "/page", False),
    ],
)
def test_what_a_site_allows(text, path, may):
    assert robots_of(text.encode(), program="Handback").allows(path) is may


@pytest.mark.parametrize(("said", "seconds"), [("5", 5.0), ("0.5", 0.5), ("9999", 60.0), ("soon", 0.0)])
def test_how_many_seconds_a_site_asks_for_between_requests(said, seconds):
    assert robots_of(f"User-agent: *\nCrawl-delay: {said}".encode(), program="Handback").delay == seconds


@given(st.binary(max_size=400), st.text(max_size=60))
def test_no_robots_txt_however_strange_stops_the_reading_of_it(data, path):
    assert robots_of(b"User-agent: *\nDisallow: " + data, program="Handback").allows(path) in (True, False)


def test_a_rule_made_to_be_slow_is_not():
    slow = robots_of(b"User-agent: *\nDisallow: /" + b"*a" * 5_000 + b"$", program="Handback")

    assert slow.allows("/" + "a" * 4_000 + "b")
