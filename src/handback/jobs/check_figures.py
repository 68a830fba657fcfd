"""Work out again every share that documents state, add up their totals, and print those that do not hold.

Any format that can be read will do. Each figure is printed with its file, its place in it, its words and the
arithmetic; --all prints those that hold as well, and those that the words call inexact, which are not judged.

Exit status: 0 every figure holds, 1 some do not or a file could not be read, 2 used wrongly.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from handback.core.figures import ShareFinding
from handback.jobs.claims_told import counted
from handback.jobs.limit import add_limit
from handback.reading import State
from handback.reading.bulk import Outcome, read_files
from handback.reading.bulk.limits import TookTooLong, time_limit, too_long
from handback.reading.claims.checked import Checked, check

EXAMPLE = "handback check-figures report.docx\n  handback check-figures --all --json papers/*.pdf"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, how much to print, and in what form."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    parser.add_argument("--all", action="store_true", help="every figure checked, also those that hold")
    parser.add_argument("--json", action="store_true", help="one line of JSON for each file")
    add_limit(parser)


def run(asked: argparse.Namespace) -> int:
    """Check each file; one that cannot be read is said on standard error and does not stop the others."""
    wrong = unread = checked = 0
    for outcome in read_files(asked.files, seconds=asked.time_limit):
        figures = _figures(outcome, seconds=asked.time_limit)
        if isinstance(figures, str):
            unread += 1
            print(f"handback check-figures: {figures}", file=sys.stderr)
            continue
        checked += len(figures)
        wrong += sum(figure.holds is False for figure in figures)
        shown = [figure for figure in figures if asked.all or figure.holds is False]
        for line in [_as_json(outcome, figures, shown)] if asked.json else _as_lines(outcome, shown):
            print(line)
    if not asked.json:
        print(_summary(checked, wrong, unread))
    return 1 if wrong or unread else 0


def _figures(outcome: Outcome, *, seconds: float) -> tuple[Checked, ...] | str:
    """The figures of a file, or a sentence that says why they are not checked."""
    if outcome.document is None or outcome.document.state is State.UNREADABLE:
        return _why(outcome)
    try:
        with time_limit(seconds, kill=False):
            return check(outcome.document)
    except TookTooLong:
        return f"{outcome.path}: {too_long(seconds)}"


def _why(outcome: Outcome) -> str:
    if outcome.document is None:
        return outcome.failure or f"{outcome.path}: could not be read."
    return f"{outcome.path}: {outcome.document.reason or 'could not be read.'}"


def _as_lines(outcome: Outcome, shown: list[Checked]) -> Iterator[str]:
    for figure in shown:
        yield f"{outcome.path}, {figure.place}:"
        yield f"  “{' '.join(figure.quote.split())}”"
        yield f"  {_verdict(figure)}: {figure.finding.sentence}."
    for part in outcome.document.unread if outcome.document else ():
        yield f"{outcome.path}: not checked: {part.what}. {part.why}"


def _verdict(figure: Checked) -> str:
    return {True: "Holds", False: "Does not hold", None: "Said to be inexact"}[figure.holds]


def _summary(checked: int, wrong: int, unread: int) -> str:
    said = f"Checked: {counted(checked, 'figure')}; {wrong} {'does' if wrong == 1 else 'do'} not hold"
    return f"{said}; {counted(unread, 'file')} not read." if unread else f"{said}."


def _as_json(outcome: Outcome, figures: tuple[Checked, ...], shown: list[Checked]) -> str:
    row = {
        "file": str(outcome.path),
        "checked": len(figures),
        "do_not_hold": sum(figure.holds is False for figure in figures),
        "figures": [_figure(figure) for figure in shown],
        "not_read": [{"what": p.what, "why": p.why} for p in outcome.document.unread]
        if outcome.document
        else [],
    }
    return json.dumps(row, ensure_ascii=False)


def _figure(figure: Checked) -> dict[str, Any]:
    finding = figure.finding
    row: dict[str, Any] = {
        "start": figure.start,
        "end": figure.end,
        "place": figure.place,
        "quote": figure.quote,
        "holds": figure.holds,
        "arithmetic": finding.sentence,
    }
    if isinstance(finding, ShareFinding):
        fits = finding.fits.value if finding.fits else None
        return row | {
            "kind": "share",
            "part": _plain(finding.part.value),
            "total": _plain(finding.total.value),
            "stated": str(finding.percent),
            "worked_out": str(finding.worked_out),
            "fits": None if fits is None else _plain(fits),
        }
    return row | {
        "kind": "sum",
        "parts": [_plain(part.value) for part in finding.parts],
        "total": _plain(finding.total.value),
        "worked_out": _plain(finding.comes_to),
    }


def _plain(number: Decimal) -> str:
    """A number in figures alone, as text: JSON would make binary fractions of it."""
    return f"{number.to_integral_value() if number == number.to_integral_value() else number:f}"
