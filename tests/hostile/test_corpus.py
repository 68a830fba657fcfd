"""What once broke the reading of a document is read, quickly and in little memory, for ever."""

from pathlib import Path

import pytest

from handback.reading import read
from handback.reading.bulk.limits import time_limit
from tests.hostile.guarded import read_whole
from tests.hostile.seeds import FORMS, SEEDS

CORPUS = sorted(path for path in (Path(__file__).parent / "corpus").iterdir() if path.suffix == ".bin")
SECONDS = 30


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_what_once_broke_the_reader_is_read(path):
    with time_limit(SECONDS, kill=False):
        read_whole(path.read_bytes())


@pytest.mark.parametrize("form", SEEDS)
def test_every_format_begins_with_something_that_is_read_as_it(form):
    for data in SEEDS[form]:
        read_whole(data)

    assert {read(data).format for data in SEEDS[form]} <= FORMS[form]
