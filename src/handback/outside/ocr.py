"""Words from pictures of pages, by Tesseract, where it is installed on this machine.

The program is given one grey picture on its standard input and time to read it; it is given no file, and
nothing of the document but the picture. What it reads is less than certain, and every document made from
it says so (`reading.formats.read_with_ocr`).
"""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from handback.reading.formats.pdf.pictures import picture_of
from handback.reading.refusals import NotReadable

SECONDS_A_PAGE = 60.0
SECONDS = 1_800.0  # for all pages of one document
MOST_WORDS = 200_000  # characters taken of one page
_PROGRAM = "tesseract"
_KEPT = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "SYSTEMROOT")


class OcrNotInstalled(RuntimeError):
    """There is no OCR program on this machine."""

    def __init__(self) -> None:
        super().__init__(
            "Words cannot be read from pictures on this machine: Tesseract is not installed."
            " On Debian and Ubuntu it is the package tesseract-ocr."
        )


@dataclass(frozen=True, slots=True)
class Recognised:
    """The words of one page, or why there are none, in a sentence fit to show."""

    page: int
    words: str = ""
    why_not: str = ""


def is_installed() -> bool:
    """Whether OCR can be offered on this machine."""
    return shutil.which(_PROGRAM) is not None


def words_of_pages(
    data: bytes,
    pages: Iterable[int],
    *,
    language: str = "eng",
    seconds_a_page: float = SECONDS_A_PAGE,
    seconds: float = SECONDS,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Recognised]:
    """The words of these pages of a PDF, counted from 1, one page after another, as they are read.

    A page that cannot be read, or takes longer than its time, gives its reason; so does every page left
    when the time for the whole is up. Raises OcrNotInstalled.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise OcrNotInstalled
    end = clock() + seconds
    for page in pages:
        left = min(seconds_a_page, end - clock())
        if left <= 0:
            yield Recognised(page, why_not=f"The {seconds:.0f} seconds for the whole document were up.")
            continue
        yield _read(program, data, page, language, left)


def _read(program: str, data: bytes, page: int, language: str, seconds: float) -> Recognised:
    try:
        picture = picture_of(data, page)
        done = subprocess.run(  # noqa: S603 - the program's own path, and words of ours
            [program, "stdin", "stdout", "-l", language],
            input=picture,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={"OMP_THREAD_LIMIT": "1"} | {key: os.environ[key] for key in _KEPT if key in os.environ},
        )
    except NotReadable as refusal:
        return Recognised(page, why_not=str(refusal))
    except subprocess.TimeoutExpired:
        return Recognised(page, why_not=f"It was not read within {seconds:.0f} seconds.")
    except OSError as error:
        return Recognised(page, why_not=f"Tesseract could not be started: {error.strerror or error}.")
    if done.returncode:
        return Recognised(page, why_not=f"Tesseract failed: {_first_line(done.stderr)}")
    words = done.stdout.decode("utf-8", errors="replace")[:MOST_WORDS]
    return Recognised(page, words, "" if words.strip() else "No words were found in the picture.")


def _first_line(said: bytes) -> str:
    lines = said.decode("utf-8", errors="replace").strip().splitlines()
    return lines[0][:200] if lines else "it gave no reason."
