"""Which column of a table is what: what is the same for every sort of table that somebody sends."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from handback.web.shared.forms import Form

NONE = ("", "No column")


def headers_to_choose(headers: Sequence[str]) -> list[tuple[str, str]]:
    """The columns that have a name, each once, and that there is none."""
    return [NONE, *((header, header) for header in dict.fromkeys(headers) if header)]


class ColumnsForm(Form):
    """A box for each role in `labels`, named by the role's value. No column is two things."""

    labels: ClassVar[Mapping[Any, str]] = {}

    def clean(self) -> dict[str, Any]:
        """No column is two things."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        taken: dict[str, str] = {}
        for role, label in self.labels.items():
            header = said.get(role.value)
            if header and header in taken:
                self.add_error(role.value, self.taken_twice(label, header, taken[header]))
            elif header:
                taken[header] = label
        return said

    def taken_twice(self, _label: str, header: str, already: str) -> str:
        """What is said where a column was chosen for a second thing."""
        return f"“{header}” is already “{already}”"

    def columns(self) -> dict[Any, str]:
        """The header of each role that was chosen."""
        chosen = {role: self.cleaned_data.get(role.value) for role in self.labels}
        return {role: header for role, header in chosen.items() if header}
