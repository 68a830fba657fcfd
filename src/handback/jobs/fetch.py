"""Bring new and changed pages from councils' sites into the record.

A source is a council's ModernGov site; --add names one. Lists of bodies, meetings, decisions and plans are
looked through, and the meetings, decisions, issue histories and full minutes that they lead to are kept and
read. One page a second is asked for at each site. What was broken off goes on where it was: run it again.
Without AUTHORITY every source that is not paused is visited. A page that takes longer to read than
--time-limit is kept and left. Set HANDBACK_CONTACT to where a council can reach you.
"""

import argparse
import fcntl
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from handback.jobs.council_sites import visiting
from handback.jobs.limit import add_limit
from handback.jobs.powers import NoSuchAuthority
from handback.jobs.reading_beside import readers_beside
from handback.records.audit.actions import system
from handback.records.people import queries as people
from handback.records.sources import actions, queries
from handback.records.sources.answers import Ask
from handback.records.sources.queries import Authority, Source

EXAMPLE = (
    "handback fetch harrowmere --limit 100\n  handback fetch harrowmere --add https://moderngov.harrowmere."
    "gov.uk --source Meetings --since 2024-05-01 --body 711=Cabinet"
)
BY = system("handback fetch")
COUNTED = ("known", "waiting", "whole", "cut", "withheld", "unreadable", "unavailable", "failed")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which sources, how many pages; and the naming of a new source."""
    parser.add_argument(
        "authority", metavar="AUTHORITY", nargs="?", help="GSS code or name; all if not given"
    )
    parser.add_argument("--source", metavar="NAME", help="only the source of this name; with --add, its name")
    parser.add_argument("--limit", type=_number, metavar="N", help="ask for at most N pages of each source")
    add_limit(parser)
    parser.add_argument("--list", action="store_true", help="say what the sources hold, and fetch nothing")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--add", metavar="ADDRESS", help="name a council's ModernGov site as a source")
    one.add_argument("--pause", action="store_true", help="visit the source no more")
    one.add_argument("--resume", action="store_true", help="visit the source again")
    parser.add_argument("--since", type=_day, metavar="DAY", help="with --add: meetings from this day on")
    parser.add_argument(
        "--body",
        type=_body,
        action="append",
        default=[],
        metavar="NUMBER=NAME",
        help="with --add: follow this body; may be given again; without it, every body",
    )
    parser.add_argument("--attachments", action="store_true", help="with --add: bring attached documents too")


class NoSuchSource(ValueError):
    """No source of that name, or none at all."""

    NONE_YET = "No source is named yet. Name one: handback fetch AUTHORITY --add ADDRESS."

    def __init__(self, name: str | None, known: list[str]) -> None:
        if known:
            super().__init__(f"There is no source “{name}”. There are: {', '.join(known)}.")
        else:
            super().__init__(self.NONE_YET)


class Unsaid(ValueError):
    """Something that must be said to name or change a source."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Say {what}.")


class AlreadyFetching(RuntimeError):
    """Another process goes through the source."""

    def __init__(self, source: Source) -> None:
        super().__init__(f"Another process is fetching “{source}” now.")


def run(asked: argparse.Namespace, *, sleep: Callable[[float], None] = time.sleep) -> int:
    """Fetch, and print a line for each page and a summary; 1 if a page or a site failed."""
    if asked.add:
        _add(asked)
        return 0
    wanted = _wanted(asked)
    if asked.pause or asked.resume:
        return _stand(asked, wanted)
    if asked.list:
        _print_list(wanted)
        return 0
    if not settings.FETCH_CONTACT:
        print("Set HANDBACK_CONTACT, so that a council can reach whoever asks its site.", file=sys.stderr)
    if not wanted:
        print("Every source here is paused, so nothing was fetched. --source NAME --resume visits one again.")
        return 0
    with visiting(sleep=sleep) as ask, readers_beside(seconds=asked.time_limit) as readers:
        return max(_fetch_or_say_why(source, ask, readers, most=asked.limit) for source in wanted)


def _add(asked: argparse.Namespace) -> None:
    if not asked.authority:
        raise Unsaid("whose site it is: handback fetch AUTHORITY --add ADDRESS")
    if not asked.since:
        raise Unsaid("from which day on meetings are wanted: --since 2024-05-01")
    source = actions.add(
        _authority(asked.authority),
        name=asked.source or "ModernGov",
        address=asked.add,
        bodies=asked.body,
        since=asked.since,
        with_attachments=asked.attachments,
        by=BY,
        at=timezone.now(),
    )
    print(f"“{source.name}” of {source.authority} is a source now: {source.address}")


def _stand(asked: argparse.Namespace, wanted: list[Source]) -> int:
    if not asked.source:
        raise Unsaid("which source: --source NAME")
    for source in wanted:
        act = actions.pause if asked.pause else actions.resume
        print(
            f"“{source.name}” is {act(source.pk, by=BY, at=timezone.now()).get_standing_display().lower()}."
        )
    return 0


def _wanted(asked: argparse.Namespace) -> list[Source]:
    """The sources that were asked for; of a list alone, there may be none.

    Raises NoSuchAuthority and NoSuchSource.
    """
    if asked.authority:
        known = list(queries.sources(_authority(asked.authority)).select_related("authority"))
    else:
        known = list(queries.every_source())
    named = [source for source in known if asked.source in (None, source.name)]
    if not named and not (asked.list and asked.source is None):
        raise NoSuchSource(asked.source, [source.name for source in known])
    everything = asked.list or asked.source
    return [source for source in named if everything or source.standing == queries.Standing.ACTIVE]


def _authority(words: str) -> Authority:
    found = people.authority_called(words)
    if found is None:
        known = people.authorities().order_by("name")
        raise NoSuchAuthority(words, [f"{each.name} ({each.gss})" for each in known])
    return found


def _fetch_or_say_why(source: Source, ask: Ask, readers: actions.Readers, *, most: int | None) -> int:
    """Go through one source; what keeps it from being gone through now does not stop the others."""
    try:
        return _fetch(source, ask, readers, most=most)
    except (AlreadyFetching, actions.SourcePaused) as refusal:
        print(f"handback fetch: {refusal}", file=sys.stderr)
        return 1


def _fetch(source: Source, ask: Ask, readers: actions.Readers, *, most: int | None) -> int:
    """Go through one source and say what came of it; 1 if it had to be left, or a page failed."""
    print(f"{source.authority}, {source.name}: {source.address}", flush=True)
    with _alone(source):
        brought = actions.fetch(
            source.pk,
            ask=ask,
            clock=timezone.now,
            by=BY,
            most=most,
            readers=readers,
            tell=lambda page, outcome: print(f"  {outcome.label}: {page} <{page.address}>", flush=True),
        )
    said = [f"{number} {outcome.label.lower()}" for outcome, number in sorted(brought.outcomes.items())]
    print(f"  {', '.join(said) or 'Nothing was due'}. {brought.waiting} still to ask for in this round.")
    if brought.left:
        print(f"handback fetch: {source}: {brought.left}", file=sys.stderr)
    return 1 if brought.left or brought.failed else 0


@contextmanager
def _alone(source: Source) -> Iterator[None]:
    """A while in which no other process of this machine goes through the source. Raises AlreadyFetching."""
    with (Path(settings.DATA) / f"fetch-{source.pk}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyFetching(source) from None
        yield


def _print_list(sources: list[Source]) -> None:
    if not sources:
        print(NoSuchSource.NONE_YET)
    counts = queries.counts_of(sources)
    for source in sources:
        followed = ", ".join(name for _, name in source.bodies) or "every body"
        standing = "" if source.standing == queries.Standing.ACTIVE else " (paused)"
        print(f"{source.authority}, {source.name}{standing}: {source.address}")
        print(f"  follows {followed} since {source.since_on:%Y-%m-%d}")
        print("  " + ", ".join(f"{getattr(counts[source.pk], name)} {name}" for name in COUNTED))


def _number(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 10**9:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of pages. Write it like 100.")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day. Write it like 2024-05-01.") from None


def _body(text: str) -> tuple[int, str]:
    number, equals, name = text.partition("=")
    if not number.isdecimal() or not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"“{text}” is not a body. Write it like 711=Cabinet.")
    return int(number), name
