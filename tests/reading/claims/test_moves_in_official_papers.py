"""Who has a function, in the grammar of ministers' statements, council news and reports on interventions."""

import pytest

from tests.reading.claims.moves import moves_in


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Minister won't return licensing to the Council.", ["licensing | commissioners | retained"]),
        ("We haven't handed ferries back to the Council.", ["ferries | commissioners | retained"]),
        ("The Commissioners will keep oversight over all returned functions.", []),
        (
            "To give residents confidence, housing would be returned with enhanced oversight.",
            ["housing | council | proposed"],
        ),
        (
            "I am exercising my powers under the Act to return two services, parks and piers, to it.",
            ["parks | council | in_force", "piers | council | in_force"],
        ),
        ("Views are invited before a final decision on returning licensing to the Council.", []),
        (
            "The Minister asked Commissioners to take over grants and prepare a plan.",
            ["grants | commissioners | proposed"],
        ),
        (
            "In future, youth services in the borough will be managed by an independent trust.",
            ["youth services | other | proposed"],
        ),
    ],
)
def test_official_papers_tell_who_has_a_function(words: str, expected: list[str]) -> None:
    assert moves_in(words) == expected
