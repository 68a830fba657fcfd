"""Ada adds documents in her browser, where a script shows how much of them has been sent."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from handback.records.documents import actions as documents
from tests.support.harrowmere import CLERK, MORNING

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LETTER = b"Harrowmere will publish its plan by 4 May 2016."


@pytest.fixture
def adding(page_of: Callable[[Any], Page], ada: Any, harrowmere: Any) -> Page:
    """The list of documents, gone to the form as the link "Add a document" goes."""
    page = page_of(ada)
    page.goto("/office/harrowmere/documents/#add")
    return page


def send(page: Page, *paths: Path) -> None:
    page.locator("input[type=file]").set_input_files(paths)
    page.get_by_role("button", name="Keep and read").click()


def test_a_file_that_is_kept_already_is_told_where_it_leads(adding: Page, harrowmere: Any, tmp_path: Path):
    kept = documents.keep(harrowmere, LETTER, name="letter.txt", by=CLERK, at=MORNING)
    file = tmp_path / "again.txt"
    file.write_bytes(LETTER)

    send(adding, file)

    expect(adding.get_by_text("Nothing was kept twice")).to_be_visible()
    assert adding.url.endswith(f"/documents/{kept.pk}/")


def test_what_is_wrong_with_a_file_is_told_also_where_the_address_names_the_form(
    adding: Page, tmp_path: Path
):
    empty = tmp_path / "empty.txt"
    empty.touch()

    send(adding, empty)

    expect(adding.get_by_role("alert")).to_contain_text("is empty, so there was nothing to keep")


def test_several_files_are_told_by_their_names(adding: Page, tmp_path: Path):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"This is {name}.")

    send(adding, tmp_path / "one.txt", tmp_path / "two.txt")

    expect(adding.get_by_text("Kept: one.txt and two.txt.")).to_be_visible()
