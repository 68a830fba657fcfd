"""Many documents: how much faster two processes are than one, and what memory each number of them takes."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.measured import Measured
from bench.reading import FIXTURES, files_of

FOR_SPEED = 1_500  # documents of ordinary length
COUNTS = (1_000, 10_000, 100_000)  # short ones: what memory takes does not turn on their length
SHORT = "Harrowmere Cabinet\n\nRESOLVED: That paper {number} be approved by 3 May 2027.\n"
EVERY = 0.1  # seconds between looks at the memory


def measure() -> list[Measured]:
    """Documents a second by engine, in one run; and the highest memory of the whole program by number."""
    with tempfile.TemporaryDirectory(prefix="handback-scale-") as place:
        folder = Path(place)
        return [*_speed(folder), *_memory(folder)]


def _speed(folder: Path) -> list[Measured]:
    texts = [path.read_text(encoding="utf-8") for path in files_of(FIXTURES) if path.suffix == ".txt"]
    _write(folder / "speed.jsonl", (texts[n % len(texts)] for n in range(FOR_SPEED)))
    asked = {
        "one process, no engine between": ("one", 1),
        "one worker process": ("processes", 1),
        "two worker processes": ("processes", 2),
        "a Dask cluster of two workers": ("dask", 2),
    }
    rows = []
    for size, (engine, workers) in asked.items():
        seconds, _ = _run(folder / "speed.jsonl", engine=engine, workers=workers)
        rows.append(Measured("reading many documents", size, FOR_SPEED / seconds, "documents a second"))
    return rows


def _memory(folder: Path) -> list[Measured]:
    rows = []
    for count in COUNTS:
        _write(folder / "many.jsonl", (SHORT.format(number=n) for n in range(count)))
        seconds, peak = _run(folder / "many.jsonl", engine="processes", workers=2)
        rate = f"{count / seconds:,.0f} short documents a second"
        rows.append(
            Measured("memory of all processes together", f"{count:,} documents", peak, "MB", note=rate)
        )
    return rows


def _write(path: Path, texts) -> None:  # type: ignore[no-untyped-def]
    with path.open("w", encoding="utf-8") as out:
        for number, text in enumerate(texts):
            out.write(json.dumps({"id": str(number), "text": text}) + "\n")


def _run(path: Path, *, engine: str, workers: int) -> tuple[float, float]:
    """Seconds that `handback read` takes, start to end, and its highest memory in MB, workers included."""
    output = path.with_suffix(f".{engine}-{workers}.out.jsonl")
    command = [sys.executable, "-m", "handback.jobs.command", "read", str(path), "--engine", engine]
    command += ["--workers", str(workers), "--to", str(output)]
    begun = time.perf_counter()
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0.0
    while program.poll() is None:
        peak = max(peak, sum(map(_resident, _family(program.pid))))
        time.sleep(EVERY)
    seconds = time.perf_counter() - begun
    if program.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {program.returncode}")
    output.unlink()
    return seconds, peak / 1e6


def _family(pid: int) -> list[int]:
    """A process and all that it began."""
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        try:
            for task in Path(f"/proc/{one}/task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found


def _resident(pid: int) -> float:
    """Bytes that a process keeps to itself or shares its part of (PSS), or 0 where it has ended."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return float(line.split()[1]) * 1024
    except OSError:
        return 0.0
    return 0.0
