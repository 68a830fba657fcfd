"""A guest at a council's site says who it is, keeps the pace, and leaves what is not offered."""

import pytest

from handback.outside import refusals
from handback.outside.polite import agent, is_askable
from tests.support.site import in_turn, own_certificate, redirect, serving, status, unless_known

PAGE = b"<html><body>Cabinet</body></html>"


def test_a_page_comes_with_its_bytes_and_the_address_that_gave_it(site, guest):
    site.pages["/page"] = PAGE

    answer = guest().ask(f"{site.address}/page")

    assert (answer.status, answer.data, answer.final) == (200, PAGE, f"{site.address}/page")


def test_who_asks_is_said_with_where_they_can_be_reached(site, guest):
    site.pages["/page"] = PAGE

    guest().ask(f"{site.address}/page")

    assert site.headers[-1]["user-agent"] == (
        "Handback/1.2 (reads published council papers; contact: web@harrowmere.example)"
    )


def test_a_contact_cannot_put_another_header_into_the_request():
    assert (
        agent("1", "ada\r\nCookie: x") == "Handback/1 (reads published council papers; contact: adaCookie: x)"
    )


def test_requests_are_a_second_apart_and_robots_txt_is_one_of_them(site, guest, clock):
    site.pages |= {"/a": PAGE, "/b": PAGE}
    polite = guest()

    for path in ("/a", "/b"):
        polite.ask(site.address + path)

    assert clock.slept == [1.0, 1.0]
    assert site.asked == ["/robots.txt", "/a", "/b"]


def test_a_page_that_is_as_it_was_is_not_sent_again(site, guest):
    site.pages["/page"] = unless_known(PAGE, etag='"7"')
    polite = guest()
    first = polite.ask(f"{site.address}/page")

    again = polite.ask(f"{site.address}/page", etag=first.etag)

    assert again.is_unchanged
    assert again.data == b""


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        (404, refusals.NotThere),
        (410, refusals.NotThere),
        (401, refusals.NotGivenOut),
        (403, refusals.NotGivenOut),
        (418, refusals.OddAnswer),
    ],
)
def test_a_status_that_gives_no_page_is_refused_by_name(site, guest, code, refusal):
    site.pages["/page"] = status(code)

    with pytest.raises(refusal, match=str(code)) as refused:
        guest().ask(f"{site.address}/page")

    assert refused.value.status == code


def test_a_redirect_within_the_site_is_followed_and_the_last_address_is_told(site, guest, clock):
    site.pages |= {"/old": redirect("/new page"), "/new%20page": PAGE}

    answer = guest().ask(f"{site.address}/old")

    assert answer.final == f"{site.address}/new page"
    assert clock.slept == [1.0, 1.0]


@pytest.mark.parametrize(
    "to",
    [
        "https://elsewhere.example/page",
        "//elsewhere.example/page",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "http://localhost:1/",
        "http://[",
        "http://127.0.0.1:99999/",
        "//clerk:secret@127.0.0.1/",
    ],
)
def test_a_redirect_to_another_site_is_not_followed(site, guest, to):
    site.pages["/page"] = redirect(to)

    with pytest.raises(refusals.LedAway, match="leads away"):
        guest().ask(f"{site.address}/page")


def test_a_redirect_without_end_is_given_up(site, guest):
    site.pages["/page"] = redirect("/page")

    with pytest.raises(refusals.TooManyTurns):
        guest().ask(f"{site.address}/page")

    assert site.times_asked("/page") == 6


def test_a_passing_failure_is_asked_again_later_and_later(site, guest, clock):
    site.pages["/page"] = in_turn(status(503), status(500), PAGE)

    assert guest().ask(f"{site.address}/page").data == PAGE
    assert clock.slept == [1.0, 2.0, 4.0]


def test_a_failure_that_stays_is_told_after_three_tries(site, guest):
    site.pages["/page"] = status(502)

    with pytest.raises(refusals.ServerFailed, match="each of the 3 times"):
        guest().ask(f"{site.address}/page")

    assert site.times_asked("/page") == 3


@pytest.mark.parametrize("wish", ["30", "Mon, 02 Mar 2026 09:00:31 GMT"])
def test_a_site_that_asks_for_time_is_given_it(site, guest, clock, wish):
    site.pages["/page"] = in_turn(status(429, Retry_After=wish), PAGE)

    guest().ask(f"{site.address}/page")

    assert clock.slept == [1.0, 30.0]


@pytest.mark.parametrize("wish", ["3600", "9" * 400])
def test_a_site_that_asks_for_an_hour_or_more_is_left_alone(site, guest, wish):
    site.pages["/page"] = status(429, Retry_After=wish)

    with pytest.raises(refusals.AskedToWait, match=r"[0-9],[0-9]+ seconds") as refused:
        guest().ask(f"{site.address}/page")

    assert refused.value.stops
    assert site.times_asked("/page") == 1


def test_what_robots_txt_asks_programs_not_to_fetch_is_not_asked_for(site, guest):
    site.pages |= {"/robots.txt": b"User-agent: *\nDisallow: /private\n", "/private/page": PAGE}

    with pytest.raises(refusals.NotAllowed, match="/private/page"):
        guest().ask(f"{site.address}/private/page")

    assert site.asked == ["/robots.txt"]


def test_a_day_later_the_site_is_asked_again_what_it_allows(site, guest, clock):
    site.pages |= {"/robots.txt": b"", "/page": PAGE}
    polite = guest()
    polite.ask(f"{site.address}/page")
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /\n"
    polite.ask(f"{site.address}/page")

    clock.sleep(86_401)

    with pytest.raises(refusals.NotAllowed):
        polite.ask(f"{site.address}/page")


def test_a_longer_pace_that_robots_txt_asks_for_is_kept(site, guest, clock):
    site.pages |= {"/robots.txt": b"User-agent: *\nCrawl-delay: 5\n", "/page": PAGE}

    guest().ask(f"{site.address}/page")

    assert clock.slept == [5.0]


def test_nothing_is_asked_of_a_site_whose_robots_txt_cannot_be_read(site, guest):
    site.pages |= {"/robots.txt": status(500), "/page": PAGE}

    with pytest.raises(refusals.RobotsUnknown) as refused:
        guest().ask(f"{site.address}/page")

    assert refused.value.stops
    assert "/page" not in site.asked


def test_a_site_that_proves_itself_by_its_own_word_is_refused_and_asked_nothing(guest, tmp_path):
    tls, _ = own_certificate(tmp_path)
    with serving(tls=tls) as site:
        with pytest.raises(refusals.CertificateRefused, match="self-signed") as refused:
            guest().ask(f"{site.address}/page")

        assert refused.value.stops
        assert site.asked == []


def test_a_certificate_authority_that_the_operator_names_is_believed(guest, tmp_path):
    tls, public = own_certificate(tmp_path)
    with serving(tls=tls) as site:
        site.pages["/page"] = PAGE

        assert guest(ca_file=str(public)).ask(f"{site.address}/page").data == PAGE


@pytest.mark.parametrize(
    ("faults", "why"), [({"until": 2021}, "expired"), ({"address": "127.0.0.9"}, "not valid for '127.0.0.1'")]
)
def test_a_believed_certificate_that_has_run_out_or_is_anothers_is_refused(guest, tmp_path, faults, why):
    tls, public = own_certificate(tmp_path, **faults)
    with serving(tls=tls) as site:
        with pytest.raises(refusals.CertificateRefused, match=why):
            guest(ca_file=str(public)).ask(f"{site.address}/page")

        assert site.asked == []


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://moderngov.harrowmere.example/ieListMeetings.aspx", True),
        ("http://moderngov.harrowmere.example/", False),
        ("http://127.0.0.1:8000/", True),
        ("http://[::1]/", True),
        ("https://ada:secret@harrowmere.example/", False),
        ("file:///etc/passwd", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_only_https_is_asked_for_or_this_machine(address, may):
    assert is_askable(address) is may


def test_an_address_with_letters_of_any_language_travels_in_percent_signs(site, guest):
    site.pages["/documents/s1/Caf%C3%A9%20report.pdf?T=1"] = PAGE

    assert guest().ask(f"{site.address}/documents/s1/Café report.pdf?T=1#page=2").data == PAGE
