"""How much of a document is looked through for claims, and what is said of the rest.

The longest published agenda packs run to some 2 MB of text in some 15,000 blocks. What lies beyond these
bounds stays in the text, word for word, and `Document.unread` says from where it was not looked through.
"""

from handback.reading.document import Unread

MOST_CHARACTERS = 2_000_000  # looked through for claims, from the start of the text
MOST_PASSAGES = 20_000  # a pack of a thousand pages has fewer blocks
MOST_TAGS = 400_000  # of a page: real ones of this size in text hold some 100,000
MOST_NODES = 5_000_000  # tags times the depth of their nesting, which is what parsing can cost


def reach(text: str) -> int:
    """Where looking through a text ends: its end, or the last space before MOST_CHARACTERS.

    "The fountain opens. ..." of three million characters is looked through for the first two million.
    """
    if len(text) <= MOST_CHARACTERS:
        return len(text)
    space = max(text.rfind(gap, MOST_CHARACTERS - 1_000, MOST_CHARACTERS) for gap in (" ", "\n"))
    return space if space > 0 else MOST_CHARACTERS


def rest_from(text: str, place: int) -> tuple[Unread, ...]:
    """What is said of the text from a place that was not looked through; nothing where no words are left."""
    if not text[place:].strip():
        return ()
    return (
        Unread(
            f"The rest of the text, from character {place:,}",
            "it was not looked through for claims, because the document is longer than"
            f" {MOST_CHARACTERS:,} characters or {MOST_PASSAGES:,} passages."
            " Split it to have all of it read.",
        ),
    )
