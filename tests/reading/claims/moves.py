"""The transfers in some words, as short lines to compare: "parks | council | in_force"."""

from tests.reading.reading_room import claims_in

INTERVENTION = "A note on the intervention at Harrowmere"


def moves_in(words: str) -> list[str]:
    """Function, holder and status of each transfer, in the order of the words."""
    found = claims_in(f"{INTERVENTION}\n\n{words}", "transfer")
    return [
        f"{c.attributes['function']} | {c.attributes['holder']} | {c.attributes['status']}" for c in found
    ]
