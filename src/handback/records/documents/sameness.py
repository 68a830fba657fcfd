"""Whether two texts say the same: the digest of their words, whatever their spaces, marks and capitals."""

import hashlib
import re

_WORDS = re.compile(r"[^\W_]+")
LEAST = 4  # words: shorter texts say the same by chance


def digest(text: str, *, of: str = "") -> str:
    """SHA-256, in hexadecimal, of the words of a text; empty for fewer than LEAST words.

    `of` sets apart what is never the same whatever its words, such as claims of different types.
    """
    words = _WORDS.findall(text.lower())
    if len(words) < LEAST:
        return ""
    return hashlib.sha256(" ".join([of, *words]).encode("utf-8", errors="replace")).hexdigest()
