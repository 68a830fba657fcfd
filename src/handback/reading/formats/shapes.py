"""What kind of passage a line is by its shape: heading, field, list item, table row or paragraph."""

import re

from handback.reading.document import Kind, Passage
from handback.reading.formats.markers import MARKER

LONGEST_HEADING = 130  # characters: headlines run to about 100
_FIELD = re.compile(
    r"(?:decision[ -]?(?:maker|status|taken by|taken under|due(?: date)?|type)"
    r"|status|is key decision\??|key decision|is subject to call[ -]in\??|subject to call[ -]in"
    r"|publication date|published"
    r"|date(?: of (?:meeting|publication|notice|deci(?:si|s)on))?"
    r"|dated|meeting date|contact(?: officer)?|effective from|ref(?:erence)?|title|subject"
    r"|ward(?:\(s\)|s)? affected|report (?:of|to|by|author)|interests? declared|signed|present|venue|time"
    r"|to|from|cc|source|portfolio|lead officer|target date|due date|deadline|issue type|agenda item"
    r"|meeting|location|apologies|in attendance|expected decision|urgency|notes? to editors|author)",
    re.I,
)
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z0-9 ,/'’?()&-]{0,44}?)\s*:-?(?=\s|$)")
_RUN_ON = re.compile(  # up to five words before a colon, of which known labels are the last ones
    r"(?<=\s)(?=(?P<label>[A-Z][A-Za-z-]*\??(?: [A-Za-z()-]+\??){0,3}) ?:(?=\s|$))"
)
_ENDS_SENTENCE = re.compile(r"[.!?;,:–—-]['\"”’)\]]*$|\.\.\.$")
_COLUMNS = re.compile(r"\S {3,}\S|\S ?[|\t][ \n]?\S")
_UNFINISHED = re.compile(r"\b(?:to|that|was|is|and|the|for|of|with|by)$")
_SENTENCES = re.compile(r"[a-z0-9)]{2}[.!?] +[A-Z]")  # one sentence ends and another begins
_DECIDING = re.compile(r"(?:it was )?(?:resolved|agreed)\b[\s:–-]*(?:\(?[0-9a-z]\)\s*)?(?:that|to)\b", re.I)
_OF_A_LETTER = re.compile(  # how letters begin and end, which heads nothing
    r"dear (?:sirs?|madam|mr|mrs|ms|miss|dr|cllr|councillor|professor|lord|lady|minister|secretary|chair\w*"
    r"|colleagues?|members?|residents?|all|both)\b|dear [A-Z][a-z]+,?$"
    r"|(?:yours|kind|best|warm|many thanks and|with (?:kind|best)) ?"
    r"(?:faithfully|sincerely|truly|ever|regards|wishes)\b"
    r"|(?:many )?thanks$|regards$",
    re.I,
)
_SPEAKING = re.compile(r"\b(?:resolved|agreed|determined|decided)\b\W*$", re.I)


def label_of(line: str) -> str:
    """The known field label that a line opens with ("Decision maker: Cabinet"), or empty."""
    head = line[:60]
    found = _LABEL.match(head) if ":" in head else None
    if found and _FIELD.fullmatch(found["label"].strip()):
        return found["label"].strip()
    return ""


def labels_in(line: str) -> list[int]:
    """The places of the known field labels of a line that opens with one; capitals tell them from words.

    "Decision maker: Cabinet Key decision: No" has two.
    """
    if line.count(":") < 2 or not label_of(line):
        return []
    places = [len(line) - len(line.lstrip())]
    for found in _RUN_ON.finditer(line, places[0] + 1):
        if _FIELD.fullmatch(found["label"]):
            places.append(found.start("label"))
    return places


def is_row(line: str) -> bool:
    """Whether a line is laid out in columns, by bars or by wide gaps."""
    if len(line) >= 400 or not ("   " in line or "|" in line or "\t" in line):  # between any two columns
        return False
    return len(_COLUMNS.findall(line)) >= (1 if "|" in line else 2)


def is_heading(line: str, *, alone: bool) -> bool:
    """Whether a line names what follows: short, standing alone, and ending no sentence."""
    if not alone:
        return False
    bare = line.strip()
    if not bare or len(bare) > LONGEST_HEADING or not bare[0].isalnum() | (bare[0] in "'\"“‘["):
        return False
    if _SPEAKING.search(bare) or _UNFINISHED.search(bare) or _OF_A_LETTER.match(bare):
        return False
    if _SENTENCES.search(bare) or _DECIDING.match(bare):
        return False
    return not _ENDS_SENTENCE.search(bare) and not bare[0].islower()


def shaped(text: str, start: int, end: int, *, alone: bool, heading: str) -> Passage:
    """The passage of one block of text, its marker and surrounding space left out."""
    marker, level = "", 0
    found = MARKER.match(text, start, end)
    if found and found.end() < end:
        marker, level = found["marker"], 1
        start = found.end()
    if marker and (edge := _EDGE.match(text, start, end)):
        start = edge.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if text[end - 1 : end] == "|" and text.count("|", start, end) == 1 and end - start > 1:
        end = start + len(text[start : end - 1].rstrip())  # the edge of a table, left behind
    line = text[start : min(end, start + 500)]
    whole = end - start <= 500
    if not marker and label_of(line):
        return Passage(Kind.FIELD, start, end, heading=heading)
    if whole and is_heading(line, alone=alone) and not is_row(line) and (not marker or _titled(marker, line)):
        return Passage(Kind.HEADING, start, end, marker, 1, heading)
    if marker:
        return Passage(Kind.ITEM, start, end, marker, level, heading)
    if whole and is_row(line):
        return Passage(Kind.ROW, start, end, heading=heading)
    return Passage(Kind.PARAGRAPH, start, end, heading=heading)


_EDGE = re.compile(r"[ \t\xa0]*\|[ \t\xa0]*\n")  # the edge of a table behind a mark that stands alone


def _titled(marker: str, line: str) -> bool:
    """A numbered title ("13  PROPOSED CLOSURE", "3. FINANCE", "1. Laptops") and not an item of a list."""
    if not re.fullmatch(r"[\d.]+|[A-Z]\.?", marker):
        return False
    return line.isupper() or (len(line.split()) <= 5 and marker[0].isdigit())
