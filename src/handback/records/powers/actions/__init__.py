"""Every write to powers: one transaction, one audit event for each fact."""

from handback.core.powers import PowersRefusal as LedgerRefused
from handback.records.audit.facts import Loaded
from handback.records.powers.actions.drafts import (
    AnotherAuthority,
    DraftChanged,
    DraftNotWaiting,
    add_claim_to_draft,
    discard_draft,
    draft_from_claim,
    record_draft,
    revise_draft,
)
from handback.records.powers.actions.entries import (
    AnotherRecord,
    EntryRefused,
    FieldProblem,
    NoFunctions,
    add_function,
    add_holder,
    load_own_record,
    name_usual_parties,
)
from handback.records.powers.actions.facts import (
    record_delegation,
    record_event,
    record_function,
    record_instrument,
    record_proposal,
)
from handback.records.powers.actions.loads import load, load_record, load_register
from handback.records.powers.actions.publications import publish, publish_register

__all__ = [
    "AnotherAuthority",
    "AnotherRecord",
    "DraftChanged",
    "DraftNotWaiting",
    "EntryRefused",
    "FieldProblem",
    "LedgerRefused",
    "Loaded",
    "NoFunctions",
    "add_claim_to_draft",
    "add_function",
    "add_holder",
    "discard_draft",
    "draft_from_claim",
    "load",
    "load_own_record",
    "load_record",
    "load_register",
    "name_usual_parties",
    "publish",
    "publish_register",
    "record_delegation",
    "record_draft",
    "record_event",
    "record_function",
    "record_instrument",
    "record_proposal",
    "revise_draft",
]
