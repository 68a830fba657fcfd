"""Many documents: each is read by itself, and one that fails does not stop the others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

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


def read_files(paths: Iterable[Path | str]) -> Iterator[Outcome]:
    """Reads files one after another, in order, an outcome for each; never raises for what a file holds."""
    return map(read_file, map(Path, paths))


def read_file(path: Path) -> Outcome:
    """Reads one file; what goes wrong becomes the outcome's `failure`."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TooLarge(size=path.stat().st_size, limit=MOST_BYTES, name=path.name)
        document = read(path.read_bytes(), name=path.name)
        return Outcome(path, document, find(document))
    except OSError as error:
        return Outcome(path, failure=f"{path}: {error.strerror or error}.")
    except TooLarge as error:
        return Outcome(path, failure=f"{path}: {error}")
    except Exception as error:  # a fault of ours in one document must not lose the others
        return Outcome(path, failure=f"{path}: could not be read ({type(error).__name__}: {error}).")
