"""A dossier opened for reading: what `list`, `show`, `why`, `todo` and `schema` start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factbook.cli.console import console, fail, report
from factbook.diagnostics.formats import summed_up
from factbook.diagnostics.problem import Severity
from factbook.pages.addresses import Addresses
from factbook.pages.links import Desk
from factbook.pipeline import examine

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.dossier import Dossier


def opened(root: Path, second: Path | None = None, *, strict: bool = False) -> Dossier:
    """The dossier in a folder, with a word on its errors; `strict` takes none.

    `second` is a root that adds to it. Outside of a dossier nothing can be read at all.
    """
    dossier = examine(root, second)
    errors = [one for one in dossier.problems if one.severity is Severity.ERROR]
    if not dossier.ledger.subjects.files and errors:
        report(dossier, errors)
        fail("there are no facts to read")
    if errors:
        command = f"factbook check --with {second}" if second else "factbook check"
        say = f"the facts have problems ({summed_up(errors)}), which `{command}` explains"
        if strict:
            fail(say)
        console(error=True).print(Text(f"{say}; what is broken is left out", style="warning"))
    return dossier


def desk_of(dossier: Dossier) -> Desk:
    """What views are made from, where no page links anywhere."""
    return Desk(dossier.ledger, dossier.weighing, Addresses(), "", dossier.evidence)
