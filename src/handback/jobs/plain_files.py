"""The public site as plain files.

1. Every page is asked for as a reader would ask, beginning at the front page and following its links, so that
   what is written is what is served and nothing that is linked is missing.
2. Links are made relative, so that the folder works under any address and from a disk. Feeds need whole
   addresses: they get the one that the site is published at.
3. The folder appears in one step: exchanged with the old one where the system can, else renamed.
"""

import ctypes
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

FIRST_PAGES = ("/", "/register/", "/changes.atom")
MARKER = "written-by-handback.txt"
NOT_PUBLIC = ("/office/",)
IN_STYLES = re.compile(rb"""(?P<before>url\(["']?)(?P<address>[^"')]+)""")
LINK = re.compile(rb'(?P<before>\b(?:href|src)=")(?P<address>/[^"]*)(?=")')
MOST_FILES = 200_000  # all of England, several times over
HERE = "http://localhost"
PORTS = {"http": 80, "https": 443}
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # Linux: renameat2(2)

Application = Callable[..., Iterable[bytes]]


class PageMissing(RuntimeError):
    """A public page links to something that is not there: nothing was published."""

    def __init__(self, address: str, status: str, linked_from: str) -> None:
        super().__init__(f"{linked_from} links to {address}, which answers “{status}”. Nothing was written.")


class TooManyFiles(RuntimeError):
    """The links of the site lead on without end: nothing was published."""

    def __init__(self, most: int) -> None:
        super().__init__(f"The public pages lead to more than {most:,} files. Nothing was written.")


class FolderNotOurs(RuntimeError):
    """The folder holds something that this command did not write."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds files that were not written by “handback publish”. "
            "Choose an empty folder or a new name; nothing there was touched."
        )


class NotAFolder(RuntimeError):
    """What stands at the place of the folder is a file, or a link to somewhere else."""

    def __init__(self, place: Path) -> None:
        what = "a link: give the folder that it leads to" if place.is_symlink() else "a file"
        super().__init__(f"{place} is {what}. Nothing was written.")


@dataclass(frozen=True, slots=True)
class File:
    """One file of the site: its path in the folder and what it holds."""

    path: PurePosixPath
    content: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """How much was written: files and bytes."""

    files: int
    size: int


def site_of(application: Application, *, address: str = HERE, most: int = MOST_FILES) -> Iterator[File]:
    """Every file of the public site, `most` at most, as it is at `address` (scheme and host).

    Raises PageMissing and TooManyFiles.
    """
    waiting = dict.fromkeys(FIRST_PAGES, "The front page")
    seen: set[str] = set(waiting)
    while waiting:
        page = next(iter(waiting))
        linked_from = waiting.pop(page)
        status, kind, content = _asked(application, page, at=urlsplit(address))
        if not status.startswith("200"):
            raise PageMissing(page, status, linked_from)
        for found in _led_to(kind, content, page):
            if found not in seen:
                seen.add(found)
                waiting[found] = page
        if len(seen) > most:
            raise TooManyFiles(most)
        path = file_of(page)
        yield File(path, _settled(kind, content, path))


def _settled(kind: str, content: bytes, path: PurePosixPath) -> bytes:
    if kind.startswith("text/html"):
        return relative(content, path)
    return relative(content, path, links=IN_STYLES) if kind.startswith("text/css") else content


def _asked(application: Application, page: str, *, at: SplitResult) -> tuple[str, str, bytes]:
    answer: dict[str, Any] = {}

    def start(status: str, headers: list[tuple[str, str]], *_: object) -> None:
        answer["status"], answer["headers"] = status, dict(headers)

    environment = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": unquote(page).encode().decode("latin-1"),
        "QUERY_STRING": "",
        "SERVER_NAME": at.hostname or "localhost",
        "SERVER_PORT": str(at.port or PORTS[at.scheme]),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": at.netloc,
        "HTTP_X_FORWARDED_PROTO": at.scheme,
        "handback.plain_files": "1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": at.scheme,
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "REMOTE_ADDR": "127.0.0.1",
    }
    body = application(environment, start)
    try:
        content = b"".join(body)
    finally:
        getattr(body, "close", lambda: None)()
    return answer["status"], answer["headers"].get("Content-Type", ""), content


def _led_to(kind: str, content: bytes, address: str) -> Iterator[str]:
    if kind.startswith("text/html"):
        return _links(content)
    return _assets(content, address) if kind.startswith("text/css") else iter(())


def _links(content: bytes) -> Iterator[str]:
    for match in LINK.finditer(content):
        parts = urlsplit(unescape(match["address"].decode()))
        if not parts.netloc and not parts.query and not parts.path.startswith(NOT_PUBLIC):
            yield parts.path


def _assets(content: bytes, address: str) -> Iterator[str]:
    """What a style sheet needs beside it: fonts and pictures."""
    for match in IN_STYLES.finditer(content):
        parts = urlsplit(urljoin(address, match["address"].decode()))
        if parts.path and not parts.scheme and not parts.netloc:
            yield parts.path


def file_of(address: str) -> PurePosixPath:
    """The file for an address: a page is the index of its folder. Never outside the folder."""
    inside = PurePosixPath(*(part for part in unquote(address).split("/") if part not in ("", ".", "..")))
    return inside / "index.html" if address.endswith("/") else inside


def relative(content: bytes, path: PurePosixPath, *, links: re.Pattern[bytes] = LINK) -> bytes:
    """A page with its links within the site from the place of `path`; or a style sheet, with IN_STYLES."""
    depth = len(path.parts) - 1

    def rewritten(match: re.Match[bytes]) -> bytes:
        parts = urlsplit(unescape(match["address"].decode()))
        outside = parts.scheme or parts.netloc or parts.path.startswith(NOT_PUBLIC)
        if outside or not parts.path.startswith("/"):
            return match[0]
        target = "../" * depth + quote(str(file_of(parts.path)))
        after = f"#{parts.fragment}" if parts.fragment else ""
        return match["before"] + (target + after).encode()

    return links.sub(rewritten, content)


def put_in_place(folder: Path, site: Iterable[File], *, on: date) -> Written:
    """Write the site beside `folder` and put it there in one step. Raises FolderNotOurs and NotAFolder."""
    folder = folder.absolute()
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotAFolder(folder)
    if folder.exists() and not _may_replace(folder):
        raise FolderNotOurs(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        written = _write(made, site, on=on)
        made.chmod(0o755)
        if folder.exists():
            exchange(made, folder)
        else:
            made.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return written


def _may_replace(folder: Path) -> bool:
    return (folder / MARKER).is_file() or not any(folder.iterdir())


def _write(folder: Path, site: Iterable[File], *, on: date) -> Written:
    files = size = 0
    told = f"The public pages of Handback, written on {on.isoformat()}.\n".encode()
    for file in (*site, File(PurePosixPath(MARKER), told)):
        place = folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.content)
        files, size = files + 1, size + len(file.content)
    return Written(files, size)


def exchange(new: Path, old: Path) -> None:
    """Put `new` where `old` is and `old` where `new` was, in one step on Linux, in two elsewhere."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is not None:
        done = renameat2(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(old), RENAME_EXCHANGE)
        if done == 0:
            return
    aside = old.with_name(f"{new.name}-old")
    old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
    aside.rename(new)
