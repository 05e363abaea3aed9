"""The page at an address that has moved: it leads on to where the record is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.facts.model import FOLDER_OF
from factbook.pages.links import Desk
from factbook.pages.view import Link, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger
    from factbook.pages.addresses import Addresses
    from factbook.weighing.weigh import Weighing


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage(Page):
    """The view of an address that has moved."""

    template: ClassVar[str] = "redirect.html"
    is_framed: ClassVar[bool] = False
    target: Link


def redirect_pages(
    ledger: Ledger, weighing: Weighing, addresses: Addresses
) -> Iterator[RedirectPage]:
    """A page for each id that a record had before."""
    for name, record in ledger.subjects.records.items():
        section = FOLDER_OF[ledger.subjects.kinds[name]]
        for former in record.moved_from:
            here = addresses.page(section, former)
            target = Desk(ledger, weighing, addresses, here).to(name)
            yield RedirectPage(
                id=former,
                section=section,
                address=here,
                title=record.title,
                description=f"Moved: {record.title}",
                target=target,
            )
