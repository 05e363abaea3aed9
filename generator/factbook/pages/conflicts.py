"""The page of sourcing conflicts: every conflict of the dossier as a card, the gravest first.

What only looks like a conflict, and is declared a difference, stands apart from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.pages.conflict import conflict_view
from factbook.pages.judgement import declared_view
from factbook.pages.view import Page
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from factbook.pages.contested import ConflictView, DeclaredView
    from factbook.pages.links import Desk

GRAVEST_FIRST = {"high": 0, "moderate": 1, "low": 2, "none": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictsPage(Page):
    """The view of all conflicts."""

    template: ClassVar[str] = "conflicts.html"
    is_list: ClassVar[bool] = True
    conflicts: tuple[ConflictView, ...]
    declared: tuple[DeclaredView, ...]
    differences: tuple[DeclaredView, ...]


def conflicts_page(desk: Desk) -> ConflictsPage:
    """The page of all conflicts."""
    views = [conflict_view(one, desk) for one in desk.weighing.conflicts.values()]
    declared = [
        (one.kind is not None, declared_view(one, desk)) for one in desk.weighing.declared.values()
    ]
    real = [view for is_conflict, view in declared if is_conflict]
    return ConflictsPage(
        id="conflicts",
        section="conflicts",
        address=desk.here,
        title="Conflicts",
        description=f"Where sources disagree: {counted(len(views) + len(real), 'conflict')}.",
        declared=tuple(sorted(real, key=_gravest_first)),
        differences=tuple(view for is_conflict, view in declared if not is_conflict),
        conflicts=tuple(sorted(views, key=_gravest_first)),
    )


def _gravest_first(view: ConflictView | DeclaredView) -> tuple[int, str]:
    return GRAVEST_FIRST[view.severity], view.id
