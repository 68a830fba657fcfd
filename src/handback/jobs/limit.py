"""The limit of time for one document, as a person sets it."""

import argparse

from handback.reading.bulk.limits import LONGEST, SECONDS


def add_limit(parser: argparse.ArgumentParser) -> None:
    """--time-limit: how long one document may take."""
    parser.add_argument(
        "--time-limit",
        type=_seconds,
        default=SECONDS,
        metavar="SECONDS",
        help=f"for one document, which is left if it takes longer ({SECONDS:g})",
    )


def _seconds(words: str) -> float:
    try:
        seconds = float(words)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= LONGEST:
        raise argparse.ArgumentTypeError(f"“{words}” is not a number of seconds. Write it like {SECONDS:g}.")
    return seconds
