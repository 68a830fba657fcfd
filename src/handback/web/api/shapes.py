"""What programs send, and what they are told of it. The OpenAPI document is made from these."""

from datetime import date
from decimal import Decimal
from typing import Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from handback.web.api.bodies import MOST_VALUES
from handback.web.api.fields import Amount, Code, Line, Short, Text, YesOrNo


class ValueSent(Schema):
    """A value for a period, as a row of a table states it. Without `value`, the counts say what it is."""

    model_config = ConfigDict(extra="forbid")

    indicator: Code = Field(description="The code of an indicator, or its whole name")
    period: Code = Field(description="In words or days: 2026-01, January 2026, 2025/26 Q3, 2025/26")
    value: Amount | None = None
    numerator: Amount | None = None
    denominator: Amount | None = None
    quality: Short = Field("", description="final (if nothing is said), provisional or estimated")
    published_on: Short = Field("", description="A day, such as 2026-02-12")
    source: Line = ""
    note: Text = ""


class ValuesSent(Schema):
    """Values to be taken, all of them or none."""

    model_config = ConfigDict(extra="forbid")

    values: list[ValueSent] = Field(min_length=1, max_length=MOST_VALUES)
    dry_run: YesOrNo = Field(default=False, description="Say what would happen, and write nothing")
    restate: YesOrNo = Field(
        default=False, description="Let values take the place of others that are recorded"
    )
    reason: Text = Field("", description="Why values are restated")


class Stated(Schema):
    """What the record holds, or would hold, of a period. Numbers are text, with every digit."""

    value: str | None
    numerator: str | None
    denominator: str | None
    quality: str
    published_on: date | None
    source: str
    note: str


class Restated(Schema):
    """A value that takes, or would take, the place of another."""

    place: str
    indicator: str
    period: str
    first: date
    last: date
    old: Stated
    new: Stated


class Place(Schema):
    """Something about one place of what was sent."""

    place: str
    detail: str


class Taken(Schema):
    """What was done, or with `dry_run` what would be. `same` were recorded already, in the same words."""

    dry_run: bool
    new: int
    restated: int
    same: int
    restatements: list[Restated]
    doubts: list[Place] = Field(description="Taken all the same: shares that their counts do not make")


class ProblemSaid(Schema):
    """A refusal, as RFC 9457 has it. `code` says which, and does not change."""

    type: Literal["about:blank"]
    title: str
    status: int
    code: str
    detail: str
    errors: list[Place] | None = Field(None, description="At most 200; error_count says how many there are")
    error_count: int | None = None
    restatements: list[Restated] | None = Field(None, description="What would be restated")


class TokenSaid(Schema):
    """A token: its name, what it is for, and its last day."""

    name: str
    may_write: bool
    last_day: date


class AuthoritySaid(Schema):
    """Whose record this is, who asks, and by which token."""

    slug: str
    name: str
    gss: str
    asked_by: str
    token: TokenSaid


class DefinitionSaid(Schema):
    """What is measured, how, how often and by whom (docs/reference/open-data.md)."""

    definition: str
    numerator_words: str
    denominator_words: str
    unit: str
    per: int
    decimals: int
    better: str
    measured_as: str
    frequency: str
    owner_post: str
    source: str
    source_address: str
    lag_days: int | None
    quality_note: str
    function: str
    benchmark_metric: str
    is_demonstration: bool
    demonstration_note: str
    least_published: int
    ended_on: date | None


class IndicatorListed(Schema):
    """An indicator and its definition."""

    code: str
    name: str
    href: str
    definition: DefinitionSaid


class IndicatorsListed(Schema):
    """Some of the indicators. `count` is how many there are; `next` and `previous` are addresses, or null."""

    count: int
    next: str | None
    previous: str | None
    items: list[IndicatorListed]


class RuleFired(Schema):
    """A rule that fired, in words, and since when."""

    rule: str
    words: str
    since: date
    since_period: str


class PeriodSaid(Schema):
    """A period by its name and its days, both included."""

    period: str
    first: date
    last: date


class ValueSaid(PeriodSaid):
    """A value with what is worked out from it: limits of chance, target, rules that fired."""

    value: float | int
    numerator: float | int | None
    denominator: float | int | None
    unit: str
    quality: str
    published_on: date | None
    source: str
    note: str
    mean: float | None
    lower_limit: float | None
    upper_limit: float | None
    target: float | None
    trajectory: float | None
    variation: str | None
    rules_fired: list[RuleFired]
    conflict: bool
    left_out: bool
    limits_drawn_anew: bool


class IndicatorSaid(Schema):
    """An indicator whole: how it stands on a day, and all that is recorded of it."""

    authority: str
    gss: str
    as_at: date
    known_at: str | None
    code: str
    name: str
    way: str = Field(description="improving, common, worsening, neutral or not enough data")
    target_verdict: str = Field(description="passes, hit and miss, fails, no target or not enough data")
    verdict: str
    limits_are: str
    chart: dict[str, str]
    rules: str
    latest: ValueSaid | None
    target: float | None
    definition: DefinitionSaid
    values: list[ValueSaid]
    withheld: list[PeriodSaid]
    late: list[PeriodSaid]
    targets: list[dict[str, Any]]
    decisions: list[dict[str, Any]]
    commentaries: list[dict[str, Any]]
    restatements: list[dict[str, Any]]
    redefinitions: list[dict[str, Any]]
    benchmark: dict[str, Any] | None


def exact(number: Decimal | None) -> str | None:
    """A number as text, with every digit."""
    return None if number is None else f"{number:f}"
