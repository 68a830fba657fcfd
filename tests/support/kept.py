"""Harrowmere's record with something of everything in it: facts, a document with claims, a draft, a copy."""

from dataclasses import dataclass
from typing import Any

import pytest

from handback.records.documents import actions as documents
from handback.records.documents.queries import claims
from handback.records.powers import actions as powers
from tests.support.harrowmere import CLERK, MORNING
from tests.support.sources import PROJECT

FILE = PROJECT / "docs" / "reference" / "harrowmere.json"
REGISTER = PROJECT / "src" / "handback" / "records" / "powers" / "data" / "interventions.json"
DECISION = b"""Record of a decision by the Cabinet

Date of decision: 14 June 2021

The Cabinet resolved to approve the licensing policy.

That authority be delegated to the Strategic Director, Place, to make minor changes to the policy.

The Head of Licensing will report on taxi standards to Cabinet by 30 September 2021.

From 1 June 2021 the licensing functions of the Council are exercised by the Commissioners.

28 of 41 drivers (68%) had completed the training.
"""


@dataclass(frozen=True)
class Kept:
    """The keys of what was kept."""

    document: int
    claim: int
    draft: int

    def keys_for(self, name: str) -> dict[str, str]:
        """The key that the address called `name` asks for."""
        for word, key in (("document", self.document), ("claim", self.claim), ("draft", self.draft)):
            if word in name:
                return {"pk": str(key)}
        return {}


@pytest.fixture
def kept(harrowmere: Any) -> Kept:
    """The record of Harrowmere as its own example file states it, published, and a decision that was read."""
    for path in (FILE, REGISTER):
        powers.load(path.read_bytes(), name=path.name, by=CLERK, at=MORNING)
    powers.publish(harrowmere, by=CLERK, at=MORNING)
    powers.publish_register(by=CLERK, at=MORNING)
    document = documents.keep(harrowmere, DECISION, name="decision.txt", by=CLERK, at=MORNING)
    documents.read(document.pk, by=CLERK, at=MORNING)
    first, second, *_ = (claim.pk for claim in claims(document))
    draft = powers.draft_from_claim(first, kind="event", by=CLERK, at=MORNING)
    return Kept(document.pk, second, draft.pk)
