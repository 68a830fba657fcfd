"""The address that takes values: all of them or none, by the importer's rules and in its words."""

import json
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import now
from ninja import Router
from ninja.params.functions import Header

from handback.reading import series
from handback.reading.series import Role
from handback.records.measures import actions, importing
from handback.records.measures.measured.benchmarks import label_of
from handback.records.measures.measured.entries import ValueEntry
from handback.records.measures.sendings import Answered, Sent, first_answer
from handback.records.people.queries import authorities
from handback.web.api.fields import Key
from handback.web.api.problems import Problem
from handback.web.api.shapes import ProblemSaid, Taken, ValueSent, ValuesSent, exact
from handback.web.api.tokens import ByToken, asking
from handback.web.office.access import May

router = Router(tags=["Entering"])

FIELDS: dict[Role, str] = {
    role: "published_on" if role == Role.PUBLISHED else role.value for role in Role if role != Role.AREA
}
ATTEMPTS = 3  # times that values are put beside the record, if somebody else writes at the same time
KEY: Any = Header(
    "", alias="Idempotency-Key", description="Of your choosing, for what is to be taken once only"
)
REFUSALS = dict.fromkeys((400, 401, 403, 404, 409, 411, 413, 415, 422, 429, 503), ProblemSaid)


class SentValue(series.Stated):
    """A value that a program sent. Its places are those of the JSON: values[3].value."""

    __slots__ = ()

    def where(self, role: Role) -> str:
        """The place of what a field says."""
        return f"{self.place}.{FIELDS[role]}"


@router.post(
    "/{slug:slug}/values",
    auth=ByToken(May.RECORD),
    url_name="api-values",
    operation_id="enterValues",
    response={200: Taken} | REFUSALS,
)
def enter_values(request: HttpRequest, slug: str, sent: ValuesSent, key: Key = KEY) -> dict[str, Any]:
    """Record values, all of them or none; or with `dry_run` say what that would do.

    Values that are recorded already, in the same words, are counted and not written again. What would take
    the place of a recorded value is refused unless `restate` is true; where the number itself changes,
    `reason` must say why. Sent again under the same Idempotency-Key, what was taken is answered as it was the
    first time, and nothing is written, whatever was recorded in between.
    """
    authority = authorities().get(slug=slug)
    rows = [_stated(place, one) for place, one in enumerate(sent.values)]
    under = _under(key, sent, request) if key and not sent.dry_run else None
    for attempt in range(ATTEMPTS):
        if under and (answer := _first_answer(under)) is not None:
            return answer
        seen = importing.preview_of(authority, rows)
        _check(seen, sent)
        if sent.dry_run:
            return _told(seen, dry_run=True)
        try:
            answer = _told(seen, dry_run=False)
            kept = Answered(under, answer) if under else None
            actions.enter_values(
                authority, rows, seen, reason=sent.reason, under=kept, by=asking(request), at=now()
            )
        except actions.RecordChanged as changed:
            if attempt + 1 == ATTEMPTS:
                raise Problem(HTTPStatus.CONFLICT, "record-changed", str(changed)) from None
        except actions.RestatedWithoutReason as refusal:
            raise _no_reason(refusal) from None
        except actions.MeasuresRefusal as refusal:
            raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "cannot-be-taken", str(refusal)) from None
        else:
            return answer
    raise AssertionError("the last attempt answers")


def _under(key: str, sent: ValuesSent, request: HttpRequest) -> Sent:
    said = json.dumps(sent.model_dump(), sort_keys=True).encode()
    return Sent(token=asking(request).token, key=key, sha256=sha256(said).hexdigest())


def _first_answer(under: Sent) -> dict[str, Any] | None:
    """What was answered when this was sent before, if it was. Raises Problem."""
    try:
        return first_answer(under)
    except actions.KeyUsedOtherwise as refusal:
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "key-used-otherwise", str(refusal)) from None


def _stated(place: int, sent: ValueSent) -> SentValue:
    said = {role: getattr(sent, field) for role, field in FIELDS.items()}
    given = {role: words for role, words in said.items() if words}
    told = given.keys() if Role.NUMERATOR in given else {*given, Role.VALUE}
    return SentValue(f"values[{place}]", given, {role: FIELDS[role] for role in told})


def _check(seen: importing.Preview, sent: ValuesSent) -> None:
    """Raises Problem for what cannot be taken, or not without saying so."""
    if seen.faults:
        raise Problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "cannot-be-taken",
            "Put right what is listed under errors. Nothing was written.",
            errors=[(fault.place, fault.sentence) for fault in seen.faults],
        )
    if seen.restated and not sent.dry_run and not sent.restate:
        raise Problem(
            HTTPStatus.CONFLICT,
            "would-restate",
            "Values that are recorded would be replaced by others. Nothing was written. If they are to be, "
            "send “restate”: true, and say why in “reason”.",
            restatements=_restatements(seen),
        )


def _no_reason(refusal: actions.RestatedWithoutReason) -> Problem:
    said = "Say why values are restated. Nothing was written."
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "no-reason", said, errors=[("reason", str(refusal))])


def _told(seen: importing.Preview, *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "new": len(seen.new),
        "restated": len(seen.restated),
        "same": seen.same,
        "restatements": _restatements(seen),
        "doubts": [{"place": doubt.place, "detail": doubt.sentence} for doubt in seen.doubts],
    }


def _restatements(seen: importing.Preview) -> list[dict[str, Any]]:
    return [_restatement(change) for change in seen.restated]


def _restatement(change: importing.Change) -> dict[str, Any]:
    period = change.entry.period
    return {
        "place": change.place,
        "indicator": change.entry.indicator,
        "period": label_of(period),
        "first": period.first.isoformat(),
        "last": period.last.isoformat() if period.last else None,
        "old": _said(change.old),
        "new": _said(change.entry),
    }


def _said(entry: ValueEntry) -> dict[str, Any]:
    return {
        "value": exact(entry.value),
        "numerator": exact(entry.numerator),
        "denominator": exact(entry.denominator),
        "quality": entry.quality.value,
        "published_on": entry.published_on.isoformat() if entry.published_on else None,
        "source": entry.source,
        "note": entry.note,
    }
