"""PDF files whose drawings draw themselves, each other, or far too much are known before they are drawn."""

import base64
import zlib

import pytest

from handback.reading import State, read
from handback.reading.bulk.limits import time_limit
from handback.reading.formats.pdf.unpacking import NotUnpacked, unpacked
from tests.support.drawings import drawn

LADDER = [f"/F{n + 1} Do " * 4 for n in range(12)] + [""]
SAID = b"q /F0 Do Q " * 9


@pytest.mark.parametrize(
    ("forms", "why"),
    [
        (["/F0 Do /F0 Do"], "draw themselves or each other"),
        (["/F1 Do", "/F0 Do"], "draw themselves or each other"),
        (["/F1 Do", "/F2 Do", "/F1 Do"], "draw themselves or each other"),
        (["/F#30 Do"], "draw themselves or each other"),
        (["/F0 % again\nDo"], "draw themselves or each other"),
        (["(F0) Do"], "draw themselves or each other"),
        (LADDER, "far more than any document needs"),
    ],
)
def test_drawings_without_end_are_not_opened(forms, why):
    with time_limit(10, kill=False):
        document = read(drawn(*forms))

    assert document.state is State.UNREADABLE
    assert why in document.reason


def test_what_drawings_draw_is_seen_though_they_are_packed():
    assert "far more" in read(drawn(*LADDER, told=b"/Filter/FlateDecode")).reason


def test_a_page_that_draws_one_form_very_often_is_not_opened():
    assert "far more" in read(drawn("", page="/F0 Do " * 100_000)).reason


def test_parts_of_a_page_that_come_to_far_too_much_together_are_not_opened():
    once = drawn("", page="/F0 Do " * 50_000)

    assert "far more" in read(once.replace(b"/Contents 5 0 R", b"/Contents[5 0 R 5 0 R]")).reason


@pytest.mark.parametrize("forms", [["/F1 Do", "/F2 Do", ""], ["/F1 Do /F1 Do", ""]])
def test_forms_within_forms_are_read(forms):
    assert read(drawn(*forms)).state is State.WHOLE


def test_a_form_that_only_could_draw_itself_is_read():
    """Many programs give all forms of a file the same resources, in which each is named."""
    assert "The pier is open." in read(drawn("", "")).text


def test_a_form_of_which_a_stream_of_objects_tells_is_known():
    packed = zlib.compress(b"7 0 <</XObject<</F0 6 0 R>>>>")
    stream = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (
        len(packed),
        packed,
    )
    data = drawn("/F0 Do /F0 Do").replace(b"/Resources<<", b"/Resources 7 0 R/Other<<")
    data = data.replace(b"xref", b"8 0 obj\n" + stream + b"\nendobj\nxref", 1)

    assert "draw themselves" in read(data).reason


@pytest.mark.parametrize(
    ("way", "packed"),
    [
        (b"/FlateDecode", zlib.compress(SAID)),
        (b"[/ASCII85Decode/FlateDecode]", base64.a85encode(zlib.compress(SAID)) + b"~>"),
        (b"/ASCIIHexDecode", SAID.hex().encode() + b">"),
        (b"/A85", base64.a85encode(SAID) + b"~>"),
        (b"/RunLengthDecode", bytes([len(SAID) - 1]) + SAID + b"\x80"),
        (b"/LZWDecode", bytes.fromhex("800b6050220c0c8501")),
    ],
)
def test_streams_are_unpacked_as_pdf_files_pack_them(way, packed):
    expected = b"-----A---B" if way == b"/LZWDecode" else SAID

    assert unpacked(b"/Filter" + way, packed, most=1_000) == expected


def test_a_stream_that_breaks_gives_what_came_before():
    packed = zlib.compress(SAID * 1_000)
    said = unpacked(b"/Filter/FlateDecode", packed[: len(packed) // 2] + b"\xff" * 90, most=100_000)

    assert said.startswith(SAID)


@pytest.mark.parametrize(
    "told", [b"/Filter/DCTDecode", b"/Filter 9 0 R", b"/Filter/Fl/DecodeParms<</Predictor 12>>"]
)
def test_a_stream_packed_in_another_way_is_left_alone(told):
    with pytest.raises(NotUnpacked):
        unpacked(told, b"packed", most=1_000)
