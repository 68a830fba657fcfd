"""Documents come from folders, archives, JSON lines and Parquet, each once and in order."""

import base64
import gzip
import io
import json
import tarfile
import zlib
from pathlib import Path

import pytest

from handback.reading.bulk import BulkRefused, InputNotRead
from handback.reading.bulk.inputs import items
from tests.reading.bulk.conftest import DECIDED, rows


def test_a_folder_is_read_with_the_folders_in_it(folder, run, tmp_path):
    run(folder, to=tmp_path / "out.jsonl")

    found = rows(tmp_path / "out.jsonl")
    assert len(found) == 12
    assert {row["id"] for row in found} >= {"00.txt", "cabinet/01.txt"}
    assert all(len(row["records"]) == 1 for row in found)


def test_hidden_files_and_links_out_of_a_folder_are_left(folder, run, tmp_path):
    (folder / ".hidden").write_text("x")
    (tmp_path / "secret.txt").write_text("x")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")

    assert run(folder, to=tmp_path / "out.jsonl").documents == 12


def test_a_folder_is_listed_once_and_the_listing_followed(folder, tmp_path):
    first = [item.id for item in items(folder, listing=tmp_path / "listing")]
    (folder / "aaa.txt").write_text("new")

    assert [item.id for item in items(folder, listing=tmp_path / "listing")] == first


def test_a_file_that_went_after_the_listing_is_a_row_with_its_error(folder, run, tmp_path):
    seen = list(items(folder, listing=tmp_path / "listing"))
    (folder / "00.txt").unlink()

    assert seen[0].loaded().error == "No such file or directory."


@pytest.mark.parametrize("packed", ["w", "w:gz"])
def test_the_files_of_a_tar_archive_are_read(run, tmp_path, packed):
    with tarfile.open(tmp_path / "in.tar", packed) as archive:
        for number in range(3):
            words = DECIDED.format(number=number).encode()
            member = tarfile.TarInfo(f"m/{number}.txt")
            member.size = len(words)
            archive.addfile(member, io.BytesIO(words))

    run(tmp_path / "in.tar", to=tmp_path / "out.jsonl")

    assert [row["id"] for row in rows(tmp_path / "out.jsonl")] == ["m/0.txt", "m/1.txt", "m/2.txt"]


def test_packed_lines_that_are_damaged_are_a_row_with_its_error(run, tmp_path):
    packing = zlib.compressobj(wbits=31)
    line = json.dumps({"text": DECIDED.format(number=1)}) + "\n"
    sound = packing.compress(line.encode()) + packing.flush(zlib.Z_FULL_FLUSH)
    (tmp_path / "in.jsonl.gz").write_bytes(sound + b"\xff" * 100)

    assert run(tmp_path / "in.jsonl.gz", to=tmp_path / "out.jsonl").failed == 1
    assert "cannot be read further" in rows(tmp_path / "out.jsonl")[-1]["error"]


def test_an_archive_cut_short_gives_what_it_holds_and_says_the_rest_is_missing(run, tmp_path, folder):
    with tarfile.open(tmp_path / "whole.tar", "w") as archive:
        archive.add(folder)
    whole = (tmp_path / "whole.tar").read_bytes()
    (tmp_path / "cut.tar").write_bytes(whole[: len(whole) // 3])

    assert run(tmp_path / "cut.tar", to=tmp_path / "out.jsonl").failed == 1
    assert "cannot be read further" in rows(tmp_path / "out.jsonl")[-1]["error"]


def test_json_lines_hold_text_or_bytes_in_base64(run, tmp_path):
    words = DECIDED.format(number=1)
    lines = [{"id": "a", "text": words}, {"id": "b", "content": base64.b64encode(words.encode()).decode()}]
    with gzip.open(tmp_path / "in.jsonl.gz", "wt") as out:
        out.write("\n".join(map(json.dumps, lines)))

    run(tmp_path / "in.jsonl.gz", to=tmp_path / "out.jsonl")

    assert [(row["id"], len(row["records"])) for row in rows(tmp_path / "out.jsonl")] == [("a", 1), ("b", 1)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON"),
        ("[1]", "not an object"),
        ('{"id": "a"}', "no `text`"),
        ('{"content": "ü"}', "not base64"),
        ('{"text": "\\ud800"}', "halves of characters"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_a_row_with_its_error_and_the_others_are_read(run, tmp_path, line, said):
    good = json.dumps({"text": DECIDED.format(number=1)})
    (tmp_path / "in.jsonl").write_text(f"{line}\n{good}\n")

    assert run(tmp_path / "in.jsonl", to=tmp_path / "out.jsonl").documents == 2
    bad, fine = rows(tmp_path / "out.jsonl")
    assert said in bad["error"]
    assert fine["error"] is None


def test_parquet_goes_in_and_comes_out(run, tmp_path):
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    texts = [DECIDED.format(number=n) for n in range(150)]
    parquet.write_table(
        arrow.table({"id": [str(n) for n in range(150)], "text": texts}), tmp_path / "in.parquet"
    )

    run(tmp_path / "in.parquet", to=tmp_path / "out.parquet")

    found = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [row["id"] for row in found] == [str(n) for n in range(150)]
    assert json.loads(found[0]["records"][0]["attributes"])["verb"] == "approve"


def test_parquet_says_of_a_document_what_json_lines_say(run, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    page = "<title>Draft minutes</title><main><p>Agreed <a href='/a.pdf'>the plan</a></p></main>"
    (tmp_path / "page.html").write_text(page)
    for ending in ("jsonl", "parquet"):
        run(tmp_path / "page.html", to=tmp_path / f"out.{ending}")

    (line,) = rows(tmp_path / "out.jsonl")
    table = parquet.read_table(tmp_path / "out.parquet")
    (row,) = table.to_pylist()

    told = line.pop("document")
    assert told["links"]
    assert {name: row[name] for name in told} == told
    assert (row["version"], table.schema.metadata[b"handback.rows"]) == (line["version"], b"2")


@pytest.mark.parametrize("ending", ["parquet", "jsonl"])
def test_a_file_whose_name_is_no_characters_is_written_to_any_output(run, folder, tmp_path, ending):
    (folder / "minutes-\udcff.txt").write_text(DECIDED.format(number=1))

    done = run(folder, to=tmp_path / f"out.{ending}")

    assert (done.documents, done.failed) == (13, 0)


def test_an_input_that_is_not_there_is_refused_before_anything_is_written(run, tmp_path):
    with pytest.raises(InputNotRead, match="No such file"):
        run(Path(tmp_path / "nowhere"), to=tmp_path / "out.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_an_output_of_another_form_is_refused(folder, run, tmp_path):
    with pytest.raises(BulkRefused, match=r"ends in \.jsonl or \.parquet"):
        run(folder, to=tmp_path / "out.csv")
