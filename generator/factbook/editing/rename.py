"""Rename an id everywhere: the file or claim itself, all that name it, pages and navigation.

Every edit is computed and checked before anything is handed on to be written.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.diagnostics.spot import Spot
from factbook.editing.nodes import Collection, Scalar
from factbook.editing.opening import Lines
from factbook.editing.references import PROSE, Renaming, attribute_beside
from factbook.editing.splices import (
    Opened,
    Splice,
    entry_of,
    field_added,
    line_added,
    opened,
    replaced,
)
from factbook.facts.decoding import is_id
from factbook.facts.fields import claim_fields, field_order, leaves, record_type
from factbook.facts.model import FOLDER_OF
from factbook.reading.document import parse_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.diagnostics.spot import Route
    from factbook.facts.ledger import Ledger
    from factbook.facts.vocabulary import Record
    from factbook.reading.tree import Tree

MOVED = "moved_from"


@dataclass(frozen=True, slots=True)
class Edits:
    """What is to be written: path -> bytes; and the paths that are to go."""

    written: dict[str, bytes] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)


def renaming_of(old: str, new: str, ledger: Ledger) -> Renaming | str:
    """The renaming that two arguments ask for, or why it cannot be.

    Both are ids of files, or both are `SUBJECT#CLAIM` with the same subject.
    """
    subject, sign, claim = old.partition("#")
    records = ledger.subjects.records
    if subject not in records:
        return f"there is no {subject}: {did_you_mean(subject, records, 'see facts/ for the ids')}"
    folder = FOLDER_OF[ledger.subjects.kinds[subject]]
    ids = frozenset(records)
    if not sign:
        taken = _taken(new, ids, {name: records[name].moved_from for name in ids - {old}})
        return taken or Renaming(old, new, folder, ids=ids)
    target, new_sign, new_claim = new.partition("#")
    if not new_sign or target != subject:
        return f"a claim stays in its file: write {subject}#NEWCLAIM instead of {new}"
    record = ledger.subject(subject)
    claims = record.claims if record else {}
    if claim not in claims:
        return f"{subject} has no claim {claim}: {did_you_mean(claim, claims, 'see its file')}"
    earlier = {name: entry.moved_from for name, entry in claims.items() if name != claim}
    taken = _taken(new_claim, frozenset(claims), earlier)
    return taken or Renaming(claim, new_claim, folder, subject, ids)


def _taken(new: str, ids: frozenset[str], earlier: Mapping[str, tuple[str, ...]]) -> str:
    """Why a new id cannot be; empty where it can."""
    if not is_id(new):
        return f"{new or 'nothing'} is no id: use lower-case letters, digits and hyphens"
    if new in ids:
        return f"{new} is taken: choose another id"
    for name, moved in earlier.items():
        if new in moved:
            return f"{new} leads to {name}, which was called so before: choose another id"
    return ""


def rename_in_facts(renaming: Renaming, tree: Tree, facts: str, ledger: Ledger) -> Edits | Problem:
    """The edits of all fact files; a problem where one of them would not come out as it must."""
    edits = Edits()
    target = ledger.subjects.paths[renaming.subject or renaming.old]
    for path, content in tree.items():
        record = record_type(path, facts)
        file = opened(path, content) if record else None
        if isinstance(file, Problem):
            return file
        if file is None or record is None:
            continue
        made = _edited(file, record, renaming, ledger, is_target=path == target)
        if isinstance(made, Problem):
            return made
        moves = path == target and not renaming.subject
        new_path = str(PurePosixPath(path).with_name(f"{renaming.new}.yaml")) if moves else path
        if moves:
            edits.removed.append(path)
        if moves or made != content:
            edits.written[new_path] = made
    return edits


def _edited(
    file: Opened, record: type[Record], renaming: Renaming, ledger: Ledger, *, is_target: bool
) -> bytes | Problem:
    """The bytes of one file after the renaming, checked against the data they should have."""
    home = PurePosixPath(file.path).stem
    wanted: Any = deepcopy(file.data)
    splices: list[Splice] = []
    for route, text, splice in _changed(file, record, renaming, ledger, home):
        _put(wanted, route, text)
        splices.append(splice)
    if is_target:
        splices += _at_target(file, record, renaming, wanted)
    made = file.spliced(splices)
    after = parse_file(file.path, made)
    if isinstance(after, Problem) or _comparable(after.data) != _comparable(wanted):
        message = "the new name cannot be put into this file without changing more"
        mend = "run `factbook fmt` on it first; if that does not help, please report it"
        return Problem("rename-fault", message, Spot(file.path), mend)
    return made


def _changed(
    file: Opened, record: type[Record], renaming: Renaming, ledger: Ledger, home: str
) -> Iterator[tuple[Route, str, Splice]]:
    """Every text of a file that changes: its route, its new form, and the splice that makes it."""
    attributes = ledger.vocabulary.attributes
    for leaf in leaves(file.data, record):
        attribute = attribute_beside(file.data, leaf, attributes)
        text = renaming.of_leaf(leaf, home, attribute)
        scalar = file.scalar(leaf.route)
        if text == leaf.text or scalar is None:
            continue
        if (leaf.record, leaf.field) in PROSE:
            source = renaming.of_prose(scalar.source, home)
            yield leaf.route, text, Splice(scalar.start, scalar.end, source)
        else:
            yield leaf.route, text, replaced(scalar, text)


def _at_target(
    file: Opened, record: type[Record], renaming: Renaming, wanted: dict[str, Any]
) -> Iterator[Splice]:
    """The splices in the file itself: the claim's key, and the name it had before."""
    holder, node, order = wanted, file.root, field_order(record)
    if renaming.subject:
        claims = file.node(("claims",))
        entry = entry_of(claims, renaming.old) if claims else None
        if entry is None or entry.key is None or not isinstance(entry.value, Collection):
            return
        yield replaced(entry.key, renaming.new)
        wanted["claims"] = {
            renaming.new if name == renaming.old else name: claim
            for name, claim in wanted["claims"].items()
        }
        holder, node, order = wanted["claims"][renaming.new], entry.value, claim_fields()
    before = list(holder.get(MOVED, []))
    kept = [renaming.old if name == renaming.new else name for name in before]
    holder[MOVED] = kept if renaming.old in kept else [*kept, renaming.old]
    yield _moved(file, node, order, renaming)


def _moved(file: Opened, mapping: Collection, order: tuple[str, ...], renaming: Renaming) -> Splice:
    """The splice that notes the earlier name; going back takes the place of the name gone to."""
    entry = entry_of(mapping, MOVED)
    if entry is None:
        return field_added(file, mapping, order, f"{MOVED}: [{renaming.old}]")
    names = entry.value
    if not isinstance(names, Collection) or not names.entries:
        return Splice(names.start, names.end, f"[{renaming.old}]")
    for item in names.entries:
        if isinstance(item.value, Scalar) and item.value.data == renaming.new:
            return replaced(item.value, renaming.old)
    last = names.entries[-1]
    if names.flow:
        return Splice(last.value.end, last.value.end, f", {renaming.old}")
    return line_added(file, last, f"{' ' * names.column}- {renaming.old}")


def _put(data: Any, route: Route, text: str) -> None:  # noqa: ANN401 - a mapping or list at a step
    for step in route[:-1]:
        data = data[step]
    data[route[-1]] = text


def _comparable(data: Any) -> str:  # noqa: ANN401 - any data of a file
    """Data as a text that shows all there is but where `moved_from` stands among other fields."""
    copy = deepcopy(data)
    found = [copy.pop(MOVED, None)]
    claims = copy.get("claims")
    entries = claims.values() if isinstance(claims, dict) else ()
    found += [entry.pop(MOVED, None) for entry in entries if isinstance(entry, dict)]
    return repr((copy, found))


def rename_in_pages(renaming: Renaming, pages: Tree) -> dict[str, bytes]:
    """The Markdown pages that change; one that is not UTF-8 cites nothing."""
    edited: dict[str, bytes] = {}
    for path, content in pages.items():
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            continue
        made = renaming.of_prose(text).encode()
        if made != content:
            edited[path] = made
    return edited


def rename_in_navigation(renaming: Renaming, path: str, content: bytes) -> bytes:
    """The configuration with the addresses in its `nav` renamed."""
    document = parse_file(path, content.replace(b"\r\n", b"\n"), strict=False)
    if isinstance(document, Problem):
        return content
    lines = Lines(document.text)
    splices = []
    for (route, is_key), span in document.spans.items():
        start = lines.offset(span.line, span.column)
        end = lines.offset(span.end_line, span.end_column)
        source = document.text[start:end]
        within = route[:1] == ("nav",) and not is_key and "\n" not in source
        if within and source[:1] not in {"[", "{"} and not source.startswith("- "):
            made = renaming.of_prose(source)
            splices += [Splice(start, end, made)] if made != source else []
    root = Collection(0, 0, 0, mapping=True, flow=False)
    return Opened(path, content, document.text, {}, root).spliced(splices)
