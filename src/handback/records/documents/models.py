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


class Pictures(models.TextChoices):
    """Whether the words in a scan's pictures were to be read by a program that guesses at letters."""

    ASKED = "asked", "Asked for"
    READ = "read", "Read from pictures"


class Again(models.TextChoices):
    """What became of a wish to have a document read again, until it is read again."""

    ASKED = "asked", "To be read again"
    FAILED = "failed", "Could not be read again"


class Stage(models.TextChoices):
    """What is being done with a document while it is read.

    While a scan is read from its pictures, how many pages were, of how many, stands instead: "3/40".
    """

    OPENING = "opening", "Opening it and finding its words"
    LOOKING = "looking", "Looking for decisions, promises and figures"
    KEEPING = "keeping", "Writing down what was found"


TO_BE_READ = Q(state=State.KEPT) | Q(again=Again.ASKED)  # what Document.waits tells of one
READ_IN_PART = Q(state=State.READ, completeness="whole") & ~Q(
    unread=[]
)  # what Document.is_read_in_part tells


class Document(Audited):
    """A document of an authority: its original, what it says, and how much of it could be read.

    `passages` are the blocks of the text: kind, start, end, marker, level, place, item, as reading.Passage
    has them; the last two may be missing. `fields` are what the document says of itself (name, value, start,
    end) and `links` what it leads to (role, address, words, item). `body` is the body or office-holder whose
    document it says it is. `words` is a digest of its words, the same for two documents that say the same.

    The last four columns say who is reading it now. They are no part of the record and change without events.
    """

    audit_unwatched = ("held_until", "started_at", "stage", "tries")

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
    kind = models.CharField(max_length=60, blank=True)
    title = models.TextField(blank=True)
    body = models.CharField(max_length=200, blank=True)
    draft = models.BooleanField(null=True)
    scanned = models.BooleanField(null=True)
    fields = models.JSONField(default=list, blank=True)
    links = models.JSONField(default=list, blank=True)
    words = models.CharField(max_length=64, blank=True)
    pictures = models.CharField(max_length=8, choices=Pictures.choices, blank=True)
    again = models.CharField(max_length=8, choices=Again.choices, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    stage = models.CharField(max_length=12, choices=Stage.choices, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "original"], name="document_is_kept_once"),
            models.CheckConstraint(
                condition=~Q(state="unreadable") | ~Q(reason=""), name="unreadable_document_says_why"
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "-kept_at", "-id"], name="document_newest"),
            models.Index(fields=["kept_at", "id"], condition=TO_BE_READ, name="document_waiting_to_be_read"),
            models.Index(fields=["authority", "words"], name="document_by_words"),
            models.Index(
                fields=["authority", "state", "completeness", "body", "dated_on"], name="document_how_far"
            ),
            models.Index(
                fields=["authority", "state", "completeness", "body", "dated_on"],
                condition=READ_IN_PART,
                name="document_read_in_part",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def waits(self) -> bool:
        """Whether it is to be read, for the first time or again."""
        return self.state == State.KEPT or self.again == Again.ASKED

    @property
    def is_read_in_part(self) -> bool:
        """Whether some of it was not read, though nothing says that the text is cut or withheld."""
        return self.state == State.READ and self.completeness == "whole" and bool(self.unread)


class ClaimState(models.TextChoices):
    """What a person has made of a claim."""

    PROPOSED = "proposed", "Waiting for a person"
    ACCEPTED = "accepted", "Accepted"
    AMENDED = "amended", "Accepted with changes"
    REJECTED = "rejected", "Rejected"
    WITHDRAWN = "withdrawn", "No longer read in the document"


class Claim(Audited):
    """What the reader says a document states, with the exact words and their place.

    `also` are further places (start, end) where the document says the same, `found_by` the readers that found
    it. `words` is a digest of its type and words. `amiss` is true for figures that do not hold and for
    conflicts. Claims read long ago leave these empty.
    """

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
    also = models.JSONField(default=list, blank=True)
    found_by = models.JSONField(default=list, blank=True)
    words = models.CharField(max_length=64, blank=True)
    amiss = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="claim_has_words"),
            models.CheckConstraint(
                condition=~Q(state="rejected") | ~Q(reason=""), name="rejected_claim_says_why"
            ),
        ]
        indexes = [
            models.Index(fields=["document", "start"], name="claim_by_place"),
            models.Index(fields=["document", "state", "type", "confidence"], name="claim_by_state"),
            models.Index(fields=["words"], name="claim_by_words"),
            models.Index(fields=["document"], condition=Q(amiss=True), name="claim_amiss"),
        ]

    def __str__(self) -> str:
        return f"{self.type}: {self.quote[:60]}"


class AskingState(models.TextChoices):
    """How far asking a second reader has come: from waiting to one of the others, once."""

    WAITING = "waiting", "Being asked"
    ANSWERED = "answered", "Answered"
    FAILED = "failed", "Not answered"


class Asking(Audited):
    """A language model asked about a document: who asked which, who allowed it, and what it took and gave.

    `signs` are those of an exempt or personal document, one a line, as they were then. `expected` is the
    estimate that was shown: requests, tokens_sent, tokens_received, cost, seconds. `dropped` counts
    proposals that were not taken over, by reason. `new` counts claims that nobody had proposed before.

    The last three columns say how far it is now. They are no part of the record and change without events.
    """

    audit_unwatched = ("answered", "started_at", "held_until")

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="askings")
    model = models.CharField(max_length=200)
    host = models.CharField(max_length=255)
    state = models.CharField(max_length=10, choices=AskingState.choices, default=AskingState.WAITING)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    signs = models.TextField(blank=True)
    allowed_by = models.CharField(max_length=200, blank=True)
    allowed_because = models.TextField(blank=True)
    expected = models.JSONField(default=dict)
    ended_at = models.DateTimeField(null=True, blank=True)
    why = models.TextField(blank=True)
    requests = models.PositiveIntegerField(default=0)
    tokens_sent = models.PositiveBigIntegerField(default=0)
    tokens_received = models.PositiveBigIntegerField(default=0)
    seconds = models.FloatField(default=0)
    cost = models.FloatField(default=0)
    proposed = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    dropped = models.JSONField(default=dict, blank=True)
    failed = models.PositiveIntegerField(default=0)
    failures = models.JSONField(default=list, blank=True)
    answered = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(null=True, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(state="waiting"),
                name="document_is_asked_about_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(signs="") | (~Q(allowed_by="") & ~Q(allowed_because="")),
                name="asking_despite_signs_is_allowed_by_somebody_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", ended_at=None) | (~Q(state="waiting") & ~Q(ended_at=None)),
                name="asking_that_is_over_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(state="failed") | ~Q(why=""), name="asking_that_failed_says_why"
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at", "id"], condition=Q(state="waiting"), name="asking_to_be_done"),
            models.Index(fields=["model", "host", "-id"], name="asking_by_model"),
        ]

    def __str__(self) -> str:
        return f"{self.model} about {self.document_id}"


class Mapping(Audited):
    """Which column of a spreadsheet of actions is what, as a person said it; remembered for the next one.

    `signature` is the same for tables with the same headers.
    """

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="mappings")
    signature = models.CharField(max_length=64)
    columns = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "signature"], name="columns_are_said_once"),
        ]

    def __str__(self) -> str:
        return f"columns of {self.signature[:12]}"
