"""One unchanging view of the database, for as long as a long question takes, without keeping writers out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """Everything asked inside sees the record as it was at the first question.

    Inside a transaction that is already open, what it sees is as good as that transaction's.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with _deferred(connection), transaction.atomic():
            yield
    else:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


@contextmanager
def _deferred(wrapper: Any) -> Iterator[None]:
    """Start the next transaction without taking the write lock, which Handback's otherwise take at once."""
    wrapper.ensure_connection()  # connecting sets the mode
    usual, wrapper.transaction_mode = wrapper.transaction_mode, "DEFERRED"
    try:
        yield
    finally:
        wrapper.transaction_mode = usual
