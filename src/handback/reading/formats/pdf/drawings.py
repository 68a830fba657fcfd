"""What the drawings of a PDF come to when all that they draw is written out: known before PDFium draws them.

A form is a drawing of its own, which pages and other forms draw by its name. PDFium reads it anew each time
that it is drawn, and goes on where forms draw themselves: a file of a thousand bytes would keep it for ever.

1. Every object that stands in the file counts, whatever the file's table says; of several of one number,
   the one that comes to most.
2. A name stands for the form that the drawing's own resources give it, else for every form of that name.
3. What is locked, packed as only pictures are, or hidden on purpose is not measured: for that a limit of time
   stands around the reader.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handback.reading.formats.pdf.things import Thing, packed_together, spelt, things_of
from handback.reading.refusals import NotReadable

MOST_DRAWN = 48_000_000  # bytes that one page says, with all that it draws written out
EACH = 500  # bytes that drawing a form costs besides what it says
MOST_GROWTH, ALWAYS = 40, 48_000_000  # times the file, and bytes in any case, that drawings may unpack to
MOST_VERSIONS = 500  # of one drawing in a file: a file that is saved anew keeps those before
_DEEPEST = 60  # forms drawn within forms: PDFium goes down some forty
_ITSELF = "The drawings of this PDF draw themselves or each other without end, so it was not opened."
_TOO_MUCH = "The drawings of this PDF come to far more than any document needs, so it was not opened."
_HAS_FORMS = re.compile(rb"/Form\b|/Subtype\s*\d|/[A-Za-z]{0,20}#[0-9A-Fa-f]{2}")
_FORM = re.compile(rb"/Subtype\s*(?:/Form\b|\d)")
_NO_DRAWING = re.compile(rb"/Subtype\s*/Image\b|/Type\s*/(?:XRef|Metadata|EmbeddedFile)\b|/Length[123]\b")
_NAMED = re.compile(rb"/([^\s/<>\[\]()%{}]+)\s+(\d{1,10})\s+\d{1,10}\s+R\b")
_RESOURCES = re.compile(rb"/(?:Resources|XObject)\b")
_LED_TO = re.compile(rb"/(?:Resources|XObject)\s+(\d{1,10})\s+\d{1,10}\s+R\b")
_PARTS = re.compile(rb"\[((?:\s*\d{1,10}\s+\d{1,10}\s+R)+)\s*\]")
_REFERENCE = re.compile(rb"(\d{1,10})\s+\d{1,10}\s+R")
_DO = re.compile(rb"Do(?![^\s/<>\[\]()%{}])")
_BEFORE = re.compile(rb"(?:/([^\s/<>\[\]()%{}]+)(?=[\s%])|[)>\]])(?:\s|%[^\r\n]*[\r\n])*\Z")
_REACH = 140  # bytes before "Do" in which the name stands of what is drawn


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What a stream says in bytes, and how often it draws what; no name where this is told oddly."""

    told: bytes
    size: int
    drawn: Counter[bytes]


def check(data: bytes) -> None:
    """Raises NotReadable where drawings draw themselves, or a page would draw too much."""
    if _HAS_FORMS.search(data):
        _Drawings(data).check()


def _is_drawing(told: bytes) -> bool:
    return bool(_FORM.search(told)) or not _NO_DRAWING.search(told)


def _drawing(told: bytes, said: bytes) -> _Drawing:
    before = (_BEFORE.search(said, max(at.start() - _REACH, 0), at.start()) for at in _DO.finditer(said))
    return _Drawing(told, len(said), Counter(spelt(found[1] or b"") for found in before if found))


class _Drawings:
    """The drawings of a file by the number of their object, and what each comes to."""

    def __init__(self, data: bytes) -> None:
        """Takes in all objects of a file, and what each draws by which name."""
        self._told: defaultdict[int, set[bytes]] = defaultdict(set)
        self._drawings: defaultdict[int, list[_Drawing]] = defaultdict(list)
        self._names_in: dict[bytes, dict[bytes, set[int]]] = {}
        self._forms: set[int] = set()
        self._comes_to: dict[int, int] = {}
        self._open: list[int] = []
        together = self._take(things_of(data, unpacks=_is_drawing), max(ALWAYS, MOST_GROWTH * len(data)))
        for stream in together:
            for thing in packed_together(stream, self._telling):
                self._told[thing.number].add(thing.told)
        self._named: defaultdict[bytes, set[int]] = defaultdict(set)
        for texts in self._told.values():
            for text in texts:
                for name, forms in self._forms_in(text).items():
                    self._named[name] |= forms

    def _take(self, things: Iterable[Thing], left: int) -> list[Thing]:
        """Keep what is needed of these objects; the streams of objects among them are given back."""
        together = []
        for thing in things:
            self._told[thing.number].add(thing.told)
            if thing.said is None:
                continue
            if len(self._drawings[thing.number]) >= MOST_VERSIONS:
                raise NotReadable(_TOO_MUCH)
            left -= len(thing.said)
            if left < 0:
                raise NotReadable(_TOO_MUCH)
            if b"/ObjStm" in thing.told:
                together.append(thing)
            if _FORM.search(thing.told):
                self._forms.add(thing.number)
            self._drawings[thing.number].append(_drawing(thing.told, thing.said))
        return together

    def _telling(self, said: bytes) -> Iterator[int]:
        """Where a stream of objects speaks of forms, resources or the parts of a page."""
        yield from (found.start() for found in _RESOURCES.finditer(said))
        yield from (found.start() for found in _NAMED.finditer(said) if int(found[2]) in self._forms)
        for found in _PARTS.finditer(said):
            if any(int(part) in self._drawings for part in _REFERENCE.findall(found[1])):
                yield found.start()

    def check(self) -> None:
        """Raises NotReadable."""
        for number in list(self._drawings):
            self._whole(number)
        for texts in self._told.values():
            for text in texts:
                for parts in _PARTS.findall(text):
                    numbers = map(int, _REFERENCE.findall(parts))
                    if sum(self._comes_to.get(number, 0) for number in numbers) > MOST_DRAWN:
                        raise NotReadable(_TOO_MUCH)

    def _whole(self, number: int) -> int:
        """What a drawing comes to in bytes, with all that it draws. Raises NotReadable."""
        if number in self._comes_to:
            return self._comes_to[number]
        if number in self._open or len(self._open) > _DEEPEST:
            raise NotReadable(_ITSELF)
        self._open.append(number)
        most = max(self._of(drawing) for drawing in self._drawings[number])
        self._open.pop()
        if most > MOST_DRAWN:
            raise NotReadable(_TOO_MUCH)
        self._comes_to[number] = most
        return most

    def _of(self, drawing: _Drawing) -> int:
        if not drawing.drawn:
            return drawing.size
        own = [self._forms_in(text) for text in self._own(drawing.told)]
        size = drawing.size
        for name, times in drawing.drawn.items():
            if name:
                forms = set().union(*(named.get(name, ()) for named in own)) or self._named.get(name, set())
            else:
                forms = set().union(*(some for named in own for some in named.values())) or self._forms
            size += times * max((self._whole(form) + EACH for form in forms), default=0)
        return size

    def _own(self, told: bytes) -> set[bytes]:
        """What tells of a drawing's own resources: its dictionary, and the objects this leads to."""
        texts = {told} if b"/Resources" in told else set()
        for _ in range(2):
            led_to = {int(number) for text in texts for number in _LED_TO.findall(text)}
            texts.update(*(self._told.get(number, ()) for number in led_to))
        return texts

    def _forms_in(self, text: bytes) -> dict[bytes, set[int]]:
        """The forms that are named in a text, by their names."""
        if text not in self._names_in:
            named: defaultdict[bytes, set[int]] = defaultdict(set)
            for name, number in _NAMED.findall(text):
                if int(number) in self._forms:
                    named[name].add(int(number))
            self._names_in[text] = dict(named)
        return self._names_in[text]
