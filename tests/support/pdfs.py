"""Small PDF files written by hand: words at places, lines, pictures, locks.

Places are in points from the bottom left.
"""

import zlib

A4 = (595, 842)
PICTURE = b"q 595 0 0 842 0 0 cm /Grey Do Q"  # a picture that fills the page


def words(x: float, y: float, text: str, *, size: float = 11, bold: bool = False, turn: str = "") -> bytes:
    """Words in Helvetica that begin at a place; `turn` is the turning part of a text matrix."""
    font = "/Bold" if bold else "/Plain"
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    place = f"{turn or '1 0 0 1'} {x} {y} Tm"
    return f"BT {font} {size} Tf {place} (".encode() + escaped + b") Tj ET\n"


def lines(x: float, y: float, *texts: str, step: float = 13, size: float = 11, bold: bool = False) -> bytes:
    """Lines of text one below another."""
    return b"".join(
        words(x, y - step * n, text, size=size, bold=bold) for n, text in enumerate(texts) if text
    )


def grid(xs: list[float], ys: list[float]) -> bytes:
    """The lines of a table, all the way across and down."""
    across = "".join(f"{xs[0]} {y} m {xs[-1]} {y} l S\n" for y in ys)
    down = "".join(f"{x} {ys[0]} m {x} {ys[-1]} l S\n" for x in xs)
    return (across + down).encode()


def packed(content: bytes) -> bytes:
    """What a page says, packed: given to `pdf` in the place of the page."""
    return _PACKED + zlib.compress(content, 9)


_PACKED = b"packed:"


def pdf(*pages: bytes, turned: int = 0, info: str = "", picture: bytes = b"", locked: bool = False) -> bytes:
    """A file of these pages; `picture` is a grey one in the PGM format, for pages that hold PICTURE."""
    fonts = (
        "/Font<</Plain<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
        "/Bold<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>>>"
    )
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    things = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        f"<<{info}>>".encode(),
        _picture(picture or b"P5 1 1 255\n\x80"),
    ]
    for n, content in enumerate(pages):
        things.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {A4[0]} {A4[1]}]/Rotate {turned}"
            f"/Contents {6 + 2 * n} 0 R/Resources<<{fonts}/XObject<</Grey 4 0 R>>>>>>".encode()
        )
        told = b"/Filter/FlateDecode" if content.startswith(_PACKED) else b""
        things.append(_stream(told, content.removeprefix(_PACKED)))
    return _file(things, locked=locked)


def _picture(pgm: bytes) -> bytes:
    head, _, dots = pgm.partition(b"\n")
    _kind, wide, high, _most = head.split()
    told = b"/Type/XObject/Subtype/Image/Width %s/Height %s/ColorSpace/DeviceGray/BitsPerComponent 8"
    return _stream(told % (wide, high) + b"/Filter/FlateDecode", zlib.compress(dots))


def _stream(told: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (told, len(content), content)


def _file(things: list[bytes], *, locked: bool) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    key = b"<" + b"41" * 32 + b">"
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O%s/U%s>>/ID[<41><41>]" % (key, key) if locked else b""
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(things) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R/Info 3 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, lock, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer
