"""What the record has, as choices of a form."""

from dataclasses import dataclass

from handback import lawbook
from handback.core.powers import COMMISSIONERS, COUNCIL, NOBODY
from handback.records.powers.recordfile.standing import Standing

Choices = list[tuple[str, str]]
NONE = ("", "None")


@dataclass(frozen=True, slots=True)
class Offers:
    """What a form offers to choose from, each by its code with words to choose by.

    Functions, groups, parties and instruments are those of a record, provisions those of the lawbook.
    """

    standing: Standing

    def of(self, what: str) -> Choices:
        """Choices of one sort; "… or none" may be left open."""
        sort, _, optional = what.partition(" or ")
        found: Choices = {
            "function": self._functions,
            "group": self._groups,
            "party": self._parties,
            "instrument": self._instruments,
            "provision": _provisions,
        }[sort]()
        return [NONE, *found] if optional else found

    def _functions(self) -> Choices:
        return [(code, f"{code} {entry.function.name}") for code, entry in self.standing.functions.items()]

    def _groups(self) -> Choices:
        return [(group.code, group.label) for group in self.standing.record.groups]

    def _parties(self) -> Choices:
        usual = {party.code: party.name for party in (COUNCIL, COMMISSIONERS, NOBODY)}
        named = {entry.party.code: entry.party.name for entry in self.standing.record.parties}
        return list((usual | named).items())

    def _instruments(self) -> Choices:
        return [
            (code, f"{code} {entry.instrument.title}") for code, entry in self.standing.instruments.items()
        ]


def _provisions() -> Choices:
    return [(key, key) for key in lawbook.provisions()]
