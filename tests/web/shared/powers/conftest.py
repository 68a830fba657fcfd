"""Two records as values: the shipped one of Rotherham, and an invented one that shows every field."""

from importlib.resources import files

import pytest

from handback.records.powers.recordfile import read_record
from handback.records.powers.recordfile.standing import Standing, compiled
from handback.web.shared.powers.addresses import Addresses
from tests.support.sources import PROJECT


@pytest.fixture(scope="session")
def rotherham() -> Standing:
    """The real intervention of 2015 to 2019."""
    data = files("handback.records.powers").joinpath("data", "rotherham.json").read_bytes()
    return compiled(read_record(data, name="rotherham.json"))


@pytest.fixture(scope="session")
def harrowmere_record() -> Standing:
    """An invented intervention with parts, a trust, one commissioner, an extension and more."""
    data = (PROJECT / "docs" / "reference" / "harrowmere.json").read_bytes()
    return compiled(read_record(data, name="harrowmere.json"))


@pytest.fixture(scope="session")
def to() -> Addresses:
    """A site that has every page."""
    return Addresses("/site/")
