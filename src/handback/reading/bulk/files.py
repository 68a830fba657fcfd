"""Many documents: each is read by itself, and one that fails does not stop the others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handback.reading.bulk.beside import Beside, ReaderFailed
from handback.reading.bulk.limits import SECONDS, TookTooLong, too_long
from handback.reading.claims import Claim, find
from handback.reading.document import Document
from handback.reading.formats import MOST_BYTES, read
from handback.reading.refusals import TooLarge


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: its document and claims, or the failure in a sentence that names the file."""

    path: Path
    document: Document | None = None
    claims: tuple[Claim, ...] = ()
    failure: str = ""

    @property
    def id(self) -> str:
        """The file's name without its ending."""
        return self.path.stem


def read_files(paths: Iterable[Path | str], *, seconds: float = SECONDS) -> Iterator[Outcome]:
    """Reads files one after another, in order, an outcome for each; never raises for what a file holds.

    A process of its own reads them, each in at most `seconds`: one that takes longer is left, and the next
    one is read. A program that uses this has its work under `if __name__ == "__main__":`.
    """
    with Beside(seconds=seconds) as beside:
        for path in map(Path, paths):
            try:
                yield beside.do(read_file, path)
            except TookTooLong:
                yield Outcome(path, failure=f"{path}: {too_long(seconds)}")
            except ReaderFailed as failure:
                yield Outcome(path, failure=f"{path}: {failure}")


def read_file(path: Path) -> Outcome:
    """Reads one file in this process; what goes wrong becomes the outcome's `failure`.

    Raises TookTooLong within a `time_limit`, and MemoryError.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TooLarge(size=path.stat().st_size, limit=MOST_BYTES, name=path.name)
        document = read(path.read_bytes(), name=path.name)
        return Outcome(path, document, find(document))
    except OSError as error:
        return Outcome(path, failure=f"{path}: {error.strerror or error}.")
    except TooLarge as error:
        return Outcome(path, failure=f"{path}: {error}")
    except (TookTooLong, MemoryError):
        raise
    except Exception as error:  # a fault of ours in one document must not lose the others
        return Outcome(path, failure=f"{path}: could not be read ({type(error).__name__}: {error}).")
