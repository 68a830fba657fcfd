"""From the fields of a checked register file to plain values."""

from collections.abc import Iterator

from handback.core.citations import Source
from handback.core.periods import Window
from handback.records.powers.recordfile import register_values as values
from handback.records.powers.recordfile.building import legal_bases
from handback.records.powers.recordfile.days import day, stated
from handback.records.powers.recordfile.meaning import Fields, Finding, each, unknown_provisions
from handback.records.powers.recordfile.places import field_path
from handback.records.powers.recordfile.values import Sources


def register_findings(fields: Fields) -> Iterator[Finding]:
    """Everything in the register that contradicts itself."""
    seen: dict[str, str] = {}
    for path, entry in each(fields, "interventions"):
        code = entry["code"]
        if code in seen:
            yield (*path, "code"), f"The code {code} is used twice: {seen[code]} has it too."
        seen.setdefault(code, field_path(path))
        yield from _days_in_order(path, entry)
        yield from unknown_provisions(path, entry)


def _days_in_order(path: tuple[str | int, ...], entry: Fields) -> Iterator[Finding]:
    start = stated(entry["start"])
    for name in ("planned_end", "end"):
        if name in entry:
            end = stated(entry[name])
            if end.until is not None and start.first is not None and end.until <= start.first:
                yield (*path, name), f"{entry[name]} comes before the start, {entry['start']}."
    if entry["state"] == "ended" and "end" not in entry:
        yield (*path, "state"), "The intervention has ended: say when, in end."


def register_of(fields: Fields, *, name: str) -> values.RegisterFile:
    """The values that a register file states. The fields must have passed the checks of shape and meaning."""
    return values.RegisterFile(
        name=name,
        as_of=day(fields["as_of"]),
        completeness=values.Completeness(fields["completeness"]["text"], _sources(fields["completeness"])),
        interventions=tuple(_intervention(entry) for entry in fields["interventions"]),
        related=tuple(_related(entry) for entry in fields.get("related", ())),
    )


def _stated(fields: Fields, name: str) -> Window | None:
    return stated(fields[name]) if name in fields else None


def _sources(fields: Fields) -> Sources:
    return tuple(Source(address) for address in fields["sources"])


def _intervention(fields: Fields) -> values.InterventionEntry:
    def words(name: str) -> str:
        return str(fields.get(name, ""))

    def several(name: str) -> tuple[str, ...]:
        return tuple(fields.get(name, ()))

    gss_source = fields.get("gss_source")
    return values.InterventionEntry(
        code=fields["code"],
        authority=fields["authority"],
        ordinal=fields.get("ordinal", 1),
        gss=fields["gss"],
        gss_source=Source(**gss_source) if gss_source else None,
        start=stated(fields["start"]),
        start_note=words("start_note"),
        planned_end=_stated(fields, "planned_end"),
        planned_end_note=words("planned_end_note"),
        end=_stated(fields, "end"),
        end_note=words("end_note"),
        state=values.InterventionState(fields["state"]),
        state_words=fields["state_words"],
        model=fields["model"],
        legal_bases=legal_bases(fields),
        trigger=fields["trigger"],
        functions=several("functions"),
        functions_note=words("functions_note"),
        urgent=fields.get("urgent", False),
        urgent_note=words("urgent_note"),
        reporting=words("reporting"),
        earlier=words("earlier"),
        people=several("people"),
        instruments=tuple(_instrument(entry) for entry in fields.get("instruments", ())),
        representations=tuple(_window(entry) for entry in fields.get("representations", ())),
        record=words("record"),
        confidence=values.Confidence(fields["confidence"]),
        confidence_note=words("confidence_note"),
        sources=_sources(fields),
    )


def _instrument(fields: Fields) -> values.RegisteredInstrument:
    expires_on = day(fields["expires_on"]) if "expires_on" in fields else None
    return values.RegisteredInstrument(stated(fields["on"]), fields["kind"], expires_on)


def _window(fields: Fields) -> values.RepresentationWindow:
    return values.RepresentationWindow(
        opens=_stated(fields, "opens"),
        closes=_stated(fields, "closes"),
        decided=_stated(fields, "decided"),
        replied=_stated(fields, "replied"),
        length=fields.get("length", ""),
        received=fields.get("received", ""),
        waived=fields.get("waived", False),
        note=fields.get("note", ""),
    )


def _related(fields: Fields) -> values.RelatedEntry:
    return values.RelatedEntry(
        fields["authority"], stated(fields["start"]), fields["model"], _sources(fields)
    )
