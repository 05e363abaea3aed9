"""A state of a dossier that was whole: each page is drawn when it is asked for, and once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.exchange.data_schema import schema_files
from factbook.outputs.data.files import data_files
from factbook.pages.compose import Site, plan_of, plans
from factbook.pages.links import Desk
from factbook.rendering.page import Waiting, draw_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from factbook.dossier import Dossier
    from factbook.pages.addresses import Addresses
    from factbook.pages.compose import Plan
    from factbook.rendering.page import Drawn


class State:
    """A dossier with the templates it is drawn with.

    `before` draws what these templates cannot: they may have been edited badly.
    """

    def __init__(
        self,
        dossier: Dossier,
        addresses: Addresses,
        templates: Environment,
        before: Environment | None = None,
    ) -> None:
        self.dossier, self.addresses = dossier, addresses
        self.templates, self.before = templates, before
        desk = Desk(dossier.ledger, dossier.weighing, addresses, "", dossier.evidence)
        self._site = Site(desk, dossier.settings.severity, dossier.own)
        self._drawn: dict[str, tuple[Drawn | None, Problem | None]] = {}

    def page(self, file: str) -> tuple[Drawn | None, Problem | None]:
        """The page that a file of the site would hold, and what is wrong with its template."""
        if file not in self._drawn and (plan := self.plan(file)):
            self._drawn[file] = self._draw(plan)
        return self._drawn.get(file, (None, None))

    def plan(self, file: str) -> Plan | None:
        """How the page is made that a file of the site would hold, if there is one.

        Of records that is known at once; all other pages are planned when one is asked for.
        """
        name = file.partition("/")[2].removesuffix("/index.html").removesuffix(".html")
        if name in self.dossier.ledger.subjects.records:
            plan = plan_of(name, self._site)
            if self.addresses.file(plan.address) == file:
                return plan
        return self.entries.get(file)

    @cached_property
    def entries(self) -> dict[str, Plan]:
        """All pages by their files."""
        return {self.addresses.file(plan.address): plan for plan in plans(self._site)}

    @cached_property
    def data(self) -> dict[str, bytes]:
        """The data files by name, made when the first is asked for."""
        made = self.dossier
        found = data_files(
            made.ledger,
            made.weighing,
            self.addresses,
            made.own.title,
            schema_files(),
            made.evidence,
        )
        return dict(found)

    def waiting(self) -> Sequence[Waiting]:
        """All pages as MkDocs sees them: addresses, and anchors if it asks for one."""
        return [Waiting(plan, self._asked) for plan in self.entries.values()]

    def _asked(self, plan: Plan) -> Drawn | Problem:
        drawn, problem = self.page(self.addresses.file(plan.address))
        found = drawn or problem
        if found is None:
            raise AssertionError("what is planned is drawn, or its template has a problem")
        return found

    def _draw(self, plan: Plan) -> tuple[Drawn | None, Problem | None]:
        view = plan.compose()
        drawn = draw_page(view, self.templates)
        if not isinstance(drawn, Problem):
            return drawn, None
        again = draw_page(view, self.before) if self.before is not None else drawn
        return (None if isinstance(again, Problem) else again), drawn
