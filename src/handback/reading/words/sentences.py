"""Sentences: the stretches of a passage that rules look at, each knowing where its words stand.

Rules work on plain words: one space between words, straight quotes, hyphens for dashes. A sentence
maps every character of those back to its place in the document.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from handback.reading.words.watch import EVERYTHING, Sights

PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "‑": "-",
        "\xa0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "\f": " ",
        "\v": " ",
        "\u200b": " ",
        "‐": "-",
    }
)
#: Words set with a space between their letters, as old minutes set them: "T H A T", "R E S O L V E D".
_SPACED = re.compile(r"\b(?:[A-Z] ){3,}[A-Z]\b")
_THAT_IN_CAPITALS = re.compile(r"\bTHAT\b")
_REPLACED = tuple((chr(code) if isinstance(code, int) else code, plain) for code, plain in PLAIN.items())
LONGEST = (
    1_000  # characters: no sentence of minutes is longer; keeps every rule's work linear in the document
)
# Marks are counted, so that a row of dots, as in a list of contents, is not run over from each dot.
_STOP = re.compile(
    r"[.!?]{1,40}+[\"')\]]{0,40}+[ ]+(?=[\"'(\[£]*[A-Z0-9£·•])| (?=[·•▪] )"
    r"|(?<=[.!?])[\"']?(?=[A-Z][a-z]+ [a-z])"
)
#: The same where no bullet stands: it begins with a letter to look for, and so is by far the quicker.
_STOP_MARK = re.compile(
    r"[.!?](?:[.!?]{0,39}+[\"')\]]{0,40}+[ ]+(?=[\"'(\[£]*[A-Z0-9£·•])"
    r"|(?P<joined>[\"']?)(?=[A-Z][a-z]+ [a-z]))"
)
_MARKS = frozenset(".!?")
_BULLETS = ("·", "•", "▪")
LONGEST_SHORTENED = 7  # letters: a longer word before a stop is neither shortened nor a mark of a list
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\"'])(?:Cllrs?|Clllr|Dr|Mrs?|Ms|Prof|Rev|[Hh]on|St|No|Nos|para|paras|pp?|vs?|approx|etc"
    r"|e\.g|i\.e|w\.e\.f|cf|Fig|Ref|Ltd|Co|inc"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|\d{1,2}\.\d{2} ?[ap]\.m|[ap]\.m)\.$"
)
_LETTERED = re.compile(
    r"(?:nnex|ndix|chedule|[Pp]art|able|ption|hase|tage|roup|chment|Lot|Block|Zone"
    r"|Plan) [A-Z]\.$"
)
_ENUMERATOR = re.compile(
    r"(?:^|(?<!\bto)(?<!\bof)(?<!\bby)(?<!\bin)(?<!\bfrom)(?<!\bat)(?<!\bor)(?<!\bthan)(?<!\bonly)(?<!\bitem)"
    r"(?<!\bwas)(?<!\bis)(?<!\bwere)(?<!\bare)(?<!\bfor)(?<!\bparagraph)(?<!\bsection)"
    r"(?<!uarter)(?<!hase)(?<!tage)(?<!ection)(?<!aragraph)(?<!ppendix)(?<!nnex)(?<!chedule)(?<!ption)(?<!\b[Pp]art)"
    r"(?<!\b[Tt]able)(?<!\b[Tt]ier)(?<!\b[Ll]evel)(?<!\b[Yy]ear)(?<!\b[Pp]age)(?<!ecommendation)(?<!\b[Rr]ule)\s)"
    r"\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])\.$"
)
_SPACES = re.compile(r" +")


class Sentence(NamedTuple):
    """The plain words of one sentence; `at[i]` or `start + i` is the document's place of `words[i]`.

    `may` says for which rules the sentence may hold something (see `watch`): for all, if nobody has looked.
    """

    words: str
    start: int
    at: tuple[int, ...] | None = None
    may: int = EVERYTHING

    def place(self, index: int) -> int:
        """The place in the document of the character at `index` (or of the end, for the length)."""
        if self.at is None:
            return self.start + index
        return self.at[index] if index < len(self.at) else self.at[-1] + 1


#: A lead-in that ends in the wrong mark: "RESOLVED that the Council notes;".
_LEADS_ON = re.compile(
    r"(?:RESOLVED|Resolved|AGREED|Agreed)[^\n.;:]{0,60}"
    r"\b(?:notes?|agrees?|approves?|endorses?|recommends?|that|to) ?;(?= ?\n)"
)


def plain_words(text: str, *, lines: bool = False) -> str:
    """A text in plain words, each character at its place; quicker than translating where few need it.

    With `lines`, line ends stay. "T H A T" and "THAT" open a resolution as "That" does, and become it.
    """
    if ";\n" in text or "; \n" in text:
        text = _LEADS_ON.sub(lambda found: found[0].replace(";", ":"), text)
    for mark, plain in _REPLACED:
        if mark in text and not (lines and mark == "\n"):
            text = text.replace(mark, plain)
    if "T H A T" in text or "E D" in text:
        text = _SPACED.sub(lambda found: found[0].replace(" ", "").ljust(len(found[0])), text)
    return _THAT_IN_CAPITALS.sub("That", text) if "THAT" in text else text


def sentences(plain: str, start: int, end: int, sights: Sights | None = None) -> Iterator[Sentence]:
    """The sentences of plain text from `start` to `end`; the text must be as long as the document's."""
    for first, last in cut(plain, start, end):
        yield sentence(plain, first, last, sights)


def sentence(plain: str, start: int, end: int, sights: Sights | None = None) -> Sentence:
    """One sentence over exactly these places, runs of spaces made one."""
    words = plain[start:end]
    if words[:1] == " ":
        start += len(words) - len(words := words.lstrip(" "))
    if words[-1:] == " ":
        words = words.rstrip(" ")
    end = start + len(words)
    may = EVERYTHING if sights is None else sights.between(start, end)
    if "  " not in words:
        return Sentence(words, start, None, may)
    at: list[int] = []
    pieces: list[str] = []
    here = 0
    for gap in _SPACES.finditer(words):
        pieces += (words[here : gap.start()], " ")
        at.extend(range(start + here, start + gap.start() + 1))
        here = gap.end()
    pieces.append(words[here:])
    at.extend(range(start + here, end))
    return Sentence("".join(pieces), start, tuple(at), may)


def cut(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of plain text begin and end."""
    first = start
    for stop, after in _stops(plain, start, end):
        if plain[stop] == "." and not (
            stop - first >= LONGEST_SHORTENED and plain[stop - LONGEST_SHORTENED : stop].isalpha()
        ):
            before = plain[max(first, stop - 14) : stop + 1]
            if ends_in_abbreviation(before) or _ENUMERATOR.search(before):
                continue
            if before.endswith((" no.", " nos.")) and plain[after : after + 1].isdigit():
                continue
        if after - first > LONGEST:
            yield from _capped(plain, first, after)
        elif first < after:
            yield first, after
        first = after
    if end - first > LONGEST:
        yield from _capped(plain, first, end)
    elif first < end:
        yield first, end


def _stops(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a sentence may end, and where the next begins."""
    if plain[start - 1 : start] in _MARKS or _has_bullet(plain, start, end):
        for stop in _STOP.finditer(plain, start, end):
            yield stop.span()
        return
    for stop in _STOP_MARK.finditer(plain, start, end):
        yield stop.span() if stop["joined"] is None else stop.span("joined")


def _has_bullet(plain: str, start: int, end: int) -> bool:
    for bullet in _BULLETS:  # noqa: SIM110 - a third of the time that any() takes
        if plain.find(bullet, start, end) >= 0:
            return True
    return False


def ends_in_abbreviation(before: str) -> bool:
    """Whether the stop that words end with belongs to an abbreviation: "Cllr.", "Mr. K."."""
    tail = before[-14:]
    return bool(_ABBREVIATED.search(tail)) and not _LETTERED.search(tail)


def _capped(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces of at most LONGEST characters, cut between words where there are any."""
    while end - start > LONGEST:
        space = plain.rfind(" ", start + LONGEST // 2, start + LONGEST)
        stop = space if space > 0 else start + LONGEST
        yield start, stop
        start = stop
    if start < end:
        yield start, end
