"""The files that `factbook lineage` writes: fact files with a link more, and the decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.cli.console import fail, report
from factbook.cli.writing import write_together
from factbook.diagnostics.problem import Problem, is_fatal
from factbook.facts.decoding import LINEAGE
from factbook.pipeline import examine_tree

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.dossier import Dossier


class Files:
    """The files that are to be written, each with all that has been added to it so far."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.decisions = f"{dossier.settings.facts}/{LINEAGE}"
        self.written: dict[str, bytes] = {}

    def content(self, path: str) -> bytes:
        """A file as it is by now; empty where there is none."""
        return self.written.get(path) or self.dossier.tree.get(path, b"")

    @property
    def decided(self) -> tuple[str, bytes]:
        """The file of decisions."""
        return self.decisions, self.content(self.decisions)

    def put(self, path: str, made: bytes | Problem) -> None:
        """Take up a file as it was made, or end with what is wrong."""
        if isinstance(made, Problem):
            report(self.dossier, [made])
            fail("nothing was written")
        self.written[path] = made

    def write(self, root: Path) -> None:
        """Write the files if the facts are as sound with them as before."""
        dossier, written = self.dossier, self.written
        below = f"{dossier.settings.facts}/"
        facts = {path: text for path, text in dossier.tree.items() if path.startswith(below)}
        tree = dict(sorted({**facts, **written}.items()))
        after = examine_tree(dossier.settings, tree, locks=dossier.locks)
        new = [one for one in after.problems if one not in set(dossier.problems)]
        if is_fatal(new, strict=False):
            report(after, new)
            fail("nothing was written")
        try:
            write_together(root, written)
        except OSError as error:
            fail(f"nothing was written: {error.filename}: {error.strerror}")
        report(after, [one for one in new if one.spot.path in written])
