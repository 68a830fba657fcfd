"""Pages of a PDF as grey pictures, for whoever reads words from pictures."""

import ctypes
import math
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from handback.reading.formats.pdf.pages import opened
from handback.reading.refusals import NotReadable

SHARPNESS = 300  # dots an inch: what OCR programs are made for
MOST_DOTS = 20_000_000  # of one picture: an A4 page at 300 dots an inch has 8.7 million
MOST_OF_PICTURE = 150_000_000  # dots of a picture on a page: A3 at 600 dots an inch has 70 million
MOST_PICTURES = 2_000  # of a page that are looked at
_POINTS = 72  # to an inch


def picture_of(data: bytes, page: int) -> bytes:
    """One page, counted from 1, as a grey picture in the PGM format.

    Very large pages are drawn less sharply. Raises NotReadable for a PDF that is locked or damaged, or has
    no such page.
    """
    with opened(data) as document:
        if not 1 <= page <= len(document):
            raise NotReadable(f"This PDF has no page {page}.")
        try:
            return _drawn(document[page - 1])
        except pdfium.PdfiumError as error:
            raise NotReadable(f"Page {page} of this PDF cannot be drawn.") from error


def _drawn(page: pdfium.PdfPage) -> bytes:
    """A page as a grey picture (PGM); closes the page. Raises NotReadable for pictures beyond any scan."""
    try:
        for thing in islice(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), MOST_PICTURES):
            wide, high = ctypes.c_uint(), ctypes.c_uint()
            raw.FPDFImageObj_GetImagePixelSize(thing, wide, high)
            if wide.value * high.value > MOST_OF_PICTURE:
                raise NotReadable("A picture on this page is larger than any scan, so it was not drawn.")
        wide, high = page.get_size()
        scale = min(SHARPNESS / _POINTS, math.sqrt(MOST_DOTS / max(wide * high, 1.0)))
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        try:
            head = f"P5 {bitmap.width} {bitmap.height} 255\n".encode()
            rows = memoryview(bitmap.buffer).cast("B")
            lines = (rows[at * bitmap.stride :][: bitmap.width] for at in range(bitmap.height))
            return head + b"".join(lines)
        finally:
            bitmap.close()
    finally:
        page.close()
