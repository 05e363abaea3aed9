"""The `factbook` section of mkdocs.yml, read without loading MkDocs.

mkdocs.yml may use tags and anchors of other tools, so it is parsed leniently; a file it inherits
from is not followed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Route, Spot
from factbook.reading.document import Document, parse_file

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.reading.parser import Data

CONFIGURATION = "mkdocs.yml"
PLUGIN = "factbook"


@dataclass(frozen=True, slots=True)
class Section:
    """The plugin's options as text data, the whole document, and the route that leads to them."""

    options: dict[str, Data]
    document: Document
    route: Route

    @property
    def site_name(self) -> str:
        """What the dossier is called."""
        data = self.document.data
        name = data.get("site_name") if isinstance(data, dict) else None
        return name if isinstance(name, str) else ""


def read_section(root: Path) -> Section | Problem:
    """The options of the plugin in a dossier's mkdocs.yml, or why there are none."""
    try:
        content = (root / CONFIGURATION).read_bytes()
    except FileNotFoundError:
        mend = "run this in the folder of a dossier, or start one with `factbook new DIR`"
        return Problem("no-dossier", f"there is no {CONFIGURATION} here", Spot(CONFIGURATION), mend)
    except OSError as error:
        message = f"{CONFIGURATION} cannot be read: {error.strerror}"
        return Problem("unreadable", message, Spot(CONFIGURATION))
    return section_of(content)


def section_of(content: bytes) -> Section | Problem:
    """The options of the plugin in the text of a mkdocs.yml, or why there are none."""
    document = parse_file(CONFIGURATION, content, strict=False)
    if isinstance(document, Problem):
        return document
    plugins = document.data.get("plugins") if isinstance(document.data, dict) else None
    found = _section(plugins, PLUGIN)
    if found is None:
        mend = f"add `plugins: [{PLUGIN}]` to {CONFIGURATION}"
        message = f"{CONFIGURATION} does not use the plugin {PLUGIN}"
        return Problem("no-dossier", message, Spot(CONFIGURATION), mend)
    options, route = found
    return Section(options, document, ("plugins", *route))


def _section(plugins: Data | None, name: str) -> tuple[dict[str, Data], Route] | None:
    """MkDocs takes plugins as a list of names and mappings, or as one mapping."""
    entries: list[tuple[Data, Route]] = []
    if isinstance(plugins, dict):
        entries = [(plugins, ())]
    elif isinstance(plugins, list):
        entries = [(entry, (number,)) for number, entry in enumerate(plugins)]
    for entry, route in entries:
        if entry == name:
            return {}, route
        if isinstance(entry, dict) and name in entry:
            options = entry[name]
            return (options if isinstance(options, dict) else {}), (*route, name)
    return None
