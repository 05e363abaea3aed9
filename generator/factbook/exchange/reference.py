"""The page on the format of fact files, made from the types, the vocabulary and example files.

`python -m factbook.exchange.reference` writes site_src/format.md anew; a test asks that it be so.
"""

from __future__ import annotations

import sys
from importlib import resources
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factbook.exchange.flow import flow
from factbook.exchange.shapes_in_words import shape_in_words
from factbook.exchange.vocabulary_page import vocabulary_lines
from factbook.facts.model import FOLDER_OF, Subject
from factbook.facts.reference import explained
from factbook.facts.shapes import FILES, all_records, fields_of, in_words, said_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.shapes import FieldShape
    from factbook.facts.vocabulary import Record

PAGE = "site_src/format.md"
EXAMPLES = {  # kind of file -> the example shown for it; a test decodes and checks them
    "incident": "facts/incidents/2031-05-02-harbour-blast.yaml",
    "statement": "facts/statements/2031-05-02-port-authority.yaml",
    "actor": "facts/actors/telmora-port-authority.yaml",
    "place": "facts/places/telmora-harbour.yaml",
    "source": "facts/sources/telmora-courier-2031-05-03.yaml",
    "vocabulary": "facts/vocabulary.yaml",
    "lineage": "facts/lineage.yaml",
}
INTRODUCTION = """\
---
description: Every kind of fact file, every field, and the words that claims can use
---

<!-- Made by `python -m factbook.exchange.reference`; change the types, reference.yaml or
builtin.yaml instead. -->

# The format

One file for each subject and source, in YAML. The file's name, without `.yaml`, is its id:
lower-case letters, digits and hyphens, and no two files share one. Files may lie in folders of your
own below those named here. Every value is read as text, so quotation marks are needed only where
YAML would stumble. `factbook schema` gives an editor the same knowledge. The example files are
invented.
"""
SHARED = """\
Incidents, statements, actors and places are subjects. What they share:
"""


def format_page() -> str:
    """The page as Markdown."""
    return "\n".join([*_opening(), *_files(), *_parts(), *vocabulary_lines()]).rstrip() + "\n"


def examples() -> dict[str, bytes]:
    """The example dossier: path -> content."""
    base = Path(str(resources.files("factbook.exchange").joinpath("examples")))
    return {
        path.relative_to(base).as_posix(): path.read_bytes()
        for path in sorted(base.rglob("*.*"))
        if path.suffix in {".yaml", ".lock"}
    }


def _opening() -> Iterator[str]:
    yield INTRODUCTION
    yield "| file | is |"
    yield "|---|---|"
    for kind, record in FILES.items():
        where = f"facts/{FOLDER_OF[kind]}/ID.yaml" if kind in FOLDER_OF else f"facts/{kind}.yaml"
        yield f"| [`{where}`](#{_anchor(record)}) | {said_of(record)} |"
    yield ""


def _files() -> Iterator[str]:
    """Each kind of file: its fields, and an example."""
    shown = examples()
    yield f"## What all subjects have\n\n{SHARED}"
    yield from _table(fields_of(Subject))
    for kind, record in FILES.items():
        yield f"## {in_words(record)}\n\n{said_of(record)}\n"
        own = [one for one in fields_of(record) if one.owner != Subject.__name__]
        yield from _table(own)
        path = EXAMPLES[kind]
        yield f"`{PurePosixPath(path)}`:\n\n```yaml\n{shown[path].decode().rstrip()}\n```\n"


def _parts() -> Iterator[str]:
    """What files are made of: claims, citations and the smaller records."""
    yield "## Parts of files\n"
    files = {record.__name__ for record in FILES.values()}
    for name, record in all_records().items():
        if name not in files:
            yield f"### {in_words(record)}\n\n{said_of(record)}\n"
            yield from _table(fields_of(record))


def _table(fields: list[FieldShape] | tuple[FieldShape, ...]) -> Iterator[str]:
    yield "| field | takes | means | example |"
    yield "|---|---|---|---|"
    for field in fields:
        says = explained(field)
        must = "<br>**required**" if field.required else ""
        default = f" Left out: `{field.default}`." if field.default else ""
        cells = (
            f"`{field.key}`{must}",
            shape_in_words(field.shape, says.ids),
            f"{says.means}{default}",
            f"`{flow(says.example)}`" if says.example else "",
        )
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
    yield ""


def _anchor(record: type[Record]) -> str:
    return in_words(record).lower().replace(" ", "-")


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else PAGE)
    target.write_text(format_page(), encoding="utf-8")
    sys.stdout.write(f"{target} is up to date\n")
