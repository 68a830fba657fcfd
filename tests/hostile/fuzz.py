"""Look for bytes that break the reading of a format: `make fuzz` runs this for each, guided by coverage.

    python -m tests.hostile.fuzz FORMAT SECONDS FOLDER

begins with the papers that the measurements are made on, and writes what fails to FOLDER, to be kept in
`tests/hostile/corpus`. Members of an Office file are changed within it, and packed again.
"""

import sys
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["handback.reading", "handback.core"]):
    from tests.hostile.guarded import read_whole, watch
    from tests.hostile.seeds import SEEDS

SECONDS_FOR_ONE = 30
MOST_MEGABYTES = 2_000
LONGEST = 200_000  # bytes: faults of form need no long files; faults of size have tests of their own


def main(form: str, seconds: str, folder: str) -> None:
    """Fuzz one format for so many seconds."""
    begun = Path(folder) / f"seeds-{form}"
    begun.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(SEEDS[form]):
        (begun / str(number)).write_bytes(data)
        read_whole(data)  # imports what is imported when first wanted
    watch()
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={SECONDS_FOR_ONE}",
        f"-rss_limit_mb={MOST_MEGABYTES}",
        f"-max_len={LONGEST}",
        f"-artifact_prefix={folder}/{form}-",
        "-print_final_stats=1",
    ]
    packed = SEEDS[form][0].startswith(b"PK")
    atheris.Setup(
        [sys.argv[0], *options, str(begun)],
        read_whole,
        **({"custom_mutator": _repacked} if packed else {}),
    )
    atheris.Fuzz()


def _repacked(data: bytes, most: int, seed: int) -> bytes:
    """An Office file with one of its members changed; one that cannot be opened is changed as bytes."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, zlib.error, EOFError):  # or encrypted
        return atheris.Mutate(data, most)
    if not members or seed % 10 == 0:
        return atheris.Mutate(data, most)
    name = sorted(members)[seed % len(members)]
    members[name] = atheris.Mutate(members[name], LONGEST)
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return kept.getvalue()[:most]


if __name__ == "__main__":
    main(*sys.argv[1:])
