"""Nothing is written to a record whose guards are down."""

import pytest
from django.db import connection

from handback.jobs.command import GuardsDown, check_guarded
from handback.records.audit.guards.standing import take_down

pytestmark = pytest.mark.django_db


def test_a_guarded_record_may_be_written_to():
    check_guarded()


def test_a_record_without_its_guards_is_not_written_to_and_the_tables_are_named():
    take_down(connection)

    with pytest.raises(GuardsDown, match=r"powers_move.*handback verify"):
        check_guarded()
