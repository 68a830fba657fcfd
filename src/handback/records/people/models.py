"""Tables of authorities, accounts and their roles, people, parties and appointments."""

from enum import StrEnum

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password
from django.db import models
from django.db.models import Q

from handback.core.powers.appointments import Capacity
from handback.core.powers.functions import PartyKind
from handback.records.audit.actions import Actor
from handback.records.audit.models import Audited, Fact


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """An enumeration of the field as Django's choices."""
    return [(word.value, word.value.capitalize()) for word in words]


class Users(BaseUserManager["User"]):
    """How Django finds an account when somebody signs in. Accounts are opened by people.actions."""


class User(AbstractBaseUser, Audited):
    """An account. What it may do comes from its grants; what it may decide comes from the ledger."""

    audit_seals = ("username", "name", "password")
    audit_unwatched = ("last_login",)

    username = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    job_title = models.CharField(max_length=120, blank=True)
    is_active = models.BooleanField(default=True)

    objects = Users()

    USERNAME_FIELD = "username"

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="account_has_a_name")]

    def __str__(self) -> str:
        return self.name

    def check_password(self, raw_password: str | None) -> bool:
        """Whether this is the password. Unlike Django's own, it never hashes anew: that would be a change."""
        return check_password(raw_password, self.password)

    def as_actor(self) -> Actor:
        """How the audit log names this account."""
        return Actor(kind="person", name=self.name, account=self.pk)


class Authority(Audited):
    """A council whose record this is. `slug` is its part of every address and never changes."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    gss = models.CharField("GSS code", max_length=9, unique=True)
    gss_as_of = models.DateField(null=True, blank=True)
    is_demonstration = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="authority_has_a_name"),
            models.CheckConstraint(
                condition=Q(gss__regex=r"^[EWSN][0-9]{8}$"), name="gss_code_is_well_formed"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What an account is for. What each may do stands in web.shared.access."""

    IMPROVEMENT_OFFICER = "improvement officer", "Improvement officer"
    MONITORING_OFFICER = "monitoring officer", "Monitoring officer"
    COMMISSIONER = "commissioner", "Commissioner"
    MEMBER = "member", "Member"
    OBSERVER = "observer", "Observer"


class Grant(Audited):
    """That an account has a role at one authority for a period. `until` is the first day without it."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=30, choices=Role.choices)
    first = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=models.F("first")),
                name="grant_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} as {self.role}"


class Token(Audited):
    """That a person's programs may speak for them at one authority. Of the token only the hash is kept.

    `handle` is the part by which it is found. `until` is the first day without it; `ended_at` is set where it
    was ended before. What the person may do comes from their grants on the day of use.
    """

    audit_unwatched = ("last_used_on",)

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="tokens")
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=50)
    handle = models.CharField(max_length=12, unique=True)
    sha256 = models.CharField(max_length=64)
    may_write = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    until = models.DateField()
    ended_at = models.DateTimeField(null=True, default=None)
    last_used_on = models.DateField(null=True, default=None)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="token_has_a_name"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="token_is_kept_as_a_hash"
            ),
            models.UniqueConstraint(
                fields=["user", "authority", "name"],
                condition=Q(ended_at__isnull=True),
                name="token_name_is_used_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Person(Audited):
    """Somebody who held an office: what makes two offices one person's. No action deletes one, since the name
    would stay in every appointment (docs/reference/running.md, "Personal data").
    """

    audit_deletable = True
    audit_seals = ("name",)

    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="person_has_a_name")]

    def __str__(self) -> str:
        return self.name


class Party(Fact):
    """A body or person that can hold a function of an authority. `person` is the one commissioner's name."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(max_length=60)
    kind = models.CharField(max_length=30, choices=choices(PartyKind))
    name = models.CharField(max_length=200)
    person = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["authority", "event"], name="party_last_change")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "code"],
                condition=Q(superseded_at__isnull=True),
                name="party_code_is_used_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Appointment(Fact):
    """That a person held an office for a period. The name stays as recorded.

    `portfolio` lists the function codes allotted, `portfolio_words` how the source describes the allotment.
    """

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=200)
    capacity = models.CharField(max_length=30, choices=choices(Capacity))
    first = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    first_inferred = models.TextField(blank=True)
    until_inferred = models.TextField(blank=True)
    portfolio = models.JSONField(default=list, blank=True)
    portfolio_words = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)
    sources = models.JSONField(default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["authority", "event"], name="appointment_last_change")]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="appointment_keeps_a_name"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(first__isnull=True) | Q(until__gte=models.F("first")),
                name="appointment_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.role}"
