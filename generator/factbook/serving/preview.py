"""What is served: the last state that was whole, and what is wrong now.

One thread renews it, many ask for pages; they meet in `Now`, which is replaced and never changed.
"""

from __future__ import annotations

import shutil
import threading
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity, is_fatal
from factbook.facts.prose import mentions
from factbook.outputs.publishing.site import Published, put_right
from factbook.plugin.surroundings import Surroundings, surround
from factbook.rendering.templates import compiled
from factbook.serving.engine_words import Said, in_words, said
from factbook.serving.panel import panel_of
from factbook.serving.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from factbook.dossier import Dossier
    from factbook.facts.decoding import ClaimKey
    from factbook.pages.addresses import Addresses
    from factbook.rendering.page import Outline
    from factbook.serving.resident import Resident

    Report = Callable[[Dossier, Sequence[Problem], Sequence[str]], None]

FIRST_VERSION = int(time.time() * 1000)  # pages of an earlier server reload, too


@dataclass(frozen=True)
class Now:
    """What is shown at one moment; `state` is None if none was ever whole."""

    surroundings: Surroundings
    state: State | None = None
    dossier: Dossier | None = None
    problems: tuple[Problem, ...] = ()
    version: int = FIRST_VERSION
    panels: dict[Problem | None, str] = field(default_factory=dict)

    def panel(self, own: Problem | None = None) -> str:
        """What is wrong, as HTML; `own` is what is wrong with the page alone."""
        if own not in self.panels:
            shown = (*self.problems, own) if own else self.problems
            found = self.dossier.located(shown) if self.dossier else []
            failures, told = self.of_engine
            every = [*found, *failures.placed, *told.placed]
            self.panels[own] = panel_of(every, failures.words, told.words)
        return self.panels[own]

    @property
    def of_engine(self) -> tuple[Said, Said]:
        """What kept the engine from drawing, and what it warns of."""
        drawn, tree = self.surroundings, self.dossier.tree if self.dossier else {}
        failures = (drawn.failure,) if drawn.failure else ()
        return said(failures, Severity.ERROR, tree), said(drawn.told, Severity.WARNING, tree)


class Preview:
    """A dossier that is served from `origin`, with a private folder for what MkDocs draws.

    `report` is told what is wrong whenever that has changed.
    """

    def __init__(self, resident: Resident, folder: Path, origin: str, report: Report) -> None:
        self.resident, self.folder, self.origin = resident, folder, origin
        self.report = report
        self.changed = threading.Condition()
        self.is_over = False
        self._templates: Environment | None = None
        self._number = 0
        self._told: object = None
        self.rescued = Published()  # what a killed build had left of the site
        self.now = Now(Surroundings(folder))
        self._renew_facts(self._renew_templates())
        self._renew_surroundings()
        if self.now.surroundings.site is not None:
            self.rescued = put_right(self.now.surroundings.site)
        self._show()

    @property
    def watched(self) -> list[Path]:
        """The files and folders that what is shown depends on."""
        return list(dict.fromkeys([*self.resident.folders, *self.now.surroundings.watched]))

    def renew(self, paths: set[Path]) -> None:
        """Take in that files have changed, or may have."""
        dossier = self.resident.dossier
        everything = any(path.suffix == ".yml" for path in paths)
        self.resident.update(paths)
        of_templates = everything or self._are_below(paths, [self.resident.folders[-1]])
        if of_templates or self.resident.dossier is not dossier:
            faults = self._renew_templates() if of_templates else self._faults
            self._renew_facts(faults)
            self._show()
        cited = _cited(dossier) != _cited(self.resident.dossier)
        if everything or cited or self._are_below(paths, self.now.surroundings.watched):
            self._renew_surroundings()
            self._show()

    def end(self) -> None:
        """Let everybody who waits for changes go."""
        with self.changed:
            self.is_over = True
            self.changed.notify_all()

    def wait(self, version: int, seconds: float) -> int:
        """Wait until what is shown is not `version`, or so long; what it is then."""
        with self.changed:
            self.changed.wait_for(lambda: self.is_over or self.now.version != version, seconds)
            return self.now.version

    def _renew_templates(self) -> list[Problem]:
        """Compile all templates anew; with faults the last that were whole stay."""
        own = self.resident.root / self.resident.dossier.settings.templates
        made, self._faults = compiled(own)
        if not self._faults or self._templates is None:
            self._before, self._templates = self._templates, made
        return self._faults

    def _renew_facts(self, faults: list[Problem]) -> None:
        dossier = self.resident.dossier
        problems = (*dossier.problems, *dossier.graded(faults))
        now = replace(self.now, dossier=dossier, problems=problems, panels={})
        is_whole = not is_fatal(dossier.problems, strict=False)
        if is_whole and self._templates is not None:
            addresses = now.surroundings.addresses
            state = State(dossier, addresses, self._templates, self._before)
            now = replace(now, state=state)
        self.now = now

    def _renew_surroundings(self) -> None:
        """Have MkDocs draw anew; what it cannot draw stays as it was, but for what it says."""
        self._number += 1
        folder = self.folder / str(self._number)
        made = surround(
            self.resident.root, folder, self.origin, self._waiting, self.resident.dossier
        )
        old = self.now.surroundings
        if made.failure:
            shutil.rmtree(folder, ignore_errors=True)
            watched = tuple(dict.fromkeys([*old.watched, *made.watched]))
            made = replace(old, failure=made.failure, told=made.told, watched=watched)
        elif old.folder != self.folder:
            shutil.rmtree(old.folder, ignore_errors=True)
        self.now = replace(self.now, surroundings=made, panels={})
        if made.addresses != old.addresses:
            self._renew_facts(self._faults)

    def _waiting(self, addresses: Addresses) -> Sequence[Outline]:
        """The pages of the state that is shown; of one that is not whole, if none was."""
        templates = self._templates
        if self.now.state is not None:
            shown = self.now.state
            state = State(shown.dossier, addresses, shown.templates, shown.before)
        elif templates is not None:
            state = State(self.resident.dossier, addresses, templates)
        else:
            return []
        return state.waiting()

    def _show(self) -> None:
        """Tell everybody who waits; and what is wrong, if that is new."""
        now = self.now
        with self.changed:
            self.now = replace(now, version=now.version + 1)
            self.changed.notify_all()
        failure = now.surroundings.failure
        everything = (now.problems, failure, now.surroundings.told)
        if now.dossier is not None and everything != self._told:
            self._told = everything
            self.report(now.dossier, now.problems, [*in_words(*now.of_engine)])

    @staticmethod
    def _are_below(paths: set[Path], folders: Sequence[Path]) -> bool:
        return any(path.is_relative_to(folder) for path in paths for folder in folders)


def _cited(dossier: Dossier) -> dict[ClaimKey, object]:
    """What hand-written pages cite, as it would be shown."""
    ledger, conflict_of = dossier.ledger, dossier.weighing.conflict_of
    pages = (text for path, text in dossier.tree.items() if path.endswith(".md"))
    keys = {one.key for text in pages for one in mentions(text.decode("utf-8", "replace"), "")}
    return {key: (ledger.claims.get(key), key in conflict_of) for key in keys}
