"""Asking a council's site for pages, as a guest does.

1. Every request counts towards the pace of its host: redirects, retries and robots.txt too.
2. Only addresses of the site that was named are asked for, wherever a page sends its visitors.
3. What failed for a while is asked again, a few times, as late as the site wishes.
4. Nothing is asked of a site that cannot prove who it is, or whose robots.txt cannot be read.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit, urlunsplit

from handback.outside import refusals
from handback.outside.pace import EVERY, Pace
from handback.outside.refusals import NotBrought
from handback.outside.robots import Robots, robots_of
from handback.outside.transport import LOOPBACK, Reply, Transport

PROGRAM = "Handback"
TURNS = 5  # redirects that are followed for one page
TRIES = 3
FIRST_WAIT = 2.0  # seconds before the second try; twice as long before the third
MOST_DIGITS = 9  # of a wish to wait that are looked at: longer ones are years
LONGEST_WAIT = 120.0  # seconds; who asks for more is left alone
ROBOTS_LAST = 86_400.0  # seconds for which a robots.txt is gone by (RFC 9309, section 2.4)
GONE, KEPT_BACK, MOVED = (404, 410), (401, 403), (301, 302, 303, 307, 308)
TRY_LATER = (429, 500, 502, 503, 504)
NOT_MODIFIED, FINE = 304, 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site gave for an address. `final` is where it came from; no `data` if the page is as it was."""

    status: int
    final: str
    data: bytes
    etag: str = ""
    last_modified: str = ""

    @property
    def is_unchanged(self) -> bool:
        """Whether the site says that the page is as it was when it was last asked for."""
        return self.status == NOT_MODIFIED


def agent(version: str, contact: str) -> str:
    """How Handback names itself to a site, with where its operator can be reached.

    Characters that do not belong in a header are left out.
    """
    reached = re.sub(r"[^\x20-\x7e]|[()]", "", contact).strip() or "not given"
    return f"{PROGRAM}/{version} (reads published council papers; contact: {reached})"


def is_askable(address: str) -> bool:
    """Whether an address may be asked for at all: HTTPS, or plain HTTP on this machine."""
    try:
        parts = urlsplit(address)
        named, _ = parts.hostname, parts.port
    except ValueError:
        return False
    plain_here = parts.scheme == "http" and named in LOOPBACK
    return bool(named) and not parts.username and (parts.scheme == "https" or plain_here)


class Polite:
    """Asks for pages. `clock` gives seconds since 1970, `sleep` takes seconds."""

    def __init__(
        self,
        transport: Transport,
        pace: Pace,
        *,
        agent: str,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self._transport, self._pace, self._agent = transport, pace, agent
        self._clock, self._sleep = clock, sleep
        self._robots: dict[str, tuple[float, Robots]] = {}  # of each site, with when they were read

    def ask(self, address: str, *, etag: str = "", last_modified: str = "") -> Answer:
        """The page at an address, or that it has not changed since it was given with these marks.

        Raises a NotBrought by its name.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        where, reply = self._followed(address, headers, self._allowed)
        if reply.status in (FINE, NOT_MODIFIED):
            said = reply.headers
            data = reply.data if reply.status == FINE else b""
            return Answer(
                reply.status, where, data, said.get("etag", "")[:200], said.get("last-modified", "")[:60]
            )
        raise _refusal(reply.status, where)

    def _followed(
        self, address: str, headers: dict[str, str], allowed: Callable[[str], Robots]
    ) -> tuple[str, Reply]:
        """The first answer that is no redirect, with its address. Raises LedAway and TooManyTurns."""
        where = address
        for _ in range(TURNS + 1):
            if not is_askable(where):
                raise refusals.AddressRefused(where)
            reply = self._patiently(where, headers, allowed(where))
            if reply.status not in MOVED or "location" not in reply.headers:
                return where, reply
            onward = _onward(where, _tidy(reply.headers["location"]))
            if _site(onward) != _site(address):
                raise refusals.LedAway(reply.status, onward)
            where = onward
        raise refusals.TooManyTurns(reply.status, where, TURNS)

    def _patiently(self, where: str, headers: dict[str, str], robots: Robots) -> Reply:
        """An answer that is no passing failure, after a few tries. Raises the failure that stays."""
        wait = FIRST_WAIT
        for attempt in range(1, TRIES + 1):
            self._pace.wait(_host(where), every=max(EVERY, robots.delay))
            try:
                reply = self._transport.get(_spelt(where), self._headers(where) | headers)
            except (refusals.NoAnswer, refusals.TookTooLong, refusals.Truncated):
                if attempt == TRIES:
                    raise
            else:
                if reply.status not in TRY_LATER:
                    return reply
                wished = _wished(reply.headers.get("retry-after", ""), now=self._clock())
                if wished > LONGEST_WAIT:
                    raise refusals.AskedToWait(reply.status, where, wished)
                if attempt == TRIES:
                    raise refusals.ServerFailed(reply.status, where, TRIES)
                wait = max(wait, wished)
            self._sleep(wait)
            wait *= 2
        raise AssertionError("the last try returns or raises")

    def _headers(self, where: str) -> dict[str, str]:
        return {
            "Host": _host(where),
            "User-Agent": self._agent,
            "Accept": "text/html, application/pdf;q=0.9, */*;q=0.5",
            "Accept-Encoding": "gzip",
        }

    def _allowed(self, where: str) -> Robots:
        """The site's rules, if they allow this address. Raises NotAllowed and RobotsUnknown."""
        site = _site(where)
        if site not in self._robots or self._clock() - self._robots[site][0] > ROBOTS_LAST:
            self._robots[site] = self._clock(), self._read_robots(where)
        _, robots = self._robots[site]
        parts = urlsplit(where)
        path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        if not robots.allows(path):
            raise refusals.NotAllowed(path)
        return robots

    def _read_robots(self, where: str) -> Robots:
        parts = urlsplit(where)
        address = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        try:
            _, reply = self._followed(address, {}, lambda _: Robots())
        except (refusals.LedAway, refusals.TooManyTurns, refusals.AnswerTooLarge):
            return Robots()
        except NotBrought as problem:
            if problem.stops:
                raise
            raise refusals.RobotsUnknown(str(problem)) from problem
        return robots_of(reply.data, program=PROGRAM) if reply.status == FINE else Robots()


def _refusal(status: int, where: str) -> NotBrought:
    if status in GONE:
        return refusals.NotThere(status, where)
    if status in KEPT_BACK:
        return refusals.NotGivenOut(status, where)
    return refusals.OddAnswer(status, where)


def _wished(retry_after: str, *, now: float) -> float:
    """How many seconds a site asks to wait, in either of the ways that it may say so."""
    if re.fullmatch(r"[0-9]+", retry_after.strip()):
        return float(retry_after.strip()[:MOST_DIGITS])
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return 0.0


def _site(address: str) -> str:
    try:
        parts = urlsplit(address)
        return f"{parts.scheme}://{_host(address)}".lower()
    except ValueError:
        return ""


def _host(address: str) -> str:
    """The host as a Host header has it: with its port, unless it is the usual one."""
    parts = urlsplit(address)
    name = parts.hostname or ""
    named = f"[{name}]" if ":" in name else _in_ascii(name)
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    return named if parts.port in (None, usual) else f"{named}:{parts.port}"


def _onward(where: str, location: str) -> str:
    """Where a redirect leads; what is no address is given as it was written, and is nowhere on the site."""
    try:
        return urljoin(where, location)
    except ValueError:
        return location


def _tidy(location: str) -> str:
    """A Location header as an address: servers send bytes beyond ASCII, which are UTF-8 by habit."""
    try:
        return location.encode("latin-1").decode("utf-8").strip()
    except UnicodeError:
        return location.strip()


def _spelt(address: str) -> str:
    """An address as it travels: without its fragment, and with spaces and other letters as percent signs."""
    parts = urlsplit(address)
    escaped = [
        re.sub(r"[^!-~]", lambda letter: "".join(f"%{byte:02X}" for byte in letter.group().encode()), part)
        for part in (parts.path or "/", parts.query)
    ]
    return urlunsplit((parts.scheme, _host(address), *escaped, ""))


def _in_ascii(name: str) -> str:
    """A host's name as the network knows it; one that cannot be is left to fail there."""
    try:
        return name.encode("idna").decode()
    except UnicodeError:
        return name
