"""The page at an address that has moved: it leads on to where the record is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from factbook.facts.model import FOLDER_OF
from factbook.pages.addresses import CONFLICTS, relative
from factbook.pages.rows import conflicts_of, declared_of
from factbook.pages.view import Link, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.pages.links import Desk

SCRIPT = "assets/redirect.js"


class Redirect(NamedTuple):
    """A former id in a section, where its page was, and the id and address it has now.

    `subject` is the record it is about: itself, or that of a conflict.
    """

    former: str
    section: str
    here: str
    there: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage(Page):
    """The view of an address that has moved."""

    template: ClassVar[str] = "redirect.html"
    is_framed: ClassVar[bool] = False
    target: Link
    script: str


def redirects(desk: Desk) -> Iterator[Redirect]:
    """What each id that a record had before leads to: its page, and those of its conflicts."""
    ledger, addresses = desk.ledger, desk.addresses
    for name, record in ledger.subjects.records.items():
        section = FOLDER_OF[ledger.subjects.kinds[name]]
        disputes = dict.fromkeys(
            one.id for one in (*conflicts_of(name, desk), *declared_of(name, desk))
        )
        for former in record.moved_from:
            here = addresses.page(section, former)
            yield Redirect(former, section, here, addresses.page(section, name), name)
            for dispute in disputes:
                old = f"{former}{dispute.removeprefix(name)}"
                here = addresses.page(CONFLICTS, old)
                yield Redirect(old, CONFLICTS, here, addresses.page(CONFLICTS, dispute), name)


def redirect_page(redirect: Redirect, desk: Desk) -> RedirectPage:
    """The page at an address that has moved."""
    title = desk.ledger.title(redirect.subject)
    return RedirectPage(
        id=redirect.former,
        section=redirect.section,
        address=redirect.here,
        title=title,
        description=f"Moved: {title}",
        target=Link(title, relative(redirect.here, redirect.there)),
        script=relative(redirect.here, SCRIPT),
    )
