"""The pages of search and data lead where they say, with either form of addresses."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import pytest

from factbook.exchange.data_schema import schema_files
from factbook.exchange.new import start_dossier
from factbook.outputs.data.files import data_files
from factbook.pages.addresses import Addresses
from factbook.pages.data import data_page
from factbook.pages.search import search_page
from factbook.pipeline import examine

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_file_that_the_page_names_is_published(
    tmp_path: Path, *, directory_urls: bool
) -> None:
    start_dossier(tmp_path / "mine")
    dossier = examine(tmp_path / "mine")
    addresses = Addresses(directory_urls)
    made = data_files(dossier.ledger, dossier.weighing, addresses, "T", schema_files())
    published = {name for name, _ in made if name.startswith("data/")}
    page = data_page(addresses)
    named = [one.file for one in page.files] + [one.schema for one in page.files if one.schema]
    told = {posixpath.normpath(f"data/{link.href}") for link in (*named, page.page_schema)}
    assert told == published


@pytest.mark.parametrize("directory_urls", [True, False])
def test_the_search_leads_to_the_root_its_script_and_the_lists(*, directory_urls: bool) -> None:
    page = search_page(Addresses(directory_urls))
    assert (page.root, page.script, page.style) == (
        "../",
        "../assets/search.js",
        "../assets/search.css",
    )
    listing = "../incidents/" if directory_urls else "../incidents/index.html"
    assert page.lists[0].href == listing
