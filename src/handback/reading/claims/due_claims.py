"""Claims of commitments: the rules by name, how sure each is, and the claim that a rule gives."""

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.finding import claim
from handback.reading.claims.outline import Outline
from handback.reading.words.dates import Stated
from handback.reading.words.sentences import Sentence

#: How sure each rule is until it is calibrated: a rank, not a rate.
CONFIDENCE = {
    "will by a time": 0.8,
    "duty by a time": 0.8,
    "plan by a time": 0.75,
    "promise by a time": 0.75,
    "order by a time": 0.8,
    "told to be coming": 0.7,
    "present tense at a time to come": 0.6,
    "aim of a past decision": 0.55,
    "put off to a time": 0.6,
    "time given for views": 0.75,
    "deadline named": 0.7,
    "line of action": 0.7,
    "thing to come at a time": 0.6,
    "row of an action table": 0.75,
    "field of a due date": 0.6,
    "time of the lead-in": 0.65,
    "step of a timetable": 0.6,
    "promise to report": 0.65,
    "order to report": 0.7,
}


def due_claim(
    found: Outline, one: Sentence, start: int, end: int, time: Stated | None, rule: str, *, owner: str | None
) -> Claim:
    """The claim over a stretch of a sentence, due in a time or, where none is stated, at none."""
    window = time.window if time else None
    return claim(
        found.document,
        Type.COMMITMENT,
        one,
        start,
        end,
        rule=rule,
        confidence=CONFIDENCE[rule],
        due_from=window.first.isoformat() if window and window.first else None,
        due_to=window.last.isoformat() if window and window.last else None,
        owner=owner,
    )
