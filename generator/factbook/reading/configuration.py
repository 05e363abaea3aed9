"""The `factbook` section of mkdocs.yml, read without loading MkDocs.

mkdocs.yml may use tags and anchors of other tools, so it is parsed leniently; a file it inherits
from is not followed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Route, Spot
from factbook.reading.document import Document
from factbook.reading.parser import Data, parse
from factbook.reading.refusal import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

CONFIGURATION = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Section:
    """The plugin's options as text data, the whole document, and the route that leads to them."""

    options: dict[str, Data]
    document: Document
    route: Route


def read_section(root: Path, name: str = "factbook") -> Section | Problem:
    """The options of a plugin in a dossier's mkdocs.yml, or why there are none."""
    path = root / CONFIGURATION
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        mend = "run this in the folder of a dossier, or start one with `factbook new DIR`"
        return Problem("no-dossier", f"there is no {CONFIGURATION} here", Spot(CONFIGURATION), mend)
    except (OSError, UnicodeDecodeError) as error:
        return Problem(
            "unreadable", f"{CONFIGURATION} cannot be read: {error}", Spot(CONFIGURATION)
        )
    try:
        data = parse(text, strict=False)
    except RefusedError as error:
        return Problem("syntax", error.message, Spot(CONFIGURATION, span=error.span), error.mend)
    document = Document(CONFIGURATION, text, data, strict=False)
    plugins = data.get("plugins") if isinstance(data, dict) else None
    found = _section(plugins, name)
    if found is None:
        mend = f"add `plugins: [{name}]` to {CONFIGURATION}"
        message = f"{CONFIGURATION} does not use the plugin {name}"
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
