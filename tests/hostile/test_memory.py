"""No document takes more memory than fifty times its size, with what the reader itself needs left out."""

import subprocess
import sys

import pytest

from tests.support.sources import PROJECT

SHAPES = {
    "one long word": "b'x' * 2_000_000",
    "one long line of words": "b'agreed that ' * 160_000",
    "only line ends": "b'a\\n' * 900_000",
    "bare tags": "b'<p>x' * 450_000",
    "deep tags": "b'<div>' * 380_000",
    "deep lists": "b'<ul><li>' * 240_000",
    "many cells": "b'<table>' + b'<tr><td>1<td>2' * 140_000",
    "a ModernGov page of many items": (
        "b'<div id=modgov><table id=mgItemTable>' + b'<tr><td>1.<td><p>Agreed' * 80_000"
    ),
    "deep XML": "b'<meeting>' + b'<a>' * 650_000",
    "entities in XML": (
        "b'<!DOCTYPE m [<!ENTITY a \"' + b'b' * 1_000_000 + b'\">]><meeting>' + b'&a;' * 300_000"
        " + b'</meeting>'"
    ),
    "deep JSON": "b'{\"base_path\":' + b'[' * 2_000_000",
    "a message of many parts": (
        "b'From: a\\nSubject: b\\nContent-Type: multipart/mixed; boundary=x\\n\\n'"
        " + b'--x\\n\\na\\n' * 250_000"
    ),
    "an OpenDocument sheet of many rows": (
        "__import__('tests.support.sheets').support.sheets.ods("
        "'<table:table-row table:number-rows-repeated=\"99999\"><table:table-cell/></table:table-row>' * 900)"
    ),
    "a PDF of nothing": "b'%PDF-1.4\\n' + b'1 0 obj <<>> endobj\\n' * 100_000",
}
PROGRAM = """
import resource, sys
from tests.hostile.guarded import read_whole
from tests.hostile.seeds import SEEDS
for seeds in SEEDS.values():
    for data in seeds: read_whole(data)
data = {shape}
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read_whole(data)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print((after - before) * 1024 / len(data))
"""
MOST = 50  # times the size of the file


@pytest.mark.parametrize("shape", SHAPES)
def test_memory_stays_within_fifty_times_the_file(shape):
    program = PROGRAM.format(shape=SHAPES[shape])
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, timeout=180, check=True
    )

    assert float(done.stdout) <= MOST
