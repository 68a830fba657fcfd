"""`python -m bench [PART...]`: measure, print one table, keep it in docs/reference/performance.md."""

import os
import platform
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.measured import Measured
from bench.parts import PARTS, alone

KEPT = Path(__file__).parents[1] / "docs" / "reference" / "performance.md"
HEAD = (
    "| measured | size | median | 95th centile | unit | against the first | note |\n"
    "|---|---|---|---|---|---|---|"
)


def main(parts: Sequence[str]) -> int:
    """Measure `parts`, or all. The table is kept only when all were measured."""
    unknown = set(parts) - set(PARTS)
    if unknown:
        print(f"There is no part {', '.join(sorted(unknown))}. Parts: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    rows = [row for part in parts or PARTS for row in alone(part)]
    print(table(rows))
    if not parts:
        KEPT.write_text(_page(rows), encoding="utf-8")
        print(f"Kept in {KEPT.relative_to(Path.cwd()) if KEPT.is_relative_to(Path.cwd()) else KEPT}")
    return 0


def table(rows: Iterable[Measured]) -> str:
    """The rows as one Markdown table, each size beside the first size of the same measurement."""
    firsts: dict[str, float] = {}
    lines = [HEAD]
    for row in rows:
        first = firsts.setdefault(row.what, row.median)
        ratio = "" if first is row.median or not first else f"x {row.median / first:.2f}"
        high = "" if row.highest_95 is None else _figure(row.highest_95)
        cells = [row.what, row.size, _figure(row.median), high, row.unit, ratio, row.note]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _figure(number: float) -> str:
    """Three significant figures, without an exponent."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def _page(rows: Iterable[Measured]) -> str:
    return (
        "# Performance\n\n"
        f"Measured on {datetime.now(UTC):%-d %B %Y} by `make bench`\n"
        f"on {_machine()}.\n\n"
        "Nothing is asserted about time: compare rows of one table, not tables of two machines.\n\n"
        f"{table(rows)}\n"
    )


def _machine() -> str:
    cores = os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{_processor()} ({cores} cores seen, {memory:.0f} GiB), {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
