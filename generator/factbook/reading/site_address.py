"""Where a site will stand, told from mkdocs.yml: below which path, in which form its addresses."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from factbook.reading.configuration import Section
    from factbook.reading.parser import Data

FALSE = frozenset({"false", "no", "off"})


def mount_of(section: Section) -> str | None:
    """The path that a site stands below, `/` or `/facts/`; None where nobody can tell.

    Without an address a site stands at a root.
    """
    address = _resolved(section.setting("site_url")[0])
    parts = urlsplit(address)
    if address and not parts.scheme:
        return None
    return parts.path if parts.path.endswith("/") else f"{parts.path}/"


def has_folders(section: Section) -> bool:
    """Whether each page has a folder of its own: `use_directory_urls`."""
    return str(section.setting("use_directory_urls")[0]).lower() not in FALSE


def _resolved(written: Data | None) -> str:
    """What `site_url` comes to; a list is `!ENV [NAME, …, otherwise]`, as the engine reads it."""
    if isinstance(written, list):
        *names, otherwise = [str(one) for one in written] or [""]
        return next(
            (os.environ[one] for one in (*names, otherwise) if one in os.environ), otherwise
        )
    if isinstance(written, str):
        return os.environ.get(written, written) if written.isidentifier() else written
    return ""
