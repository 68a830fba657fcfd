"""Tables of documents kept whole, and of the claims that were read in them."""

from django.db import models
from django.db.models import Q

from handback.records.audit.models import Audited
from handback.records.people.models import Authority


class Original(Audited):
    """The bytes of a document as it came in, kept once by hash before anything reads them."""

    audit_omits = {"content": "sha256"}
    audit_frozen = True

    sha256 = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    size = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return self.sha256[:12]


class State(models.TextChoices):
    """How far a document has come: from kept to one of the others, once."""

    KEPT = "kept", "Kept, waiting to be read"
    READ = "read", "Read"
    UNREADABLE = "unreadable", "Could not be read"


class Document(Audited):
    """A document of an authority: its original, what it says, and how much of it could be read.

    `passages` are the blocks of the text: kind, start, end, marker, level (as reading.Passage has them).
    """

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="documents")
    original = models.ForeignKey(Original, on_delete=models.PROTECT, related_name="documents")
    name = models.CharField(max_length=255)
    address = models.URLField(max_length=600, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.KEPT)
    completeness = models.CharField(max_length=12, blank=True)
    format = models.CharField(max_length=30, blank=True)
    encoding = models.CharField(max_length=30, blank=True)
    text = models.TextField(blank=True)
    passages = models.JSONField(default=list, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    unread = models.JSONField(default=list, blank=True)
    reason = models.TextField(blank=True)
    kept_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "original"], name="document_is_kept_once"),
            models.CheckConstraint(
                condition=~Q(state="unreadable") | ~Q(reason=""), name="unreadable_document_says_why"
            ),
        ]
        indexes = [models.Index(fields=["authority", "-kept_at", "-id"], name="document_newest")]

    def __str__(self) -> str:
        return self.name


class ClaimState(models.TextChoices):
    """What a person has made of a claim."""

    PROPOSED = "proposed", "Waiting for a person"
    ACCEPTED = "accepted", "Accepted"
    AMENDED = "amended", "Accepted with changes"
    REJECTED = "rejected", "Rejected"


class Claim(Audited):
    """What the reader says a document states, with the exact words and their place."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="claims")
    type = models.CharField(max_length=20)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    attributes = models.JSONField(default=dict)
    rule = models.CharField(max_length=80)
    confidence = models.FloatField()
    state = models.CharField(max_length=10, choices=ClaimState.choices, default=ClaimState.PROPOSED)
    amended = models.JSONField(null=True, blank=True)
    reason = models.TextField(blank=True)
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="claim_has_words"),
            models.CheckConstraint(
                condition=~Q(state="rejected") | ~Q(reason=""), name="rejected_claim_says_why"
            ),
        ]
        indexes = [models.Index(fields=["document", "start"], name="claim_by_place")]

    def __str__(self) -> str:
        return f"{self.type}: {self.quote[:60]}"
