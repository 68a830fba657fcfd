"""What the pages about powers can be asked: days, a moment, a group, a holder, a decision. All by GET.

Every question is in the address, so that a link to an answer can be given to somebody else.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from django import forms
from django.http import HttpResponse, QueryDict
from django.utils import timezone

from handback.core.powers import Capacity
from handback.records.powers.recordfile.standing import Standing
from handback.web.shared.forms import Form
from handback.web.shared.powers.holders import Wanted
from handback.web.shared.powers.telling import party_words

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[/.\s](\d{1,2})[/.\s](\d{4})")
_WORDED = re.compile(r"(\d{1,2})\s+([A-Za-z]{3,9})\s+(\d{4})")

Read = TypeVar("Read")

CAPACITIES = (
    (Capacity.COUNCIL_BODY, "The council: full council, cabinet, a committee or a cabinet member"),
    (Capacity.COMMISSIONERS_JOINTLY, "The commissioners together"),
    (Capacity.COMMISSIONER, "One commissioner"),
    (Capacity.OFFICER, "An officer of the council"),
    (Capacity.OTHER_PARTY, "Somebody else: a trust, another council, a minister"),
)


def day_from(text: str) -> date:
    """A day written as 2016-12-01, 1/12/2016 or 1 December 2016. Raises ValueError, a sentence to show."""
    parts = _parts(text.strip())
    if parts is None:
        raise ValueError(f"“{text}” is not a day. Write it like 1 December 2016 or 2016-12-01")
    year, month, day = parts
    try:
        return date(year, month, day)
    except ValueError:
        named = MONTHS[month - 1] if 1 <= month <= 12 else f"month {month}"
        raise ValueError(f"{day} {named} {year} is not a day") from None


def _parts(text: str) -> tuple[int, int, int] | None:
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _SLASHED.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _WORDED.fullmatch(text):
        for number, name in enumerate(MONTHS, start=1):
            if name.lower().startswith(found[2].lower()):
                return int(found[3]), number, int(found[1])
    return None


def moment_from(text: str) -> datetime:
    """A moment written as 2016-12-05T09:30, in the site's time zone unless it says; a day means its end.

    Raises ValueError with a sentence to show.
    """
    if _parts(text.strip()):
        return timezone.make_aware(datetime.combine(day_from(text), time.max))
    try:
        moment = datetime.fromisoformat(text.strip().replace(" ", "T", 1))
        moment = moment if moment.tzinfo else timezone.make_aware(moment)
        timezone.localtime(moment.astimezone(UTC))  # at the ends of time, a zone may lead beyond them
    except (ValueError, OverflowError):
        raise ValueError(_not_a_moment(text)) from None
    return moment


def standing_today(asked: Mapping[str, str], *, today: date) -> dict[str, str]:
    """What an address asks, with today as the day to stand on where it names none."""
    given = {name: asked[name] for name in asked}
    return {**given, "as-at": given.get("as-at") or today.isoformat()}


def without(asked: QueryDict, name: str) -> str:
    """The address of the same question with one part of it left out."""
    left = asked.copy()
    left.pop(name, None)
    return f"?{left.urlencode()}"


def _not_a_moment(text: str) -> str:
    day, _, hour = text.strip().replace(" ", "T", 1).partition("T")
    if hour and _parts(day):
        try:
            day_from(day)
        except ValueError as refused:
            return str(refused)
    return f"“{text}” is not a moment. Write it like 2016-12-05 or 2016-12-05T09:30"


class AnyDay(forms.Field):
    """A day in any of the ways people write one."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """The day, or an error that names what was typed."""
        return _read(value, day_from)


class AnyMoment(forms.Field):
    """A moment, or a day, whose end is meant."""

    def to_python(self, value: Any) -> datetime | None:
        """The moment, or an error that names what was typed."""
        return _read(value, moment_from)


def _read(value: Any, reader: Callable[[str], Read]) -> Read | None:
    if value in (None, ""):
        return None
    try:
        return reader(str(value))
    except ValueError as refused:
        raise forms.ValidationError(str(refused), code="invalid") from None


class Asking(Form):
    """A form whose answers stand in the address; `written` gives a field the name it has there."""

    written: Mapping[str, str] = {}

    def add_prefix(self, field_name: str) -> str:
        """The field's name in the address."""
        return self.written.get(field_name, field_name)

    def asked(self, name: str) -> Any:
        """What was asked in a field; None where nothing was, or nothing that could be read."""
        self.is_valid()
        return getattr(self, "cleaned_data", {}).get(name) or None


def refusal(form: Asking) -> HttpResponse:
    """400: why a question that cannot be understood is not answered as if another had been asked."""
    sentences = [f"{error}." for errors in form.errors.values() for error in errors]
    return HttpResponse("\n".join(sentences), status=400, content_type="text/plain; charset=utf-8")


class KnownForm(Asking):
    """A moment to know from."""

    written = {"known_at": "known-at"}

    known_at = AnyMoment(
        label="As known at (leave empty for now)",
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )


class StandingForm(KnownForm):
    """A day to stand on and a moment to know from."""

    written = {**KnownForm.written, "as_at": "as-at"}
    field_order: Sequence[str] = ("as_at", "known_at")

    as_at = AnyDay(label="As at", required=False)


class PowersForm(StandingForm):
    """Which functions to show, and on which day."""

    group = forms.ChoiceField(label="Group", required=False)
    holder = forms.ChoiceField(label="Held by", required=False)
    function = forms.CharField(
        label="Function", required=False, widget=forms.TextInput(attrs={"class": "govuk-input--width-10"})
    )

    field_order = ("as_at", "group", "holder", "function", "known_at")

    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [("", "Every group"), *standing.group_labels.items()]  # type: ignore[attr-defined]
        self.fields["holder"].choices = [("", "Anybody"), *holders(standing)]  # type: ignore[attr-defined]
        for name in ("group", "holder"):
            self.fields[name].error_messages["invalid_choice"] = "“%(value)s” is not in this record"

    @property
    def wanted(self) -> Wanted:
        """The functions that were asked for; what could not be read asks for nothing."""
        return Wanted(**{name: self.asked(name) or "" for name in ("group", "holder", "function")})


def holders(standing: Standing) -> list[tuple[str, str]]:
    """Everybody who ever held a function of the record, and the council under oversight, to choose from."""
    found = {
        holding.holder.code: holding.holder
        for function in standing.ledger.functions
        for holding in standing.ledger.history(function.code)
    }
    chosen = [(code, party_words(party) or code) for code, party in found.items()]
    chosen = [(code, name[:1].upper() + name[1:]) for code, name in chosen]
    return [*chosen, ("under-oversight", "The council, with oversight")]


class BetweenForm(Asking):
    """Two days to compare."""

    written = {"first": "from", "second": "to"}

    first = AnyDay(label="From", error_messages={"required": "Enter the first day"})
    second = AnyDay(label="To", error_messages={"required": "Enter the second day"})

    def clean(self) -> dict[str, Any]:
        """Refuses days in the wrong order."""
        given: dict[str, Any] = super().clean() or {}
        first, second = given.get("first"), given.get("second")
        if first and second and second < first:
            self.add_error("second", "The second day comes before the first. Swap them")
        return given


class BetweenKnownForm(KnownForm, BetweenForm):
    """Two days to compare, as known at a moment."""

    written = {**KnownForm.written, **BetweenForm.written}
    field_order = ("first", "second", "known_at")


class DecideForm(KnownForm):
    """A decision to be tested: who took it, as what, about what, when, and who was consulted."""

    field_order = ("who", "capacity", "function", "on", "consulted", "known_at")

    who = forms.CharField(
        label="Who decided?",
        help_text="A person, a post or a body, such as Cabinet or Chief Executive",
        widget=forms.TextInput(attrs={"list": "deciders", "autocomplete": "off"}),
        error_messages={"required": "Enter who decided"},
    )
    capacity = forms.ChoiceField(
        label="In which capacity?",
        choices=[(capacity.value, words) for capacity, words in CAPACITIES],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose in which capacity they decided"},
    )
    function = forms.ChoiceField(
        label="About which function?",
        error_messages={
            "required": "Choose which function the decision was about",
            "invalid_choice": "“%(value)s” is not a function in this record",
        },
    )
    on = AnyDay(label="On which day?", error_messages={"required": "Enter the day of the decision"})
    consulted = forms.CharField(
        label="Who was consulted, if anybody?",
        required=False,
        help_text="Separate names with commas. Some delegations may be used only after consulting somebody",
    )

    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(code, f"{code} {entry.function.name}") for code, entry in standing.functions.items()]
        self.fields["function"].choices = [("", "Choose a function"), *named]  # type: ignore[attr-defined]

    def clean_consulted(self) -> frozenset[str]:
        """The names, each on its own."""
        names = self.cleaned_data["consulted"].split(",")
        return frozenset(name.strip() for name in names if name.strip())
