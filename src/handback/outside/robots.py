"""What a site's robots.txt allows one program, as RFC 9309 reads it."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

MOST_BYTES = 512_000  # RFC 9309 asks for at least 500 KiB
LONGEST_DELAY = 60.0  # seconds between requests; a longer wish is met as far as this


@dataclass(frozen=True, slots=True)
class Rule:
    """That paths which match are allowed, or not."""

    path: str
    allows: bool

    def matches(self, path: str) -> bool:
        """Whether it speaks of this path: `*` stands for anything, `$` for the end."""
        ends = self.path.endswith("$")
        first, *others = self.path.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        last = others.pop() if ends and others else None
        for part in others:
            at = path.find(part, at) + len(part)
            if at < len(part):
                return False
        if last is None:
            return not ends or at == len(path)
        return path.endswith(last) and at + len(last) <= len(path)


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one program at one site, and how many seconds it asks to have between requests."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be fetched. The longest rule wins; of two alike, the kinder."""
        wanted = _plain(path)
        found = [rule for rule in self.rules if rule.matches(wanted)]
        return not found or max(found, key=lambda rule: (len(rule.path), rule.allows)).allows


def robots_of(data: bytes, *, program: str) -> Robots:
    """What a robots.txt says to `program`. What is no rule is passed over; a page of HTML holds none."""
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    naming = False
    for key, value in _lines(data):
        if key == "user-agent":
            names = [*names, value.lower()] if naming else [value.lower()]
            naming = True
            groups.setdefault(value.lower(), [])
        elif key in ("allow", "disallow", "crawl-delay"):
            naming = False
            for name in names:
                groups[name].append((key, value))
    return _robots(groups.get(program.lower(), groups.get("*", [])))


def _lines(data: bytes) -> list[tuple[str, str]]:
    text = data[:MOST_BYTES].decode("utf-8-sig", errors="replace")
    pairs = (line.partition("#")[0].partition(":") for line in text.splitlines())
    return [(key.strip().lower(), value.strip()) for key, colon, value in pairs if colon]


def _robots(lines: list[tuple[str, str]]) -> Robots:
    rules = [Rule(_plain(value), key == "allow") for key, value in lines if key != "crawl-delay" and value]
    delays = [
        float(value) for key, value in lines if key == "crawl-delay" and re.fullmatch(r"\d+(\.\d+)?", value)
    ]
    return Robots(tuple(rules), min(max(delays, default=0.0), LONGEST_DELAY))


def _plain(path: str) -> str:
    """A path with its percent signs spelt in one way."""
    return quote(unquote(path), safe="/?&=*$:;,+@!'()~%")
