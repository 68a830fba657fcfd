"""Where a record lives on this machine: one folder, named by HANDBACK_DATA."""

import os
import secrets
from pathlib import Path

from handback.records.audit.made_once import make_once


def data_folder() -> Path:
    """The folder of this record, made if need be and readable by its owner only."""
    named = os.environ.get("HANDBACK_DATA")
    users = Path(os.environ.get("XDG_DATA_HOME", "~/.local/share")).expanduser()
    folder = Path(named).expanduser() if named else users / "handback"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder.resolve()


def secret(folder: Path, name: str) -> str:
    """A random secret kept in `folder`: made once, then read; safe when two processes start together."""
    path = folder / name
    if not path.exists():
        make_once(path, f"{secrets.token_urlsafe(48)}\n")
    return _settled(path)


def _settled(path: Path) -> str:
    text = path.read_text(encoding="ascii")
    if not text.endswith("\n"):
        raise RuntimeError(f"{path} is damaged: delete it, and everybody signs in anew.")
    return text.strip()
