"""No answer can take more time or memory than it was allowed, and half an answer is none."""

import socket
import threading

import pytest

from handback.outside import refusals
from handback.outside.transport import unpacked
from tests.support.site import cut_short, trickle, zipped


def test_an_answer_that_ends_before_its_announced_length_is_no_page(site, guest):
    site.pages["/page"] = cut_short(b"<html><body>The first half", announced=400)

    with pytest.raises(refusals.Truncated):
        guest().ask(f"{site.address}/page")


def test_a_packed_answer_that_lacks_its_end_is_no_page(site, guest):
    site.pages["/page"] = zipped(b"The minutes of the meeting. " * 50, keep=40)

    with pytest.raises(refusals.Truncated):
        guest().ask(f"{site.address}/page")


def test_an_answer_that_trickles_is_given_up_when_the_whole_took_too_long(site, guest):
    site.pages["/page"] = trickle(every=0.02)

    with pytest.raises(refusals.TookTooLong):
        guest(read=1, whole=0.2).ask(f"{site.address}/page")


def test_headers_that_trickle_are_given_up_too(guest):
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_trickle_headers, args=[server], daemon=True).start()

        with pytest.raises(refusals.NotBrought, match="took too long"):
            guest(read=1, whole=0.3).ask(f"http://127.0.0.1:{server.getsockname()[1]}/page")


def _trickle_headers(server: socket.socket) -> None:
    for _ in range(3):
        try:
            caller, _ = server.accept()
            caller.recv(1000)
            caller.sendall(b"HTTP/1.1 200 OK\r\n")
            for _ in range(100):
                caller.sendall(b"X-More: and more\r\n")
                threading.Event().wait(0.02)
        except OSError:
            continue


def test_a_site_that_says_nothing_is_given_up(guest):
    silent = socket.create_server(("127.0.0.1", 0))

    with silent, pytest.raises(refusals.RobotsUnknown, match="took too long to answer"):
        guest(read=0.1).ask(f"http://127.0.0.1:{silent.getsockname()[1]}/page")


def test_a_site_that_is_not_there_is_told(guest):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    with pytest.raises(refusals.RobotsUnknown, match="did not answer"):
        guest().ask(f"http://127.0.0.1:{port}/page")


def test_a_packed_answer_comes_unpacked(site, guest):
    site.pages["/page"] = zipped(b"The minutes of the meeting. " * 5_000)

    assert guest().ask(f"{site.address}/page").data == b"The minutes of the meeting. " * 5_000


def test_a_small_packed_answer_that_would_unpack_without_end_is_refused(site, guest):
    site.pages["/page"] = zipped(bytes(30_000_000))

    with pytest.raises(refusals.AnswerTooLarge, match="larger than 2 MB"):
        guest(size=2_000_000).ask(f"{site.address}/page")


def test_an_answer_that_announces_too_much_is_refused_before_it_comes(site, guest):
    site.pages["/page"] = cut_short(b"", announced=3_000_000)

    with pytest.raises(refusals.AnswerTooLarge):
        guest(size=2_000_000).ask(f"{site.address}/page")


def test_an_answer_packed_in_a_way_that_was_not_asked_for_is_refused():
    with pytest.raises(refusals.AnswerGarbled, match="br"):
        unpacked([b"anything"], "br", most=100)


def test_what_only_says_that_it_is_packed_is_refused():
    with pytest.raises(refusals.AnswerGarbled):
        unpacked([b"<html>not packed</html>"], "gzip", most=100)


def test_an_empty_answer_that_says_it_is_packed_is_empty():
    assert unpacked([], "gzip", most=100) == b""


def test_a_proxy_that_the_environment_names_is_not_asked_about_this_machine(site, guest, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    site.pages["/page"] = b"here"

    assert guest().ask(f"{site.address}/page").data == b"here"
