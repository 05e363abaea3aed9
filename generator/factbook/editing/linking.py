"""Links that editors accept, written into fact files: a field added, all around it as it was."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Spot
from factbook.editing.adding import New, item, pair, plain, scalar
from factbook.editing.nodes import Collection
from factbook.editing.splices import Opened, Splice, entry_of, field_added, line_added, opened
from factbook.facts.entries import Citation, ClaimEntry
from factbook.facts.fields import field_order
from factbook.facts.model import Source, Statement
from factbook.facts.prose import key_of
from factbook.reading.document import parse_file

if TYPE_CHECKING:
    from factbook.diagnostics.spot import Route
    from factbook.evidence.lineage.proposal import Proposal
    from factbook.facts.vocabulary import Record

_RECORDS: dict[str, type[Record]] = {
    "derives_from": Source,
    "perhaps_same": Statement,
    "echoes": ClaimEntry,
    "rendering": Citation,
}
MESSAGE = "this link cannot be added to the file without changing more"
MEND = "run `factbook fmt` on it first; if that does not help, please report it"


def subject_of(proposal: Proposal) -> str:
    """The id of the record in whose file an accepted link is written."""
    return proposal.one.partition("#")[0]


def linked(path: str, content: bytes, proposal: Proposal, because: str) -> bytes | Problem:
    """The file of `subject_of` a proposal with the link written into it."""
    link: dict[str, New] = {"certainty": proposal.certainty, "because": because}
    name, _, number = proposal.one.partition("@")
    at: Route = ("claims", key_of(name, "").claim)
    match proposal.kind:
        case "derives_from":
            value = {"source": proposal.other, **link}
            return _appended(path, content, "derives_from", value)
        case "perhaps_same":
            value = {"statement": proposal.other, **link}
            return _appended(path, content, "perhaps_same", value)
        case "echoes":
            value = {"claim": _from(proposal), **link}
            return _put(path, content, at, "echoes", value)
        case "rendering":
            at = (*at, "cite", int(number))
            return _put(path, content, at, "rendering", proposal.rendering)
    return Problem("link-fault", f"{proposal.kind} links nothing", Spot(path))


def _from(proposal: Proposal) -> str:
    """The claim that is echoed, as the file of the one that echoes names it."""
    subject, _, claim = proposal.other.partition("#")
    return claim if subject == subject_of(proposal) else proposal.other


def _appended(path: str, content: bytes, name: str, value: New) -> bytes | Problem:
    """A file with one more item at the end of a list of its own."""
    file = opened(path, content)
    if file is None or isinstance(file, Problem):
        return file or Problem("link-fault", MESSAGE, Spot(path), MEND)
    entry = entry_of(file.root, name)
    listed = entry.value if entry else None
    if not isinstance(listed, Collection):
        return _made(file, (), name, (value,), _field(file, file.root, name, (value,)))
    before = file.data[name]
    whole = [*before, plain(value)] if isinstance(before, list) else [plain(value)]
    if listed.flow:
        end = file.text.rindex("]", listed.start, listed.end)
        mark = ", " if listed.entries else ""
        start = len(file.text[:end].rstrip())
        splice = Splice(start, start, f"{mark}{_flow(value)}")
    else:
        lines = "\n".join(item(value, listed.column))
        splice = line_added(file, listed.entries[-1], lines)
    return _checked(file, (), name, whole, splice)


def _put(path: str, content: bytes, route: Route, name: str, value: New) -> bytes | Problem:
    """A file with a field added to one of its mappings, at its place."""
    file = opened(path, content)
    if file is None or isinstance(file, Problem):
        return file or Problem("link-fault", MESSAGE, Spot(path), MEND)
    mapping = file.node(route)
    if not isinstance(mapping, Collection) or entry_of(mapping, name):
        message = f"there is a field {name} already, or nothing to add it to"
        return Problem("link-fault", message, Spot(path, route), "look at the file")
    return _made(file, route, name, value, _field(file, mapping, name, value))


def _field(file: Opened, mapping: Collection, name: str, value: New) -> Splice:
    if mapping.flow:
        return field_added(file, mapping, field_order(_RECORDS[name]), f"{name}: {_flow(value)}")
    lines = "\n".join(pair(name, value, mapping.column))
    return field_added(file, mapping, field_order(_RECORDS[name]), lines.lstrip(" "))


def _flow(value: New) -> str:
    """A value on one line, as it stands within brackets."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_flow, value))}]"
    return (
        f"{{{', '.join(f'{scalar(key, flow=True)}: {_flow(one)}' for key, one in value.items())}}}"
    )


def _made(file: Opened, route: Route, name: str, value: New, splice: Splice) -> bytes | Problem:
    return _checked(file, route, name, plain(value), splice)


def _checked(file: Opened, route: Route, name: str, data: Any, splice: Splice) -> bytes | Problem:  # noqa: ANN401 - plain data
    """The spliced file, if it says what it said and the link besides."""
    made = file.spliced([splice])
    wanted: Any = deepcopy(file.data)
    holder = wanted
    for step in route:
        holder = holder[step]
    holder[name] = data
    after = parse_file(file.path, made)
    if isinstance(after, Problem) or after.data != wanted:
        return Problem("link-fault", MESSAGE, Spot(file.path, route), MEND)
    return made
