from __future__ import annotations

import pytest

from factbook.pages.addresses import Addresses, relative


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("incidents/a/", "incidents/b/", "../../incidents/b/"),
        ("incidents/a/", "actors/b/", "../../actors/b/"),
        ("incidents/a/", "incidents/", "../../incidents/"),
        ("incidents/", "incidents/a/", "../incidents/a/"),
        ("incidents/a/", "conflicts/#conflict-a.killed", "../../conflicts/#conflict-a.killed"),
        ("conflicts/", "conflicts/#conflict-a.killed", "#conflict-a.killed"),
        ("incidents/a/", "incidents/a/", "."),
        ("incidents/a.html", "actors/b.html", "../actors/b.html"),
        ("incidents/a.html", "incidents/b.html#claim-c", "../incidents/b.html#claim-c"),
        ("incidents/index.html", "incidents/a.html", "../incidents/a.html"),
        ("incidents/a/", "", "../../"),
        ("", "incidents/a/", "incidents/a/"),
        ("", "", "."),
    ],
)
def test_links_are_relative(here: str, there: str, link: str) -> None:
    assert relative(here, there) == link


@pytest.mark.parametrize(
    ("directory_urls", "page", "file", "listing"),
    [
        (True, "incidents/a/", "incidents/a/index.html", "incidents/"),
        (False, "incidents/a.html", "incidents/a.html", "incidents/index.html"),
    ],
)
def test_addresses_with_and_without_folders(
    page: str, file: str, listing: str, *, directory_urls: bool
) -> None:
    addresses = Addresses(directory_urls)
    assert addresses.page("incidents", "a") == page
    assert addresses.file(page) == file
    assert addresses.listing("incidents") == listing
