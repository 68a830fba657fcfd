"""Is the record what its log says, and the log what was signed?"""

from django.db import connection

from handback.core.audit.checkpoint import Key
from handback.records.audit.findings import Findings, Problem, Verification
from handback.records.audit.guards.standing import fallen
from handback.records.audit.snapshot import snapshot
from handback.records.audit.verifying.chain import checked_events
from handback.records.audit.verifying.damage import LOG, damaged_tables
from handback.records.audit.verifying.roots import Roots
from handback.records.audit.verifying.tables import Tables

__all__ = ["Problem", "Verification", "verify"]


def verify(against: str | None = None, *, key: Key | None = None) -> Verification:
    """Check the whole record: log, checkpoints, rows and guards.

    `against` is a checkpoint that was given out, as text. `key` is the public key to check it with, for those
    who hold it from elsewhere; by default any that this record has signed with. Cost: one pass over log and
    rows, memory flat.
    """
    findings = Findings()
    with snapshot():
        damaged = damaged_tables(findings)
        roots, tables = Roots(findings), Tables(findings, damaged=damaged)
        if damaged.isdisjoint(LOG):
            roots.expect_stored()
            if against is not None:
                roots.expect(against, key)
            _read_log(findings, roots, tables)
        _check_guards(findings)
    return Verification(
        events=roots.tree.size,
        rows=tables.explained.total(),
        deletions=tables.deletions,
        checkpoints=roots.stated,
        tables=len(tables.models),
        root=roots.tree.root().hex(),
        problems=tuple(findings.listed),
        wrong=findings.wrong,
    )


def _read_log(findings: Findings, roots: Roots, tables: Tables) -> None:
    for batch in checked_events(findings):
        for event in batch:
            roots.add(event.hash)
        tables.hold(name for event in batch for name in event.names)
    roots.finish()
    tables.finish()


def _check_guards(findings: Findings) -> None:
    for table in fallen(connection):
        findings.say(
            f"{table}: the triggers that guard this table are missing or altered:"
            " until they are put up again, anything can change it.",
            table=table,
        )
