"""PDF files whose pages draw forms, which draw forms in their turn."""

import zlib

from tests.support.pdfs import _file, _stream, words

_FONTS = "/Font<</Plain<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"


def drawn(*forms: str, page: str = "/F0 Do", told: bytes = b"", say: str = "The pier is open.") -> bytes:
    """A page that draws forms F0, F1 ...; each is given as what it draws ("/F1 Do /F1 Do").

    `told` packs the forms: /Filter/FlateDecode, for one.
    """
    named = " ".join(f"/F{n} {6 + n} 0 R" for n in range(len(forms)))
    resources = f"/Resources<<{_FONTS}/XObject<<{named}>>>>".encode()
    things = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        b"<<>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R" + resources + b">>",
        _stream(b"", page.encode()),
    ]
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]" + resources + told
    for draws in forms:
        content = words(60, 700, say) + draws.encode()
        things.append(_stream(form, zlib.compress(content) if b"Flate" in told else content))
    return _file(things, locked=False)
