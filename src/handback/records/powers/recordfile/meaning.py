"""Whether what a record file says can be: codes exist and are used once, days in order, nothing half said.

The file already has the shape of its format. What only the ledger can tell is left to the ledger.
"""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any

from handback import lawbook
from handback.core.powers.functions import COMMISSIONERS, COUNCIL, NOBODY
from handback.records.powers.recordfile.days import day
from handback.records.powers.recordfile.places import Path, field_path

Finding = tuple[Path, str]
Fields = dict[str, Any]

DEFAULT_PARTIES = {party.code: party for party in (COUNCIL, COMMISSIONERS, NOBODY)}

_SETS = ("recommended", "proposed", "directed")
_REACHES = ("functions", "group", "all_executive", "all")


def each(fields: Fields, name: str) -> Iterator[tuple[Path, Fields]]:
    """Each entry of a list that may be left out, with its path."""
    for number, entry in enumerate(fields.get(name) or ()):
        yield (name, number), entry


def meaning_findings(record: Fields) -> Iterator[Finding]:
    """Everything in the record that contradicts itself or names what is not there."""
    names = _Names(record)
    yield from _codes_used_twice(record)
    yield from _parties(record)
    yield from _functions(record, names)
    yield from _appointments(record, names)
    for path, instrument in each(record, "instruments"):
        yield from _instrument(path, instrument, names)
    yield from _proposals(record, names)
    yield from _events(record, names)
    yield from _delegations(record, names)


class _Names:
    """The codes that the record gives, by what they name."""

    def __init__(self, record: Fields) -> None:
        def codes(name: str) -> list[str]:
            return [entry["code"] for _, entry in each(record, name)]

        self._known: dict[str, Collection[str]] = {
            "function": codes("functions"),
            "instrument": codes("instruments"),
            "proposal": codes("proposals"),
            "party": [*DEFAULT_PARTIES, *codes("parties")],
            "group": record["groups"],
        }

    def check(self, what: str, code: str | None, path: Path) -> Iterator[Finding]:
        known = self._known[what]
        if code is not None and code not in known:
            close = get_close_matches(code, known, n=1)
            meant = f" Did you mean {close[0]}?" if close else ""
            yield path, f"There is no {what} {code} in this file.{meant}"

    def check_all(self, what: str, codes: list[str] | None, path: Path) -> Iterator[Finding]:
        for number, code in enumerate(codes or ()):
            yield from self.check(what, code, (*path, number))


def _codes_used_twice(record: Fields) -> Iterator[Finding]:
    for name in ("parties", "functions", "instruments", "proposals"):
        seen: dict[str, Path] = {}
        for path, entry in each(record, name):
            code = entry["code"]
            if code in seen:
                yield (*path, "code"), f"The code {code} is used twice: {field_path(seen[code])} has it too."
            seen.setdefault(code, path)


def _parties(record: Fields) -> Iterator[Finding]:
    kinds = {party.kind.value: code for code, party in DEFAULT_PARTIES.items()}
    for path, party in each(record, "parties"):
        default = DEFAULT_PARTIES.get(party["code"])
        if default is not None and party["kind"] != default.kind:
            yield (*path, "kind"), f"The code {default.code} is kept for the kind “{default.kind}”."
        elif party["kind"] in kinds and party["code"] != kinds[party["kind"]]:
            yield (*path, "code"), f"The code of the kind “{party['kind']}” is {kinds[party['kind']]}."


def _functions(record: Fields, names: _Names) -> Iterator[Finding]:
    for path, function in each(record, "functions"):
        yield from names.check("group", function["group"], (*path, "group"))
        yield from names.check("function", function.get("parent"), (*path, "parent"))
        yield from _together(function, path, "parent", "split_on")


def _appointments(record: Fields, names: _Names) -> Iterator[Finding]:
    for path, office in each(record, "appointments"):
        yield from names.check_all("function", office.get("portfolio"), (*path, "portfolio"))
        yield from _in_order(office, path, "first", "last")
        yield from _needs(office, path, "first_inferred", "first")
        yield from _needs(office, path, "last_inferred", "last")


def _instrument(path: Path, instrument: Fields, names: _Names) -> Iterator[Finding]:
    yield from _in_order(instrument, path, "made_on", "in_force_on")
    yield from _in_order(instrument, path, "in_force_on", "expires_on")
    yield from names.check_all("instrument", instrument.get("amends"), (*path, "amends"))
    for name in ("revokes", "extends"):
        for inner, other in each(instrument, name):
            yield from names.check("instrument", other["instrument"], (*path, *inner, "instrument"))
            if "scope" in other:
                yield from _scope((*path, *inner, "scope"), other["scope"], names)
    yield from unknown_provisions(path, instrument)
    for inner, move in each(instrument, "moves"):
        yield from _move((*path, *inner), move, instrument, names)


def unknown_provisions(path: Path, fields: Fields) -> Iterator[Finding]:
    """Legal bases that name a provision which the lawbook does not have."""
    for inner, basis in each(fields, "legal_bases"):
        key = basis.get("provision")
        if key is not None and lawbook.provision(key) is None:
            sentence = f"The lawbook has no provision “{key}”. Leave this field out if none fits."
            yield (*path, *inner, "provision"), sentence


def _move(path: Path, move: Fields, instrument: Fields, names: _Names) -> Iterator[Finding]:
    yield from _scope((*path, "scope"), move["scope"], names)
    yield from names.check("party", move.get("holder"), (*path, "holder"))
    yield from names.check("party", move.get("overseer"), (*path, "overseer"))
    if "holder" not in move and "oversight" not in move:
        yield path, "This move changes nothing: give a holder, the oversight kept, or both."
    kept = move.get("oversight", "none") != "none"
    if kept and "overseer" not in move:
        yield path, f"The oversight is {move['oversight']}: name the overseer who keeps it."
    if not kept and "overseer" in move:
        yield (*path, "overseer"), "An overseer is named, but no oversight that is kept."
    if "on" in move and day(move["on"]) < day(instrument["in_force_on"]):
        yield (*path, "on"), f"This is before the instrument is in force, on {instrument['in_force_on']}."


def _scope(path: Path, scope: Fields, names: _Names) -> Iterator[Finding]:
    given = [name for name in _REACHES if name in scope]
    if len(given) != 1:
        yield path, "A scope needs exactly one of functions, group, all_executive and all."
    yield from names.check_all("function", scope.get("functions"), (*path, "functions"))
    yield from names.check_all("function", scope.get("except"), (*path, "except"))
    yield from names.check("group", scope.get("group"), (*path, "group"))


def _proposals(record: Fields, names: _Names) -> Iterator[Finding]:
    for path, proposal in each(record, "proposals"):
        yield from names.check("instrument", proposal.get("instrument"), (*path, "instrument"))
        for name in _SETS:
            yield from names.check_all("function", proposal[name], (*path, name))
        yield from _in_order(proposal, path, "minded_to_on", "decided_on")
        yield from _in_order(proposal, path, "opens_on", "closes_at")
        yield from _needs(proposal, path, "closes_inferred", "closes_at")


def _events(record: Fields, names: _Names) -> Iterator[Finding]:
    for path, event in each(record, "events"):
        yield from names.check("instrument", event.get("instrument"), (*path, "instrument"))
        yield from names.check("proposal", event.get("proposal"), (*path, "proposal"))
        yield from _in_order(event, path, "on", "last")


def _delegations(record: Fields, names: _Names) -> Iterator[Finding]:
    for path, delegation in each(record, "delegations"):
        yield from names.check("party", delegation["given_by"], (*path, "given_by"))
        yield from names.check_all("function", delegation["functions"], (*path, "functions"))
        yield from _in_order(delegation, path, "first", "last")


def _in_order(fields: Fields, path: Path, earlier: str, later: str) -> Iterator[Finding]:
    first, second = fields.get(earlier), fields.get(later)
    if first and second and day(second[:10]) < day(first):
        yield (*path, later), f"{second[:10]} comes before {first}, which is {earlier}."


def _needs(fields: Fields, path: Path, reason: str, of: str) -> Iterator[Finding]:
    if fields.get(reason) and not fields.get(of):
        yield (*path, reason), f"This tells why {of} was inferred, but there is no {of}."


def _together(fields: Fields, path: Path, one: str, other: str) -> Iterator[Finding]:
    for given, missing in ((one, other), (other, one)):
        if given in fields and missing not in fields:
            yield (*path, given), f"With {given} there must also be {missing}."
