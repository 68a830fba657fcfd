"""Every write to powers: one transaction, one audit event for each fact."""

from handback.records.powers.actions.drafts import (
    add_claim_to_draft,
    discard_draft,
    draft_from_claim,
    record_draft,
    revise_draft,
)
from handback.records.powers.actions.facts import (
    record_delegation,
    record_event,
    record_function,
    record_instrument,
    record_proposal,
)
from handback.records.powers.actions.loads import Loaded, load, load_record, load_register
from handback.records.powers.actions.publications import publish, publish_register

__all__ = [
    "Loaded",
    "add_claim_to_draft",
    "discard_draft",
    "draft_from_claim",
    "load",
    "load_record",
    "load_register",
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
