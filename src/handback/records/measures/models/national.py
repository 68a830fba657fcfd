"""Tables of what is known of every council: areas, national series, and which councils are compared.

They belong to no authority: what one council loads, the others of this record see too.
"""

from django.db import models
from django.db.models import F, Q

from handback.records.audit.models import Fact
from handback.records.measures.fields import WELL_FORMED, ExactField
from handback.records.measures.measured.words import Better, CouncilKind
from handback.records.people.models import choices

CURRENT = Q(superseded_at__isnull=True)
GSS = r"^[EWSNK][0-9]{8}$"  #: E, W, S and N for the countries, K for the country as a whole


class Area(Fact):
    """A council's area, by its GSS code."""

    gss = models.CharField("GSS code", max_length=9)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40, choices=choices(CouncilKind))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gss"], condition=CURRENT, name="area_is_named_once"),
            models.CheckConstraint(condition=Q(gss__regex=GSS), name="area_code_is_well_formed"),
            models.CheckConstraint(condition=~Q(name=""), name="area_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Metric(Fact):
    """A national series: what it tells, whose it is, and on which terms."""

    code = models.CharField(max_length=80)
    name = models.CharField(max_length=300)
    unit = models.CharField(max_length=60, blank=True)
    better = models.CharField(max_length=8, choices=choices(Better))
    source = models.CharField(max_length=300, blank=True)
    source_address = models.CharField(max_length=1000, blank=True)
    licence = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=CURRENT, name="metric_code_is_used_once"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(code=""), name="metric_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.code


class AreaValue(Fact):
    """The value of a metric for an area and a period."""

    metric = models.CharField(max_length=80)
    gss = models.CharField("GSS code", max_length=9)
    first = models.DateField()
    until = models.DateField()
    value = ExactField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["metric", "gss", "first", "until"],
                condition=CURRENT,
                name="area_has_one_value_for_a_period",
            ),
            models.CheckConstraint(condition=Q(gss__regex=GSS), name="value_is_of_an_area"),
            models.CheckConstraint(condition=Q(until__gt=F("first")), name="area_value_has_a_period"),
            models.CheckConstraint(condition=Q(value__regex=WELL_FORMED), name="area_value_is_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.metric} {self.gss} from {self.first}"


class ComparisonGroup(Fact):
    """Areas that are compared with one another. `members` are GSS codes."""

    name = models.CharField(max_length=200)
    members = models.JSONField(default=list)
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=CURRENT, name="group_is_named_once"),
            models.CheckConstraint(condition=~Q(name=""), name="group_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class NeighbourList(Fact):
    """The areas most like one, the likest first, as somebody published them as of a day."""

    gss = models.CharField("GSS code", max_length=9)
    name = models.CharField(max_length=200)
    neighbours = models.JSONField(default=list)
    source = models.CharField(max_length=300)
    as_of = models.DateField(db_column="as_of_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gss", "name"], condition=CURRENT, name="neighbours_are_listed_once"
            ),
            models.CheckConstraint(condition=Q(gss__regex=GSS), name="neighbours_are_of_an_area"),
            models.CheckConstraint(condition=~Q(source=""), name="neighbours_have_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.gss}"
