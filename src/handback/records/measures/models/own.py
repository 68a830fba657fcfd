"""Tables of what is measured of one authority: definitions, values, targets, decisions, commentary, indices.

1. A row here is a fact with two times: a restatement supersedes and inserts (triggers keep this).
2. A value has a period and cannot be without one. No table holds a verdict: verdicts are worked out.
3. Rows name their indicator by its code, which stays when the definition is corrected.
"""

from django.db import models
from django.db.models import F, Q

from handback.core.frequencies import Frequency
from handback.records.audit.models import Audited, Fact, PublishedCopy
from handback.records.documents.models import Claim
from handback.records.measures.codes import OF_INDICATORS, OF_INDICES, addressed
from handback.records.measures.fields import WELL_FORMED, ExactField
from handback.records.measures.measured.words import (
    Better,
    DecisionKind,
    MeasuredAs,
    Quality,
    SeenBy,
    TargetKind,
)
from handback.records.people.models import Authority, Token, choices

CURRENT = Q(superseded_at__isnull=True)


class Measured(Fact):
    """A fact about an indicator of an authority."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    indicator = models.CharField(max_length=40)

    class Meta:
        abstract = True


class Indicator(Fact):
    """A definition: the fields of measured.entries.IndicatorEntry, and why it replaced another."""

    audit_filled = {"is_public": True, "least_published": 0}

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=300)
    definition = models.TextField(blank=True)
    numerator_words = models.TextField(blank=True)
    denominator_words = models.TextField(blank=True)
    unit = models.CharField(max_length=60, blank=True)
    per = models.PositiveIntegerField(default=1)
    decimals = models.PositiveSmallIntegerField(default=0)
    better = models.CharField(max_length=8, choices=choices(Better))
    measured_as = models.CharField(max_length=20, choices=choices(MeasuredAs))
    frequency = models.CharField(max_length=20, choices=choices(Frequency))
    owner_post = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=300, blank=True)
    source_address = models.CharField(max_length=1000, blank=True)
    lag_days = models.PositiveIntegerField(null=True, blank=True)
    quality_note = models.TextField(blank=True)
    function = models.CharField(max_length=40, blank=True)
    benchmark_metric = models.CharField(max_length=80, blank=True)
    is_demonstration = models.BooleanField(default=False)
    demonstration_note = models.TextField(blank=True)
    ended_on = models.DateField(null=True, blank=True)
    position = models.PositiveIntegerField(default=0)
    is_public = models.BooleanField(default=True)
    least_published = models.PositiveIntegerField(default=0)
    reason = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["authority", "event"], name="indicator_last_change")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "code"], condition=CURRENT, name="indicator_code_is_used_once"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="indicator_has_a_name"),
            models.CheckConstraint(
                condition=~Q(code__iregex=addressed(OF_INDICATORS)), name="indicator_code_is_no_address"
            ),
            models.CheckConstraint(condition=Q(per__gte=1), name="indicator_is_out_of_something"),
            models.CheckConstraint(
                condition=Q(is_demonstration=False) | ~Q(demonstration_note=""),
                name="demonstration_says_what_it_shows",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Value(Measured):
    """What was measured in a period. `reason` says why it replaced another value; blank for a first one."""

    first = models.DateField()
    until = models.DateField()
    value = ExactField()
    numerator = ExactField(null=True, blank=True)
    denominator = ExactField(null=True, blank=True)
    note = models.TextField(blank=True)
    quality = models.CharField(max_length=12, choices=choices(Quality), default=Quality.FINAL.value)
    published_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["authority", "event"], name="value_last_change"),
            models.Index(
                fields=["authority", "indicator"],
                condition=Q(superseded_at__isnull=False),
                name="value_restated",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "indicator", "first"],
                condition=CURRENT,
                name="period_has_one_current_value",
            ),
            models.CheckConstraint(condition=Q(until__gt=F("first")), name="value_has_a_period"),
            models.CheckConstraint(condition=Q(value__regex=WELL_FORMED), name="value_is_a_number"),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True) | Q(numerator__regex=WELL_FORMED),
                name="numerator_is_a_number",
            ),
            models.CheckConstraint(
                condition=Q(denominator__isnull=True) | Q(denominator__regex=WELL_FORMED),
                name="denominator_is_a_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} from {self.first}"


class Target(Measured):
    """A level in force for a period: a target, a planned way, or where it began. Kinds do not mix."""

    kind = models.CharField(max_length=12, choices=choices(TargetKind))
    first = models.DateField()
    until = models.DateField(null=True, blank=True)
    value = ExactField()
    reason = models.TextField(blank=True)
    agreed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["authority", "event"], name="target_last_change")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "indicator", "kind", "first"],
                condition=CURRENT,
                name="target_begins_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("first")), name="target_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=Q(value__regex=WELL_FORMED), name="target_is_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.kind} from {self.first}"


class ChartDecision(Measured):
    """What a person decided about a chart, and why. A withdrawal supersedes it."""

    kind = models.CharField(max_length=8, choices=choices(DecisionKind))
    first = models.DateField(null=True, blank=True)
    choice = models.CharField(max_length=40, blank=True)
    reason = models.TextField()
    decided_by = models.CharField(max_length=200)
    decided_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["authority", "event"], name="decision_last_change")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "indicator", "kind", "first"],
                condition=CURRENT & Q(first__isnull=False),
                name="period_is_decided_on_once",
            ),
            models.UniqueConstraint(
                fields=["authority", "indicator", "kind"],
                condition=CURRENT & Q(first__isnull=True),
                name="chart_is_decided_on_once",
            ),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(decided_by=""), name="decision_has_a_reason_and_a_person"
            ),
            models.CheckConstraint(
                condition=(Q(kind__in=["rebase", "ghost"]) & Q(first__isnull=False) & Q(choice=""))
                | (Q(kind__in=["profile", "chart"]) & Q(first__isnull=True) & ~Q(choice="")),
                name="decision_says_where_or_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.kind}"


class Commentary(Measured):
    """What somebody says of a period's value: what, why, what is done about it and by when."""

    first = models.DateField()
    what = models.TextField()
    why = models.TextField(blank=True)
    action = models.TextField(blank=True)
    by_when = models.DateField(null=True, blank=True)
    written_by = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["authority", "event"], name="commentary_last_change")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "indicator", "first"],
                condition=CURRENT,
                name="period_has_one_commentary",
            ),
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(written_by=""), name="commentary_has_words_and_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} from {self.first}"


class CommitmentTie(Measured):
    """An accepted commitment of a document that bears on an indicator, as somebody says."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")
    bearing = models.TextField()
    tied_by = models.CharField(max_length=200)
    is_public = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["authority", "event"], name="tie_last_change")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "indicator", "claim"],
                condition=CURRENT,
                name="commitment_is_tied_once",
            ),
            models.CheckConstraint(
                condition=~Q(bearing="") & ~Q(tied_by=""), name="tie_says_why_and_by_whom"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.claim}"


class Index(Fact):
    """A composite index as declared, with its version. Its results are worked out from it.

    `seen_by` is blank where copies for the public hold it: hashes from before there was a choice still hold.
    """

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=300)
    version = models.CharField(max_length=40)
    declaration = models.JSONField()
    seen_by = models.CharField(max_length=8, blank=True, choices=choices(SeenBy))

    class Meta:
        indexes = [models.Index(fields=["authority", "event"], name="index_last_change")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "code"], condition=CURRENT, name="index_code_is_used_once"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(version=""), name="index_has_a_name_and_a_version"
            ),
            models.CheckConstraint(
                condition=~Q(code__iregex=addressed(OF_INDICES)), name="index_code_is_no_address"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.version}"


class ColumnsSaid(Audited):
    """Which column of a table of values is what, as a person said it; remembered for the next one like it."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    signature = models.CharField(max_length=64)
    columns = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "signature"], name="value_columns_are_said_once"),
        ]

    def __str__(self) -> str:
        return f"columns of {self.signature[:12]}"


class Sending(Audited):
    """What a program sent under a key of its own and was told, so that it is told the same if it sends again.

    `sha256` is of what was sent. Kept as long as the event that it belongs to.
    """

    audit_frozen = True

    token = models.ForeignKey(Token, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    answer = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token", "key"], name="key_of_a_token_is_used_once"),
            models.CheckConstraint(condition=~Q(key=""), name="sending_has_a_key"),
        ]

    def __str__(self) -> str:
        return f"sent under {self.key}"


class Publication(PublishedCopy):
    """A published copy of an authority's measures, whole, as they stood at a moment."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(db_column="as_of_on")

    class Meta:
        indexes = [
            models.Index(fields=["authority", "-at"], name="measures_latest_copy"),
        ]

    def __str__(self) -> str:
        return f"Published measures of {self.at:%Y-%m-%d %H:%M}"
