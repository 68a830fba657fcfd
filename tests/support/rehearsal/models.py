"""Tables of each kind, with a column of each type."""

from django.db import models

from handback.records.audit.models import Audited, Fact


class Ruling(Fact):
    """A fact: superseded, never edited."""

    code = models.CharField(max_length=20)
    made_on = models.DateField(null=True)
    heard_at = models.DateTimeField(null=True)
    share = models.DecimalField(max_digits=6, decimal_places=3, null=True)
    weight = models.FloatField(null=True)
    detail = models.JSONField(default=dict)


class Desk(Audited):
    """Edited with an event; when it was last used needs none."""

    audit_unwatched = ("last_used_at",)

    label = models.CharField(max_length=20)
    last_used_at = models.DateTimeField(null=True)


class Visitor(Audited):
    """Personal, and may be deleted."""

    audit_seals = ("name",)
    audit_deletable = True

    name = models.CharField(max_length=50)


class Scan(Audited):
    """Bytes beside their hash, known by it, never edited."""

    audit_omits = {"content": "sha256"}
    audit_frozen = True

    sha256 = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
