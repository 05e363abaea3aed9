"""The `factbook` section of mkdocs.yml, read without loading MkDocs.

mkdocs.yml may use tags and anchors of other tools, so it is parsed leniently. ProperDocs reads the
same file, and calls its own properdocs.yml.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Route, Spot
from factbook.reading.document import Document, parse_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.reading.parser import Data

CONFIGURATION = "mkdocs.yml"
NAMES = (CONFIGURATION, "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
PLUGIN = "factbook"
DEEPEST_INHERITANCE = 5


@dataclass(frozen=True, slots=True)
class Section:
    """The plugin's options as text data, the document they stand in, and the route to them there.

    `site_name` is what the dossier is called, `site_description` what it says that it is.
    `documents` are all files of the configuration: each inherits from the next.
    """

    options: dict[str, Data]
    document: Document
    route: Route
    site_name: str = ""
    site_description: str = ""
    documents: tuple[Document, ...] = ()

    def setting(self, name: str) -> tuple[Data | None, Spot]:
        """A setting of the documentation engine, and where it stands."""
        for document in self.documents:
            if isinstance(document.data, dict) and name in document.data:
                return document.data[name], Spot(document.path, (name,))
        return None, Spot(self.document.path)


def configuration_in(root: Path) -> str:
    """The name of the file that configures the engine: the first that is there."""
    return next((name for name in NAMES if (root / name).is_file()), CONFIGURATION)


def read_section(root: Path, name: str = "") -> Section | Problem:
    """The options of the plugin in a dossier's configuration, or why there are none.

    `name` is the file to read; without it, the first that is there of those an engine looks for.
    """

    def read(name: str) -> bytes | None:
        try:
            return (root / name).read_bytes()
        except OSError:
            return None

    found = section_in(read, (name,) if name else NAMES)
    if found is None:
        mend = "run this in the folder of a dossier, or start one with `factbook new FOLDER`"
        message = f"there is no {name or CONFIGURATION} here that can be read"
        return Problem("no-dossier", message, Spot(name or CONFIGURATION), mend)
    return found


def section_in(
    read: Callable[[str], bytes | None], names: tuple[str, ...] = NAMES
) -> Section | Problem | None:
    """The options of the plugin in the first file of `names` that `read` has; None: it has none."""
    for name in names:
        content = read(name)
        if content is not None:
            return section_of(content, read, name)
    return None


def section_of(
    content: bytes, read: Callable[[str], bytes | None], path: str = CONFIGURATION, depth: int = 0
) -> Section | Problem:
    """The options of the plugin in the text of a mkdocs.yml, or why there are none.

    Where the file names no plugins and inherits from another, they are looked for there; `read`
    gives the bytes of a file by its path.
    """
    document = parse_file(path, content, strict=False)
    if isinstance(document, Problem):
        return document
    data = document.data if isinstance(document.data, dict) else {}
    parent = data.get("INHERIT")
    if "plugins" not in data and isinstance(parent, str) and depth < DEEPEST_INHERITANCE:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(path), parent))
        inherited = read(name)
        if inherited is not None:
            section = section_of(inherited, read, name, depth + 1)
            if isinstance(section, Problem):
                return section
            return _called(replace(section, documents=(document, *section.documents)), data)
    found = _section(data.get("plugins"), PLUGIN)
    if found is None:
        mend = f"add `plugins: [{PLUGIN}]` to {path}"
        message = f"{path} does not use the plugin {PLUGIN}"
        return Problem("no-dossier", message, Spot(path), mend)
    options, route = found
    return _called(Section(options, document, ("plugins", *route), documents=(document,)), data)


def _called(section: Section, data: dict[str, Data]) -> Section:
    """The section with what a mkdocs.yml calls the dossier, and says of it, as far as it does."""
    name, description = data.get("site_name"), data.get("site_description")
    return replace(
        section,
        site_name=name if isinstance(name, str) else section.site_name,
        site_description=description if isinstance(description, str) else section.site_description,
    )


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
