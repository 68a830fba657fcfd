"""The regions of a ModernGov page, told by the class names that every installation has."""

import re
from collections.abc import Mapping

from handback.reading.formats.walk import ALONE, LABEL, MAYBE_ALONE, SKIPPED

TITLE, SUBTITLE, ACTIONS, CONTENT, WORDS, NUMBER, PAGING = (
    "title",
    "subtitle",
    "actions",
    "content",
    "words",
    "number",
    "paging",
)
_REGIONS: Mapping[str, str] = {
    "mgHeader": TITLE,
    "mgMainTitleTxt": TITLE,
    "mgSubTitle": SUBTITLE,
    "mgLinks": ACTIONS,
    "mgActionList": ACTIONS,
    "mgContent": CONTENT,
    "mgWordPara": WORDS,
    "mgItemNumberCell": NUMBER,
    "mgMeetingsEarlierLater": PAGING,
    "mgFooter": SKIPPED,
    "mgHiddenField": SKIPPED,
    "mgHelpLine": SKIPPED,
    "mgFileSize": SKIPPED,
    "mgHide": SKIPPED,
    "mgLinkSep": SKIPPED,
    "mgNoPrint": SKIPPED,
}
_FULL_TEXT = re.compile(r"\bfull (?:item|minutes|agenda|decision|issue)? ?text\b|\btestun llawn\b", re.I)
_IS_MODERNGOV = re.compile(
    r"<[a-z][a-z0-9]*\s[^<>]{0,400}?(?:\bid\s*=\s*[\"']?modgov\b|\bclass\s*=\s*[\"'][^\"'<>]{0,200}\bmg(?:MainTitleTxt"
    r"|SubTitleTxt|ItemTable|ItemNumberCell|AiTitleTxt|MeetingTableLnk)\b)",
    re.I,
)


def is_moderngov(markup: str) -> bool:
    """Whether a page was written by ModernGov, by the names of its elements; costs one quick search."""
    return ("modgov" in markup or "mgMainTitleTxt" in markup or "mgItemTable" in markup) and bool(
        _IS_MODERNGOV.search(markup)
    )


def judge(tag: str, attributes: Mapping[str, str | None]) -> str | None:
    """The region that an element of ModernGov's own part of the page opens, if any."""
    if tag == "a":
        return _link(attributes)
    if tag == "label" or "hidden" in attributes:
        return SKIPPED
    classes = attributes.get("class")
    if not classes or "mg" not in classes:
        return None
    for name in classes.split():
        region = _REGIONS.get(name)
        if region is not None:
            return region
        if name == "mgLabel" and tag == "span":
            return LABEL
    return None


def _link(attributes: Mapping[str, str | None]) -> str | None:
    """Whether the words of a link belong to the text: directions to a hall and "full text" do not."""
    address = (attributes.get("href") or "").lower()
    if "mglocationdetails" in address:
        return ALONE
    if "mgai.aspx" in address:
        return ALONE if _FULL_TEXT.search(attributes.get("title") or "") else MAYBE_ALONE
    return None
