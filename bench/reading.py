"""Reading: documents a second, from bytes to claims, in one process.

The documents are the project's own fixtures, and the real ones kept beside the project where they are there.
"""

import time
from pathlib import Path

from bench.measured import Measured
from handback.reading import claims, read

FIXTURES = Path(__file__).parents[1] / "tests" / "reading" / "fixtures"
REAL = Path(__file__).parents[2] / "shared" / "seeds"
SECONDS = 5.0


def measure() -> list[Measured]:
    """Documents a second for each set, with their size."""
    sets = {"invented documents": FIXTURES, "real documents": REAL}
    return [_rate(name, folder) for name, folder in sets.items() if folder.is_dir() and files_of(folder)]


def files_of(folder: Path) -> list[Path]:
    """The texts and pages of a folder, in the order of their names."""
    return sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".html"})


def _rate(name: str, folder: Path) -> Measured:
    originals = [path.read_bytes() for path in files_of(folder)]
    rates: list[float] = []
    until = time.perf_counter() + SECONDS
    while time.perf_counter() < until or len(rates) < 3:
        begun = time.perf_counter()
        for data in originals:
            claims.find(read(data))
        rates.append(len(originals) / (time.perf_counter() - begun))
    rates.sort()
    size = f"{len(originals)} of {sum(map(len, originals)) / len(originals) / 1000:.1f} kB each"
    return Measured(f"reading {name}", size, rates[len(rates) // 2], "documents a second")
