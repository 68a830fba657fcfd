"""Tables of functions, instruments and moves, and of what surrounds them.

1. A row here is a fact with two times: it is superseded, never edited (triggers keep this).
2. No table has a current holder: holdings are computed by core.powers from these rows.
3. Codes ("F12", "I03", "P4") are an authority's own and are part of public addresses.
"""

from django.db import models
from django.db.models import F, Q

from handback.core.powers.functions import Kind, Oversight
from handback.core.powers.instruments import InstrumentKind
from handback.records.audit.models import Audited, Fact, PublishedCopy
from handback.records.documents.models import Claim, Document
from handback.records.people.models import Authority, Party, choices

CURRENT = Q(superseded_at__isnull=True)


def used_once(name: str) -> models.UniqueConstraint:
    """A code stands for one thing at a time within an authority."""
    return models.UniqueConstraint(fields=["authority", "code"], condition=CURRENT, name=name)


def last_change(name: str) -> models.Index:
    """What makes it cheap to ask for the last event that touched the facts of one authority."""
    return models.Index(fields=["authority", "event"], name=name)


class Coded(Fact):
    """A fact of one authority that has a code of its own."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    note = models.TextField(blank=True)
    sources = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.code


class Function(Coded):
    """A function in the words of the instrument or notice that names it."""

    name = models.CharField(max_length=400)
    kind = models.CharField(max_length=30, choices=choices(Kind))
    group = models.CharField(max_length=60, blank=True)
    group_label = models.CharField(max_length=120, blank=True)
    parent = models.CharField(max_length=40, blank=True)
    split_on = models.DateField(null=True, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [last_change("function_last_change")]
        constraints = [used_once("function_code_is_used_once")]


class Instrument(Coded):
    """A legal document that changes who holds what. `expires_on` is its last day in force."""

    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=30, choices=choices(InstrumentKind))
    made_on = models.DateField()
    in_force_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    makers = models.JSONField(default=list, blank=True)
    legal_bases = models.JSONField(default=list, blank=True)
    amends = models.JSONField(default=list, blank=True)
    revokes = models.JSONField(default=list, blank=True)
    extends = models.JSONField(default=list, blank=True)
    conditions = models.JSONField(default=list, blank=True)
    also = models.JSONField(default=list, blank=True)
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [last_change("instrument_last_change")]
        constraints = [
            used_once("instrument_code_is_used_once"),
            models.CheckConstraint(
                condition=Q(in_force_on__gte=F("made_on")), name="instrument_is_made_before_it_is_in_force"
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=F("in_force_on")),
                name="instrument_expires_after_it_is_in_force",
            ),
        ]


class Move(Fact):
    """One change that an instrument makes: a scope, the holder it gives it to, the oversight kept."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="moves")
    position = models.PositiveIntegerField(default=0)
    reach = models.CharField(max_length=30)
    named = models.JSONField(default=list, blank=True)
    exceptions = models.JSONField(default=list, blank=True)
    holder = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    oversight = models.CharField(max_length=12, blank=True, choices=choices(Oversight))
    overseer = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    terms = models.TextField(blank=True)
    on = models.DateField(null=True, blank=True, db_column="takes_effect_on")
    inferred = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(holder__isnull=False) | ~Q(oversight=""), name="move_changes_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id}.{self.position}"


class Proposal(Coded):
    """A return or transfer on its way: what was recommended, proposed and directed are three sets.

    A set that no source gives is null, never derived from another. `closes_at` holds the day, or the day
    and time of day, on which representations close, as the source states it (ISO 8601).
    """

    recommended_on = models.JSONField(default=list, blank=True)
    minded_to_on = models.DateField(null=True, blank=True)
    window = models.CharField(max_length=200, blank=True)
    opens_on = models.DateField(null=True, blank=True)
    closes_at = models.CharField(max_length=25, blank=True)
    closes_inferred = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    instrument = models.CharField(max_length=40, blank=True)
    recommended = models.JSONField(null=True, blank=True)
    proposed = models.JSONField(null=True, blank=True)
    directed = models.JSONField(null=True, blank=True)

    class Meta:
        indexes = [last_change("proposal_last_change")]
        constraints = [
            used_once("proposal_code_is_used_once"),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True)
                | Q(minded_to_on__isnull=True)
                | Q(decided_on__gte=F("minded_to_on")),
                name="proposal_is_decided_after_it_is_made",
            ),
        ]


class Event(Coded):
    """Something that happened, or was due, on a day of the intervention."""

    on = models.DateField(db_column="happened_on")
    last = models.DateField(null=True, blank=True)
    kind = models.CharField(max_length=40)
    text = models.TextField()
    inferred = models.TextField(blank=True)
    instrument = models.CharField(max_length=40, blank=True)
    proposal = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [last_change("event_last_change")]
        constraints = [used_once("event_code_is_used_once")]


class Delegation(Coded):
    """That a holder let somebody else exercise a function, on terms."""

    given_by = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    delegate = models.CharField(max_length=200)
    capacity = models.CharField(max_length=30)
    functions = models.JSONField(default=list)
    first = models.DateField()
    until = models.DateField(null=True, blank=True)
    consultees = models.JSONField(default=list, blank=True)
    terms = models.TextField(blank=True)
    inferred = models.TextField(blank=True)

    class Meta:
        indexes = [last_change("delegation_last_change")]
        constraints = [
            used_once("delegation_code_is_used_once"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("first")),
                name="delegation_ends_after_it_begins",
            ),
        ]


class DraftKind(models.TextChoices):
    """What a draft is on its way to become."""

    INSTRUMENT = "instrument", "Instrument"
    APPOINTMENT = "appointment", "Appointment"
    EVENT = "event", "Event"


class DraftState(models.TextChoices):
    """A draft waits until a person makes it part of the record, or puts it aside."""

    WAITING = "waiting", "Waiting to be completed"
    RECORDED = "recorded", "Made part of the record"
    DISCARDED = "discarded", "Put aside"


class Draft(Audited):
    """A fact being prepared from claims. It counts for nothing until a person records it."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=DraftKind.choices)
    state = models.CharField(max_length=10, choices=DraftState.choices, default=DraftState.WAITING)
    values = models.JSONField(default=dict)
    claims = models.ManyToManyField(Claim, through="DraftClaim", related_name="+")
    became = models.CharField(max_length=40, blank=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Draft {self.kind}"


class DraftClaim(Audited):
    """That a draft rests on a claim."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="evidence")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "claim"], name="draft_rests_on_a_claim_once"),
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} rests on {self.claim_id}"


class Register(Fact):
    """An edition of the register of interventions in English councils, whole, as its file states it."""

    as_of = models.DateField()
    content = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=CURRENT, name="register_has_one_current_edition"
            ),
        ]

    def __str__(self) -> str:
        return f"Register as of {self.as_of}"


class Publication(PublishedCopy):
    """A published copy: what the public may see of an authority's record, whole, as it stood at a moment.

    `content` is a record file, or (with no authority) a register file.
    """

    authority = models.ForeignKey(
        Authority, null=True, blank=True, on_delete=models.PROTECT, related_name="publications"
    )

    class Meta:
        indexes = [
            models.Index(fields=["authority", "-at"], name="publication_latest"),
            models.Index(fields=["-at", "-id"], name="publication_newest"),
        ]

    def __str__(self) -> str:
        return f"Published copy of {self.at:%Y-%m-%d %H:%M}"
