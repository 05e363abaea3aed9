"""A dossier opened for reading: what `list`, `show`, `why`, `todo` and `schema` start from."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.text import Text

from factbook.cli.console import FAILED, console, fail, report, stop_outside
from factbook.diagnostics.formats import summed_up
from factbook.diagnostics.problem import Problem, Severity
from factbook.pages.addresses import Addresses
from factbook.pages.links import Desk
from factbook.pipeline import examine
from factbook.reading.configuration import read_section

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.diagnostics.spot import Spot
    from factbook.dossier import Dossier
    from factbook.reading.configuration import Section


def opened(root: Path, second: Path | None = None, *, strict: bool = False) -> Dossier:
    """The dossier in a folder, with a word on its errors; `strict` takes none.

    `second` is a root that adds to it. Outside of a dossier nothing can be read at all.
    """
    stop_outside(root)
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


def configured(root: Path) -> Section:
    """The configuration of the dossier in a folder; ends with what is wrong with it."""
    stop_outside(root)
    section = read_section(root)
    if isinstance(section, Problem):
        report(examine(root), [section])
        sys.exit(FAILED)
    return section


def place_of(spot: Spot, dossier: Dossier) -> str:
    """`facts/incidents/fire.yaml:14`: the file of either root that wrote it, and the line there."""
    document = dossier.documents.get(spot.path)
    if document is None:
        return f"{spot.path}:1"
    written, where = document.source(spot)
    return f"{where.path}:{written.locate(where).line}"


def desk_of(dossier: Dossier) -> Desk:
    """What views are made from, where no page links anywhere."""
    return Desk(dossier.ledger, dossier.weighing, Addresses(), "", dossier.evidence)
