"""Word documents and packages for tests, with what python-docx itself cannot write."""

import io
import re
import zipfile
from collections.abc import Callable

import docx

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def bytes_of(document: "docx.document.Document") -> bytes:
    """A Word document as a file."""
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def with_body(body: str, **parts: str) -> bytes:
    """A Word document whose body is this XML; `numbering`, `footnotes`, `comments` are further parts."""
    made = f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
    inner = {f"word/{name}.xml": f"<w:{name} {_NAMESPACES}>{xml}</w:{name}>" for name, xml in parts.items()}
    return changed(bytes_of(docx.Document()), lambda _xml: made, **{"word/document.xml": ""}, **inner)


def changed(
    data: bytes, change: Callable[[str], str], *, part: str = "word/document.xml", **parts: str
) -> bytes:
    """A package with one part changed, and others put in."""
    held = io.BytesIO()
    parts.pop(part, None)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name == part:
                new.writestr(name, change(old.read(name).decode()))
            elif name not in parts:
                new.writestr(name, old.read(name))
        for name, xml in parts.items():
            new.writestr(name, xml)
    return held.getvalue()


def paragraph(words: str, *, number: int = 0, depth: int = 0, style: str = "") -> str:
    """The XML of a paragraph, in a list of the numbering part where it has a number."""
    listed = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = words if re.match("<w:", words) else f"<w:r><w:t>{words}</w:t></w:r>"
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr>{inner}</w:p>"


def level(depth: int, form: str, words: str, *, start: int = 1) -> str:
    """The XML of one level of a list's pattern."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
    )
