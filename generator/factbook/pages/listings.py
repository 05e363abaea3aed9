"""Lists that several kinds of records have: claims by subject or by role, and other records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.pages.claims import by_attribute, by_subject
from factbook.pages.paging import CLAIMS, LINES
from factbook.pages.part import Listing, Shown
from factbook.pages.rows import date_of, latest_first, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factbook.facts.ledger import Claim
    from factbook.pages.links import Desk


def claims_by_subject(
    anchor: str, heading: str, claims: Sequence[Claim], lead: str = "", only_from: str = ""
) -> Listing[Claim]:
    """Claims of many files, subject by subject; `only_from` keeps the citations of one source."""

    def draw(some: Sequence[Claim], desk: Desk) -> Shown:
        return Shown(groups=by_subject(some, desk, only_from))

    return Listing(anchor, heading, "claim", claims, CLAIMS, draw, lead)


def claims_of_statement(claims: Sequence[Claim]) -> Listing[Claim]:
    """What a statement says, subject by subject."""

    def draw(some: Sequence[Claim], desk: Desk) -> Shown:
        return Shown(groups=by_subject(some, desk))

    return Listing("said", "What it says", "claim", claims, CLAIMS, draw, form="of one statement")


def claims_by_role(
    anchor: str, heading: str, claims: Iterable[Claim], desk: Desk, *, lead: str = ""
) -> Listing[Claim]:
    """Claims of many files whose values name a record, role by role: held responsible, target."""
    order = {name: number for number, name in enumerate(desk.ledger.vocabulary.attributes)}
    ordered = sorted(claims, key=lambda claim: order.get(claim.entry.attribute, len(order)))

    def draw(some: Sequence[Claim], at: Desk) -> Shown:
        return Shown(groups=by_attribute(some, at))

    return Listing(anchor, heading, "claim", ordered, CLAIMS, draw, lead, form="by role")


def records(anchor: str, heading: str, unit: str, names: Iterable[str], desk: Desk) -> Listing[str]:
    """Records, the latest first where they have dates, then by title."""
    ordered = latest_first(names, desk.ledger)

    def draw(some: Sequence[str], at: Desk) -> Shown:
        return Shown(rows=rows(some, at))

    return Listing(
        anchor,
        heading,
        unit,
        ordered,
        LINES,
        draw,
        date_of=lambda name: date_of(name, desk.ledger),
    )
