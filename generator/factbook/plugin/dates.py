"""Dates in what MkDocs writes: none that only says on which day a site was built.

The same input gives the same bytes, so a site map has no `lastmod` of today, and what it is packed
into has no time. Who wants a date sets SOURCE_DATE_EPOCH, which MkDocs obeys.
"""

from __future__ import annotations

import gzip
import os
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mkdocs.structure.files import File

EPOCH = "SOURCE_DATE_EPOCH"


def without_today(files: Iterable[File]) -> list[File]:
    """The files of a site map; without a date where it would be that of the build."""
    return [file if EPOCH in os.environ else _undated(file) for file in files]


def repacked(site: Path) -> None:
    """Pack the site map of a site again, with no time but a chosen one."""
    path = site / "sitemap.xml"
    if path.is_file():
        time = int(os.environ.get(EPOCH, "0"))
        with (
            path.with_name("sitemap.xml.gz").open("wb") as target,
            gzip.GzipFile("", "wb", fileobj=target, mtime=time) as packed,
        ):
            packed.write(path.read_bytes())


def _undated(file: File) -> File:
    """As much of a file as the site map asks for."""
    page = file.page
    if page is None:
        return file
    shown = SimpleNamespace(
        is_link=page.is_link,
        canonical_url=page.canonical_url,
        abs_url=page.abs_url,
        update_date="",
        meta=page.meta,
        title=page.title,
    )
    return cast("File", SimpleNamespace(page=shown, src_uri=file.src_uri, url=file.url))
