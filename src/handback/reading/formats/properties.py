"""What an Office file says of itself: title, author, and when it was made and changed."""

import re
import zipfile

from lxml import etree

from handback.reading.document import Field
from handback.reading.formats.packages import part_of, tree_of

_NAMES = {"title": "title", "creator": "author", "created": "created", "modified": "modified"}
_NO_TITLE = re.compile(
    r"\W*$|(?:microsoft )?(?:word|excel)|untitled|(?:document|book|sheet)\d*$|.*\.\w{3,4}$", re.I
)


def fields_of(package: zipfile.ZipFile) -> tuple[Field, ...]:
    """The properties as fields, days as ISO dates; the title only where it is one. Raises NotReadable."""
    root = tree_of(part_of(package, "docProps/core.xml"))
    fields = []
    for element in root if root is not None else ():
        name = _NAMES.get(etree.QName(element).localname, "")
        words = " ".join((element.text or "").split())
        if name in ("created", "modified"):
            words = words[:10] if re.match(r"\d{4}-\d\d-\d\d", words) else ""
        if name and words and not (name == "title" and _NO_TITLE.match(words)):
            fields.append(Field(name, words))
    return tuple(fields)
