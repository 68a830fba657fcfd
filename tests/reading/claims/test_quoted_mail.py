"""What a mail quotes of an earlier mail is said once, with every place."""

from handback.reading import read
from handback.reading.claims import Claim, find

_HEAD = (
    "From: Ada Moss <ada@harrowmere.example>\nTo: Tom Reed <tom@harrowmere.example>\nSubject: Ferry\n"
    "Date: Mon, 5 May 2025 10:00:00 +0000\nMessage-ID: <1@harrowmere.example>\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\n\n"
)


def decisions_in(mail: str) -> list[Claim]:
    """The decisions of a mail with a usual head."""
    return [c for c in find(read((_HEAD + mail).encode(), name="ferry.eml")) if c.type == "decision"]


def test_a_decision_quoted_again_is_one_claim_with_two_places():
    mail = (
        "Cabinet approved the ferry lease.\n\nAda\n\n> FERRY\n>\n> Cabinet approved the lease of the ferry.\n"
    )

    assert [len(c.also) for c in decisions_in(mail)] == [1]


def test_what_only_the_earlier_mail_says_is_a_claim():
    mail = "Cabinet approved the ferry lease.\n\nAda\n\n> Cabinet rejected the bid for the pier.\n"

    assert [c.attributes["verb"] for c in decisions_in(mail)] == ["approve", "refuse"]


def test_another_decision_in_like_words_stays_another():
    mail = "Cabinet approved the ferry lease.\n\nAda\n\n> Cabinet approved the boathouse lease.\n"

    assert len(decisions_in(mail)) == 2
