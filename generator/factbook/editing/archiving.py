"""What was archived, put into its source's file: a splice that leaves all else to the letter."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Spot
from factbook.editing.adding import pair, scalar
from factbook.editing.nodes import Collection, Scalar, end_of
from factbook.editing.printing import STEP
from factbook.editing.splices import Splice, entry_of, field_added, line_added, opened, replaced
from factbook.facts.fields import field_order
from factbook.facts.model import EarlierSnapshot, Snapshot, Source
from factbook.reading.document import parse_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.editing.splices import Opened

SNAPSHOT, EARLIER = "snapshot", "earlier"
MEND = "run `factbook fmt` on it first; if that does not help, please report it"


def snapshot_recorded(path: str, content: bytes, found: Mapping[str, str]) -> bytes | Problem:
    """A source's file that names what was archived: `sha256`, `bytes`, and more, as texts.

    If it names another sha256 so far, that one joins the `earlier` ones. If it names the same, only
    what it lacks is added.
    """
    file = opened(path, content)
    if isinstance(file, Problem):
        return file
    if file is None:
        return Problem("wrong-shape", "this file is no mapping", Spot(path), "add a title")
    old = file.data.get(SNAPSHOT)
    wanted: Any = deepcopy(file.data)
    node = file.node((SNAPSHOT,))
    if old is None:
        wanted[SNAPSHOT] = dict(found)
        splices = [_whole(file, found)]
    elif not isinstance(old, dict) or not isinstance(node, Collection) or not node.entries:
        mend = "write it as `snapshot: {sha256: …}`, or take the line out"
        return Problem("wrong-shape", "snapshot takes a mapping", Spot(path, (SNAPSHOT,)), mend)
    else:
        before = _before(old) if old.get("sha256") != found["sha256"] else {}
        new = {key: text for key, text in found.items() if before or key not in old}
        wanted[SNAPSHOT] = {**old, **new}
        if before:
            wanted[SNAPSHOT][EARLIER] = [*old.get(EARLIER, []), before]
        splices = [*_earlier(file, node, before), *_fields(file, node, new)]
    made = file.spliced(splices)
    after = parse_file(path, made)
    if isinstance(after, Problem) or after.data != wanted:
        message = "what was archived cannot be put into this file without changing more"
        return Problem("archive-fault", message, Spot(path), MEND)
    return made


def _before(old: Mapping[str, Any]) -> dict[str, str]:
    """What the file says of the snapshot that is now an earlier one."""
    return {key: old[key] for key in field_order(EarlierSnapshot) if key in old}


def _whole(file: Opened, found: Mapping[str, str]) -> Splice:
    """The splice that adds `snapshot` to a file without one."""
    order = field_order(Source)
    if file.root.flow:
        return field_added(file, file.root, order, f"{SNAPSHOT}: {_in_braces(found)}")
    return field_added(file, file.root, order, "\n".join(pair(SNAPSHOT, found, 0)))


def _fields(file: Opened, node: Collection, new: Mapping[str, str]) -> Iterator[Splice]:
    """The splices that put other texts into a snapshot; what is added comes last field first."""
    order = field_order(Snapshot)
    for key, text in reversed(list(new.items())):
        entry = entry_of(node, key)
        if entry is None:
            yield field_added(file, node, order, f"{key}: {scalar(text, flow=node.flow)}")
        elif isinstance(entry.value, Scalar):
            yield replaced(entry.value, text)


def _earlier(file: Opened, node: Collection, before: Mapping[str, str]) -> Iterator[Splice]:
    """The splice that adds what was archived so far to the earlier snapshots, if it is another."""
    if not before:
        return
    entry = entry_of(node, EARLIER)
    if entry is None:
        lines = pair(EARLIER, (before,), node.column)
        line = f"{EARLIER}: [{_in_braces(before)}]" if node.flow else "\n".join(lines).lstrip()
        yield field_added(file, node, field_order(Snapshot), line)
        return
    listed = entry.value
    if not isinstance(listed, Collection) or not listed.entries:
        yield Splice(listed.start, listed.end, f"[{_in_braces(before)}]")
    elif listed.flow:
        end = end_of(listed.entries[-1].value)
        yield Splice(end, end, f", {_in_braces(before)}")
    else:
        lines = pair(EARLIER, (before,), max(listed.column - STEP, 0))[1:]
        indented = [" " * (listed.column - max(listed.column - STEP, 0) - STEP) + x for x in lines]
        yield line_added(file, listed.entries[-1], "\n".join(indented))


def _in_braces(fields: Mapping[str, str]) -> str:
    inside = ", ".join(f"{key}: {scalar(text, flow=True)}" for key, text in fields.items())
    return f"{{{inside}}}"
