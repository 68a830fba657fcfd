"""Calibration: how often each rule of the reader is right, on documents that people have marked.

    python -m bench.calibration MARKED.jsonl... [--texts FOLDER] [--only even|odd] [--keep]
    python -m bench.calibration MARKED.jsonl... [--with COUNTS.json] [--counts | --keep]
    python -m bench.calibration MARKED.jsonl... --judge

A row has `id`, `records` and `text`; the text of a row without one is the file of its id in FOLDER. --counts
prints the table as JSON, and --with adds such a table to it: counts of what an earlier reader found in
documents that this one was mended on. --keep writes the table of the package. --judge prints how often claims
of each stated confidence were right, as totals alone: for documents that were never looked at.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from handback.reading import as_json, read
from handback.reading.claims import find

TABLE = Path(__file__).parents[1] / "src" / "handback" / "reading" / "claims" / "calibration.py"
TYPES = ("decision", "delegation", "commitment", "transfer", "ratio")
KEYS = {
    "decision": ("verb",),
    "delegation": ("delegate",),
    "commitment": ("due_from", "due_to"),
    "transfer": ("function", "holder", "status"),
    "ratio": ("numerator", "denominator", "percent"),
}
NAMES = {"delegate", "function"}  # alike where most of their words are the same
Record = dict[str, Any]
#: By type and rule: how many claims were right, of how many found.
Table = dict[str, dict[str, tuple[int, int]]]


def main(words: list[str] | None = None) -> int:
    """Measure, and print or keep."""
    parser = argparse.ArgumentParser(prog="python -m bench.calibration", description=__doc__.split("\n")[0])
    parser.add_argument("marked", nargs="+", type=Path, help="JSON lines of marked documents")
    parser.add_argument("--texts", type=Path, help="folder of the texts of rows that have none")
    parser.add_argument("--only", choices=("even", "odd"), help="rows whose number is even, or odd")
    parser.add_argument("--judge", action="store_true", help="how often claims of each confidence are right")
    parser.add_argument("--counts", action="store_true", help="print the table as JSON, and nothing else")
    parser.add_argument("--with", dest="more", type=Path, help="a table to add, as --counts prints it")
    parser.add_argument("--keep", action="store_true", help="write the table of the package")
    asked = parser.parse_args(words)
    judged = [pair for row in _rows(asked) for pair in judge(row)]
    if asked.judge:
        print("\n".join(reliability(judged)))
        return 0
    table = measured(judged)
    if asked.more:
        table = added(table, json.loads(asked.more.read_text(encoding="utf-8")))
    if asked.counts:
        print(json.dumps(table))
        return 0
    if asked.keep:
        TABLE.write_text(as_python(table), encoding="utf-8")
    for kind, rules in table.items():
        right, found = (sum(counts[n] for counts in rules.values()) for n in (0, 1))
        print(f"{kind}: {right} of {found} right, {len(rules)} rules")
    return 0


def _rows(asked: argparse.Namespace) -> Iterator[Record]:
    texts = {path.stem: path for path in asked.texts.iterdir()} if asked.texts else {}
    for path in asked.marked:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line) if line.strip() else {}
            if "records" not in row or (asked.only and _parity(row["id"]) != asked.only):
                continue
            if "text" not in row and row["id"] in texts:
                row["text"] = texts[row["id"]].read_text(encoding="utf-8")
            if "text" in row:
                yield row


def _parity(name: str) -> str:
    return ("even", "odd")[int(re.findall(r"\d+", name)[-1]) % 2]


def judge(row: Record) -> Iterator[tuple[Record, bool]]:
    """The claims of a marked document, each with whether it is right: matched one to one, best first."""
    document = read(row["text"].encode(), name=row["id"])
    found = [r for r in as_json(document, find(document))["records"] if r["type"] in TYPES]
    pairs = [
        (overlap(gold["quote"], one["quote"]), i, j)
        for i, gold in enumerate(row["records"])
        for j, one in enumerate(found)
        if gold["type"] == one["type"] and _agree(gold, one)
    ]
    taken: set[int] = set()
    right: set[int] = set()
    for share, i, j in sorted(pairs, reverse=True):
        if share > 0 and i not in taken and j not in right:
            taken.add(i)
            right.add(j)
    return ((one, j in right) for j, one in enumerate(found))


def _words(text: str | None) -> set[str]:
    return set(re.findall(r"[a-z0-9%£.]+", (text or "").lower()))


def overlap(one: str, other: str) -> float:
    """How far two quotations overlap: 0 where they are too unlike to be of one passage."""
    a, b = _words(one), _words(other)
    common = len(a & b)
    if not common:
        return 0.0
    union, least = common / len(a | b), common / min(len(a), len(b))
    return least if (least >= 0.5 and union >= 0.3) or (least >= 0.9 and union >= 0.12) else 0.0


def _agree(gold: Record, one: Record) -> bool:
    for key in KEYS[gold["type"]]:
        a, b = gold.get(key), one.get(key)
        if key in NAMES:
            words, others = _words(a), _words(b)
            if not words or not others or len(words & others) / min(len(words), len(others)) < 0.6:
                return False
        elif gold["type"] == "ratio" and a is not None and b is not None:
            if round(float(a), 1) != round(float(b), 1):
                return False
        elif a != b:
            return False
    return True


def measured(judged: Iterable[tuple[Record, bool]]) -> Table:
    """By type and rule: how many claims were right, of how many found."""
    right: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for one, is_right in judged:
        found[one["type"], one["rule"]] += 1
        right[one["type"], one["rule"]] += is_right
    table: Table = defaultdict(dict)
    for kind, rule in sorted(found):
        table[kind][rule] = (right[kind, rule], found[kind, rule])
    return dict(table)


def added(one: Table, other: Table) -> Table:
    """Two tables as one."""
    sums: Table = defaultdict(dict)
    for table in (one, other):
        for kind, rules in table.items():
            for rule, (right, found) in rules.items():
                before = sums[kind].get(rule, (0, 0))
                sums[kind][rule] = (before[0] + right, before[1] + found)
    return {kind: dict(sorted(rules.items())) for kind, rules in sorted(sums.items())}


def reliability(judged: Iterable[tuple[Record, bool]]) -> list[str]:
    """A line for each confidence stated: how many claims, and the share of them that was right."""
    by_stated: dict[float, list[bool]] = defaultdict(list)
    for one, is_right in judged:
        by_stated[one["confidence"]].append(is_right)
    lines = [
        f"stated {stated:.2f}: {sum(each) / len(each):.2f} right of {len(each)}"
        for stated, each in sorted(by_stated.items())
    ]
    everything = [(stated, is_right) for stated, each in by_stated.items() for is_right in each]
    off = sum(abs(stated * len(each) - sum(each)) for stated, each in by_stated.items())
    return [*lines, f"{len(everything)} claims, on average {off / max(len(everything), 1):.3f} off"]


def as_python(table: Table) -> str:
    """The module that keeps the table in the package."""
    lines = [
        '"""How often each rule was right, counted on documents that people had marked by hand.',
        "",
        "Made by `python -m bench.calibration --keep` from real public pages, each as it was first read: by",
        "a reader whose rules were not mended on it. By type and rule: how many claims were right, of how",
        "many found.",
        '"""',
        "",
        "MEASURED: dict[str, dict[str, tuple[int, int]]] = {",
    ]
    for kind, rules in table.items():
        lines.append(f'    "{kind}": {{')
        lines += [f'        "{rule}": ({right}, {found}),' for rule, (right, found) in rules.items()]
        lines.append("    },")
    return "\n".join([*lines, "}", ""])


if __name__ == "__main__":
    sys.exit(main())
