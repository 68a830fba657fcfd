"""Tables of councils' sites as sources of documents: rounds of visits, the pages known, and each visit.

1. The pages known are the queue: a page is asked for in a round if its time has come when the round begins.
2. A page that changed is another document; the page points to the newest, its visits to every one.
3. What the last visit found is the page's state. A failure takes away nothing that was kept before.
"""

from django.db import models
from django.db.models import F, Q

from handback.reading.formats.moderngov.addresses import Page as Sort
from handback.records.audit.models import Audited
from handback.records.documents.models import Document, Original
from handback.records.people.models import Authority

ASKABLE = r"^(https://|http://(127\.0\.0\.1|localhost|\[::1\])(:[0-9]+)?/)"


class Standing(models.TextChoices):
    """Whether a source is visited."""

    ACTIVE = "active", "Active"
    PAUSED = "paused", "Paused"


class Source(Audited):
    """A council's ModernGov site. `address` ends with a slash: everything fetched lies under it.

    `bodies` are the bodies followed, each [number, name]; none means every body. Meetings from `since_on`
    on are brought, and the documents attached to them if `with_attachments`.
    """

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="sources")
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=400)
    bodies = models.JSONField(default=list, blank=True)
    since_on = models.DateField()
    with_attachments = models.BooleanField(default=False)
    standing = models.CharField(max_length=8, choices=Standing.choices, default=Standing.ACTIVE)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "name"], name="source_name_is_used_once"),
            models.UniqueConstraint(fields=["authority", "address"], name="source_address_is_used_once"),
            models.CheckConstraint(condition=~Q(name=""), name="source_has_a_name"),
            models.CheckConstraint(
                condition=Q(address__regex=ASKABLE), name="source_is_https_or_on_this_machine"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Round(Audited):
    """One going through of a source. It stays open until everything due at its beginning was asked for."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="rounds")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source"], condition=Q(ended_at__isnull=True), name="round_is_open_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")),
                name="round_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | ~Q(reason=""), name="round_left_early_says_why"
            ),
        ]
        indexes = [models.Index(fields=["source", "-started_at"], name="round_newest")]

    def __str__(self) -> str:
        return f"round {self.pk}"


class Kind(models.TextChoices):
    """The sorts of page that are fetched. There is none of members: their addresses are no affair of ours."""

    BODIES = Sort.BODIES.value, "List of bodies"
    MEETINGS = Sort.MEETINGS.value, "List of meetings"
    MEETING = Sort.MEETING.value, "Meeting"
    ITEM = Sort.ITEM.value, "Agenda item"
    DECISIONS = Sort.DECISIONS.value, "List of decisions"
    DECISION = Sort.DECISION.value, "Decision"
    ISSUE = Sort.ISSUE.value, "History of an issue"
    ISSUE_DECISIONS = Sort.ISSUE_DECISIONS.value, "Decisions of an issue"
    PLANS = Sort.PLANS.value, "List of forward plans"
    PLAN = Sort.PLAN.value, "Forward plan"
    DOCUMENT = Sort.DOCUMENT.value, "Attached document"
    PACK = Sort.PACK.value, "Printed papers"


class State(models.TextChoices):
    """What the last visit to a page found."""

    WAITING = "waiting", "Not asked for yet"
    ARRIVED = "arrived", "Kept, waiting to be read"
    KEPT = "kept", "Kept and read"
    WITHHELD = "withheld", "Not given out by the site"
    UNAVAILABLE = "unavailable", "Not there"
    FAILED = "failed", "Could not be brought"


class Completeness(models.TextChoices):
    """How much of a page could be read. A list of other pages has none of these."""

    WHOLE = "whole", "Whole"
    CUT = "cut", "Cut: the page says that there is more elsewhere"
    CONTINUED = "continued", "Cut, and its full text was read on other pages"
    WITHHELD = "withheld", "Withheld: the page says that its text is not for publication"
    UNREADABLE = "unreadable", "Could not be read"


class Page(Audited):
    """A page known at a source. `canonical` is the form by which two addresses are known for one page.

    `due_at` is when it may be asked for again; a page without one waits until another leads to it.
    `settled_at` is since when it is believed to have stayed as it is. `listed` is how many pages it led to.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="pages")
    kind = models.CharField(max_length=30, choices=Kind.choices)
    address = models.CharField(max_length=1000)
    canonical = models.CharField(max_length=1000)
    words = models.CharField(max_length=300, blank=True)
    found_on = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="led_to"
    )
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    completeness = models.CharField(max_length=12, choices=Completeness.choices, blank=True)
    reason = models.TextField(blank=True)
    found_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    listed = models.PositiveIntegerField(default=0)
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="pages"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "canonical"], name="page_is_known_once"),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values), name="page_is_of_a_kind_that_is_fetched"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["withheld", "unavailable", "failed"]) | ~Q(reason=""),
                name="page_that_was_not_brought_says_why",
            ),
            models.CheckConstraint(condition=~Q(state="kept") | ~Q(sha256=""), name="page_kept_has_its_hash"),
        ]
        indexes = [
            models.Index(fields=["source", "due_at", "id"], name="page_next_to_ask_for"),
            models.Index(fields=["source", "state", "completeness"], name="page_counts"),
        ]

    def __str__(self) -> str:
        return self.words or self.address


class Continuation(Audited):
    """That the text of a page which is cut goes on in another page."""

    audit_frozen = True

    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="continuations")
    goes_on_in = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="continues")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "goes_on_in"], name="continuation_is_noted_once"),
            models.CheckConstraint(condition=~Q(page=F("goes_on_in")), name="page_does_not_go_on_in_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} goes on in {self.goes_on_in_id}"


class Outcome(models.TextChoices):
    """What came of a visit."""

    ARRIVED = "arrived", "Kept, being read"
    NEW = "new", "New"
    CHANGED = "changed", "Changed"
    SAME = "same", "As it was"
    WITHHELD = "withheld", "Not given out"
    UNAVAILABLE = "unavailable", "Not there"
    ERROR_PAGE = "error page", "An error page in its place"
    REFUSED = "refused", "Refused as implausible"
    FAILED = "failed", "Could not be brought"


class Visit(Audited):
    """One time that a page was asked for: what came, from where, with the hashes of its bytes and words.

    The bytes are kept before anything reads them, unless the words are those that were kept before.
    """

    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="visits")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="visits")
    at = models.DateTimeField()
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    final_address = models.CharField(max_length=1000, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(null=True, blank=True)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)
    original = models.ForeignKey(
        Original, null=True, blank=True, on_delete=models.PROTECT, related_name="visits"
    )
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="visits"
    )
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome__in=["arrived", "new", "changed", "error page", "refused"])
                | Q(original__isnull=False),
                name="visit_that_brought_a_page_keeps_it",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["withheld", "unavailable", "error page", "refused", "failed"])
                | ~Q(reason=""),
                name="visit_in_vain_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["page", "-at", "-id"], name="visit_newest"),
            models.Index(fields=["round", "outcome"], name="visit_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} at {self.at}"
