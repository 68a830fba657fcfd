"""The data beside each public page: the same facts as rows, in JSON and CSV.

Addresses and field names here are promises to those who build on them (docs/reference/open-data.md).
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse, JsonResponse

from handback.core.powers import Holding
from handback.records.powers.published import Copy
from handback.records.powers.recordfile.register_values import InterventionEntry, RegisterFile
from handback.records.powers.recordfile.standing import Standing
from handback.records.powers.recordfile.writing import as_json
from handback.web.shared.spreadsheets import csv_text

Row = dict[str, Any]


def history_rows(standing: Standing, code: str) -> list[Row]:
    """Every holder that a function has had, earliest first. `last` is the last day included."""
    return [
        _holding(standing, holding)
        | {
            "first": None if holding.period.first == date.min else holding.period.first.isoformat(),
            "last": holding.period.last.isoformat() if holding.period.last else None,
        }
        for holding in standing.ledger.history(code)
    ]


def _holding(standing: Standing, holding: Holding) -> Row:
    function = standing.functions[holding.function].function
    return {
        "code": function.code,
        "function": function.name,
        "group": standing.group_labels.get(function.group, function.group),
        "kind": function.kind.value,
        "holder": holding.holder.code,
        "since": holding.since.isoformat() if holding.since else None,
        "instrument": holding.instrument,
        "oversight": holding.oversight.value,
        "oversight_instrument": holding.oversight_instrument,
        "inferred": holding.inferred,
    }


def instrument_rows(standing: Standing) -> list[Row]:
    """Every instrument, as the record file states it, with lists joined by semicolons."""
    return [
        {
            "code": entry["code"],
            "title": entry["title"],
            "kind": entry["kind"],
            "made_on": entry["made_on"],
            "in_force_on": entry["in_force_on"],
            "expires_on": entry.get("expires_on"),
            "makers": "; ".join(entry.get("makers", [])),
            "sources": " ".join(entry["sources"]),
        }
        for entry in as_json(standing.record)["instruments"]
    ]


def moved_rows(standing: Standing, code: str) -> list[Row]:
    """A row for each function that an instrument moved, with its holder then. Raises UnknownInstrument."""
    on = standing.ledger.life_of(code).first
    return [
        _holding(standing, holding)
        for holding in standing.ledger.on(on)
        if code in (holding.instrument, holding.oversight_instrument)
    ]


def register_rows(register: RegisterFile) -> list[Row]:
    """The register, a row for each intervention. Dates are as precise as the source, no more."""
    return [_intervention(entry) for entry in register.interventions]


def _intervention(entry: InterventionEntry) -> Row:
    return {
        "authority": entry.authority,
        "gss": entry.gss,
        "began": entry.start.words,
        "planned_end": entry.planned_end.words if entry.planned_end else None,
        "ended": entry.end.words if entry.end else None,
        "state": entry.state.value,
        "model": entry.model,
        "legal_bases": "; ".join(basis.words for basis in entry.legal_bases),
        "trigger": entry.trigger,
        "functions": "; ".join(entry.functions),
        "confidence": entry.confidence.value,
        "sources": " ".join(source.address for source in entry.sources),
    }


def as_data(rows: Sequence[Row], *, of: Copy | None = None, **stated: Any) -> HttpResponse:
    """Rows as JSON, with what they are of and when that was published."""
    about: Row = {}
    if of is not None:
        about = {"authority": of.of.name, "gss": of.of.gss, "published_at": of.of.at.isoformat()}
    answer = JsonResponse(about | stated | {"rows": list(rows)}, json_dumps_params={"ensure_ascii": False})
    return to_other_sites(answer)


def as_one(said: Row) -> HttpResponse:
    """One thing as JSON, laid out to be read."""
    answer = JsonResponse(said, json_dumps_params={"ensure_ascii": False, "indent": 1})
    return to_other_sites(answer)


def to_other_sites(answer: HttpResponse) -> HttpResponse:
    """Let scripts of other sites read open data."""
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def as_csv(rows: Sequence[Row], *, name: str) -> HttpResponse:
    """Rows as CSV, in UTF-8, safe to open in a spreadsheet."""
    written = csv_text(rows, columns=list(rows[0]) if rows else ["nothing"])
    answer = HttpResponse(written, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return to_other_sites(answer)
