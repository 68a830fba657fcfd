"""What the audit log refuses, each with a sentence fit to show."""


class AuditRefusal(Exception):
    """Something that the audit log does not allow. Its text is a sentence for people."""


class ActionWithinAction(AuditRefusal):
    """An action was opened while another is being written: each writes one event."""

    def __init__(self, opened: str, within: str) -> None:
        super().__init__(f"The action {opened} cannot start inside {within}: each action writes one event.")


class NoActionOpen(AuditRefusal):
    """Something that must be part of an action was asked for outside one."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} must happen inside an action, so that the log says who did it.")


class FactNeverEdited(AuditRefusal):
    """A recorded fact was to be edited."""

    def __init__(self, table: str) -> None:
        super().__init__(f"{table}: a recorded fact is never edited; supersede it and record another.")


class AlreadySuperseded(AuditRefusal):
    """A fact was to be superseded twice."""

    def __init__(self, table: str, key: object) -> None:
        super().__init__(f"{table} {key} was superseded before: a fact is superseded once.")


class NotDeletable(AuditRefusal):
    """A row was to be deleted from a table that keeps all its rows."""

    def __init__(self, table: str) -> None:
        super().__init__(f"{table}: rows of this table are never deleted.")


class RowNotWritten(AuditRefusal):
    """A row that an action claims to have written is not in the database."""

    def __init__(self, table: str, keys: list[str]) -> None:
        super().__init__(
            f"{table} {', '.join(keys)}: the action names this row but the table does not hold it."
        )


class SealForgotten(AuditRefusal):
    """A sealed value whose salt was deleted: nobody can test a value against it any more."""

    def __init__(self) -> None:
        super().__init__("The salt of this sealed value was deleted, so no value can be compared with it.")


class UnsafeDatabase(AuditRefusal):
    """The database is set up so that a power cut or a stray tool could harm the record."""


class KeyUnreadable(AuditRefusal):
    """The signing key is missing, damaged or open to others."""
