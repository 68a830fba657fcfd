"""Which function of a record a document means by the words it uses for one."""

from collections.abc import Mapping

LEAST_SHARED = 0.6  # of the words used that must stand in a function's name
SAYS_NOTHING = {"and", "the", "for", "services"}


def best_named(words: str, names: Mapping[str, str]) -> str | None:
    """The code of the one function whose name shares the most words with `words`.

    `names` are the functions' names by code. None where no name shares enough, or two share the most.
    """
    wanted = _words(words)
    scored = {code: len(wanted & _words(name)) for code, name in names.items()}
    best = max(scored.values(), default=0)
    first = [code for code, score in scored.items() if score == best]
    enough = bool(wanted) and best / len(wanted) >= LEAST_SHARED
    return first[0] if enough and len(first) == 1 else None


def _words(text: str) -> set[str]:
    letters = "".join(letter.lower() if letter.isalnum() else " " for letter in text)
    return {word for word in letters.split() if len(word) > 2 and word not in SAYS_NOTHING}
