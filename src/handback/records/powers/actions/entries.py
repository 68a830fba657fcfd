"""One entry added to a record by a person: checked as it would be in a record file, then recorded.

A person fills in one entry of a section ("instruments", "functions"). It is put beside everything that the
record states, the whole is checked, and what is wrong with the entry is told by its own fields.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from handback.records.audit.facts import By, Loaded
from handback.records.people import actions as people
from handback.records.people import queries as people_queries
from handback.records.people.models import Authority
from handback.records.powers import queries, recordfile
from handback.records.powers.actions import facts
from handback.records.powers.actions.loads import load_record
from handback.records.powers.recordfile.meaning import DEFAULT_PARTIES
from handback.records.powers.recordfile.writing import as_json
from handback.records.powers.standing import whole_record


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with one field of an entry ("moves[0].holder"); an empty field: with all of it."""

    field: str
    sentence: str


class EntryRefused(ValueError):
    """An entry that cannot be recorded as it stands; nothing was written."""

    def __init__(self, problems: Sequence[FieldProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.sentence for problem in problems))


class NoFunctions(ValueError):
    """A record without functions can hold no instruments: there is nothing that they could move."""

    def __init__(self) -> None:
        super().__init__(
            "This record has no functions yet, so nothing can be recorded about them. "
            "Add a function first, or load a record file. The draft is kept as it is."
        )


class AnotherRecord(ValueError):
    """A record file that is another authority's."""

    def __init__(self, name: str, authority: Authority) -> None:
        super().__init__(
            f"This file is the record of {name}. Here only the record of {authority.name} "
            f"({authority.gss}) can be loaded. Nothing was changed."
        )


def checked_with(authority: Authority, section: str, entry: dict[str, Any]) -> recordfile.RecordFile:
    """The whole record with `entry` as the last of its section. Raises EntryRefused and NoFunctions."""
    content = as_json(whole_record(authority))
    if section != "functions" and not content["functions"]:
        raise NoFunctions
    return _checked(content, section, entry)


def _checked(content: dict[str, Any], section: str, entry: dict[str, Any]) -> recordfile.RecordFile:
    entries = [*content[section], entry]
    try:
        return recordfile.read_record(json.dumps({**content, section: entries}).encode(), name="This draft")
    except recordfile.RecordFileError as refused:
        own = re.compile(rf"{section}\[{len(entries) - 1}\]\.?")
        raise EntryRefused([_of_entry(problem, own) for problem in refused.problems]) from None


def _of_entry(problem: recordfile.Problem, own: re.Pattern[str]) -> FieldProblem:
    found = own.match(problem.field)
    if found:
        return FieldProblem(problem.field[found.end() :], problem.sentence)
    return FieldProblem("", f"{problem.field}: {problem.sentence}" if problem.field else problem.sentence)


@transaction.atomic
def name_usual_parties(authority: Authority, *, by: By, at: datetime) -> None:
    """See that the council, the commissioners jointly and nobody are named, as every record has them."""
    known = people_queries.parties_by_code(authority)
    for code, party in DEFAULT_PARTIES.items():
        if code not in known:
            people.name_party(authority, code=code, kind=party.kind.value, name=party.name, by=by, at=at)


@transaction.atomic
def add_function(
    authority: Authority, entry: dict[str, Any], *, group_label: str, by: By, at: datetime
) -> str:
    """Record one function; `entry` is as in a record file, `group_label` what its group is called.

    Returns its code. Raises EntryRefused.
    """
    content = as_json(whole_record(authority))
    if group := entry.get("group"):
        content["groups"].setdefault(group, group_label or group)
    file = _checked(content, "functions", entry)
    name_usual_parties(authority, by=by, at=at)
    added = file.functions[-1]
    labels = {each.code: each.label for each in file.groups}
    place = queries.functions(authority).count()
    facts.record_function(authority, added, labels=labels, position=place, by=by, at=at)
    return added.function.code


@transaction.atomic
def add_holder(authority: Authority, entry: dict[str, Any], *, by: By, at: datetime) -> str:
    """Name a body or person that can hold functions; `entry` is a party as in a record file.

    Returns its code. Raises EntryRefused and NoFunctions.
    """
    if entry.get("code") in people_queries.parties_by_code(authority):
        raise EntryRefused(
            [FieldProblem("code", f"The code {entry['code']} is used already: choose another.")]
        )
    added = checked_with(authority, "parties", entry).parties[-1]
    party = added.party
    people.name_party(
        authority, code=party.code, kind=party.kind.value, name=party.name, person=added.person, by=by, at=at
    )
    return party.code


def load_own_record(authority: Authority, data: bytes, *, name: str, by: By, at: datetime) -> Loaded:
    """Load a record file into the record of `authority`, all of it or nothing.

    Raises RecordFileError, naming line and field, AnotherRecord, and the refusals of core.powers.
    """
    file = recordfile.read_record(data, name=name)
    if file.authority.gss != authority.gss:
        raise AnotherRecord(file.authority.name, authority)
    return load_record(file, by=by, at=at)
