"""How the files behind the site are checked: the manual of every rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.checks.manuals import manuals
from factbook.diagnostics.problem import Severity
from factbook.pages.view import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.diagnostics.manual import Manual

CHECKS = "checks"
TITLE = "How we check"
# None: the dossier has switched the rule off
OUTCOMES = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    None: "switched off here",
}


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule: its id, what follows from it on this site, and its manual.

    `sections` are headings with texts in Markdown; `example` is plain text, often empty.
    """

    anchor: str
    rule: str
    outcome: str
    title: str
    sections: tuple[tuple[str, str], ...]
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualPage(Page):
    """The view of all rules."""

    template: ClassVar[str] = "manual.html"
    is_list: bool = True
    rules: tuple[RuleView, ...]


def manual_page(address: str, grades: Mapping[str, Severity | None]) -> ManualPage:
    """The page at `address`, with the severities that the dossier has chosen in `grades`."""
    return ManualPage(
        id=CHECKS,
        section=CHECKS,
        address=address,
        title=TITLE,
        description="What is checked before anything is published, and why.",
        rules=tuple(_view(manual, grades) for manual in manuals().values()),
    )


def _view(manual: Manual, grades: Mapping[str, Severity | None]) -> RuleView:
    return RuleView(
        anchor=f"rule-{manual.rule}",
        rule=manual.rule,
        outcome=OUTCOMES[grades.get(manual.rule, manual.severity)],
        title=manual.title,
        sections=manual.sections,
        example=manual.example,
    )
