"""The page of sourcing conflicts: every conflict of the dossier as a card, the gravest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.pages.conflict import conflict_view
from factbook.pages.judgement import declared_views
from factbook.pages.view import Page
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from factbook.pages.contested import ConflictView, DeclaredView
    from factbook.pages.links import Desk

GRAVEST_FIRST = {"high": 0, "moderate": 1, "low": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictsPage(Page):
    """The view of all conflicts."""

    template: ClassVar[str] = "conflicts.html"
    is_list: ClassVar[bool] = True
    conflicts: tuple[ConflictView, ...]
    declared: tuple[DeclaredView, ...]


def conflicts_page(desk: Desk) -> ConflictsPage:
    """The page of all conflicts."""
    views = [conflict_view(one, desk) for one in desk.weighing.conflicts.values()]
    declared = [one for name in desk.ledger.subjects.records for one in declared_views(name, desk)]
    return ConflictsPage(
        id="conflicts",
        section="conflicts",
        address=desk.here,
        title="Conflicts",
        description=f"Where sources disagree: {counted(len(views) + len(declared), 'conflict')}.",
        declared=tuple(declared),
        conflicts=tuple(sorted(views, key=lambda view: (GRAVEST_FIRST[view.severity], view.id))),
    )
