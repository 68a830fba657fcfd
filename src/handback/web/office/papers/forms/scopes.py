"""Which functions a move or a revocation covers, chosen in a form."""

from collections.abc import Mapping
from typing import Any

from django import forms

from handback.records.powers.actions import FieldProblem
from handback.web.office.papers.forms.entries import EntryForm, Values

REACHES = [
    ("functions", "Functions that I choose"),
    ("group", "A group of functions"),
    ("all_executive", "All executive functions"),
    ("all", "All functions"),
]
CHOOSERS = ("reach", "functions", "group", "exceptions")


class ScopeForm(EntryForm):
    """A part of an instrument that covers some functions. `covers` is how a sentence names the part."""

    listed = ()
    covers = ""

    reach = forms.ChoiceField(label="Which functions", choices=REACHES, widget=forms.RadioSelect)
    functions = forms.MultipleChoiceField(label="Functions", widget=forms.CheckboxSelectMultiple)
    group = forms.ChoiceField(label="Group")
    exceptions = forms.MultipleChoiceField(label="But not these", widget=forms.CheckboxSelectMultiple)

    def offered(self) -> dict[str, str]:
        """Functions and groups of the record."""
        return {"functions": "function", "exceptions": "function", "group": "group or none"}

    @classmethod
    def opening(cls, values: Mapping[str, Any]) -> Values:
        """The scope as its fields have it."""
        scope: Mapping[str, Any] = values.get("scope", {})
        return {
            **super().opening(values),
            "reach": next((name for name, _ in REACHES if name in scope), "functions"),
            "functions": scope.get("functions", []),
            "group": scope.get("group", ""),
            "exceptions": scope.get("except", []),
        }

    def values(self) -> Values:
        """The part as an entry has it, its scope as one value."""
        said = super().values()
        reach, functions, group, exceptions = (said.pop(name, None) for name in CHOOSERS)
        chosen = {"functions": functions, "group": group, "all_executive": True, "all": True}.get(reach)
        scope: Values = {reach: chosen} if chosen else {}
        return {"scope": {**scope, "except": exceptions} if exceptions else scope, **said}

    def tell(self, problem: FieldProblem) -> None:
        """A fault of the scope is shown beside the choice that it comes from."""
        if not problem.field.startswith("scope"):
            super().tell(problem)
            return
        chosen = self.cleaned_data.get("reach") or "functions"
        place = "exceptions" if ".except" in problem.field else chosen
        empty = "exactly one of" in problem.sentence
        told = f"Choose which functions this {self.covers} covers" if empty else problem.sentence
        self.add_error(place if place in self.fields else "reach", told)
