"""Templates that a dossier has copied to change them, and whether they are older than the tool.

A copy begins with a stamp: the digest of the template it was made from. When the package's template
is another by now, the copy may lack what newer pages show.
"""

from __future__ import annotations

import hashlib
import re
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity
from factbook.diagnostics.spot import Span, Spot
from factbook.rendering.templates import template_folder

if TYPE_CHECKING:
    from pathlib import Path

STAMPS = {
    ".html": "{{# made from {} #}}\n",
    ".txt": "{{# made from {} #}}\n",
    ".md": "{{# made from {} #}}\n",
    ".typ": "// made from {}\n",
    ".css": "/* made from {} */\n",
}
STAMP = re.compile(r"made from ([0-9a-f]{12})")
FIRST_LINE = Span(1, 1, 1, 2)
MEND = "compare it with the package's, take over what is new, and write `made from {}` on top"


class UnknownTemplateError(Exception):
    """The package has no template of that name, or the dossier has one already."""


def template_names() -> list[str]:
    """The names of all templates that can be copied: `site/incident.html` and so on."""
    folder = template_folder()
    found = (path for path in sorted(folder.rglob("*")) if path.suffix in STAMPS)
    return [path.relative_to(folder).as_posix() for path in found if path.name != "README.md"]


def copy_template(name: str, own: Path) -> Path:
    """Copy a template into the dossier's folder `own`, stamped; the file written."""
    names = template_names()
    if name not in names:
        raise UnknownTemplateError(f"there is no template {name}: {_hint(name, names)}")
    target = own / name
    if target.exists():
        raise UnknownTemplateError(f"{target} is there already")
    original = template_folder() / name
    target.parent.mkdir(parents=True, exist_ok=True)
    stamp = STAMPS[original.suffix].format(digest(original))
    target.write_text(stamp + original.read_text(encoding="utf-8"), encoding="utf-8")
    return target


def _hint(name: str, names: list[str]) -> str:
    """The templates whose name is nearest, which may be said without folder and ending."""
    spelled: dict[str, list[str]] = {}
    for one in names:
        path = PurePosixPath(one)
        for spelling in dict.fromkeys((one, path.name, path.stem)):
            spelled.setdefault(spelling, []).append(one)
    near = get_close_matches(name, spelled, n=1)
    if not near:
        return "`factbook template` lists them all"
    return f"did you mean {' or '.join(spelled[near[0]])}?"


def stale_templates(own: Path, shown_as: str) -> list[Problem]:
    """A warning for each template in `own` that was made from another than the package has now.

    `shown_as` is the folder's path within the dossier.
    """
    if own.resolve() == template_folder().resolve():
        return []  # the package's own dossier
    problems = []
    for name in template_names():
        try:
            content = (own / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            continue  # most are not there, and an editor may take one away at any moment
        current = _digest((template_folder() / name).read_bytes())
        stamp = STAMP.search(content.partition(b"\n")[0].decode("utf-8", "replace"))
        if (stamp and stamp[1] == current) or _digest(content) == current:
            continue
        made = "was made from an older one" if stamp else "does not say what it was made from"
        spot = Spot(f"{shown_as}/{name}", span=FIRST_LINE)
        message = f"this template {made}"
        mend = MEND.format(current)
        problems.append(Problem("stale-template", message, spot, mend, Severity.WARNING))
    return problems


def digest(path: Path) -> str:
    """The first twelve digits of a template's sha256."""
    return _digest(path.read_bytes())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
