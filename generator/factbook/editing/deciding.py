"""Decisions about proposed links, kept in `facts/lineage.yaml`: one below the other, by their ids.

Ids come from a hash, so two editors who decide at the same time mostly write at different places of
a file that has many; where they meet, git asks, and both sides are right.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Spot
from factbook.editing.adding import New, pair
from factbook.editing.nodes import Collection
from factbook.editing.printing import STEP
from factbook.editing.splices import Opened, Splice, entry_of, line_added, opened, reach_of
from factbook.reading.document import Document, parse_file

if TYPE_CHECKING:
    from datetime import date

    from factbook.evidence.lineage.proposal import Proposal
    from factbook.facts.decisions import Decided

HEAD = "# What editors decided about links that `factbook lineage` proposed.\n"


class Reason(NamedTuple):
    """What was decided, why, by whom (where that is said) and when."""

    decided: Decided
    because: str
    by: str
    on: date


def decided(path: str, content: bytes, proposal: Proposal, reason: Reason) -> bytes | Problem:
    """The file of decisions with one more; an earlier one about the same is replaced.

    `content` is empty where there is no file yet.
    """
    fields: dict[str, New] = {
        "decided": reason.decided,
        "kind": proposal.kind,
        "of": (proposal.one, proposal.other),
        "because": " ".join(reason.because.split()),
        "by": reason.by,
        "on": reason.on.isoformat(),
        "texts": proposal.texts,
    }
    told = {name: value for name, value in fields.items() if value}
    name = _name(path, content, proposal)
    made = _with(path, content, name, "\n".join(pair(name, told, STEP)))
    after = made if isinstance(made, Problem) else parse_file(path, made)
    return after if isinstance(after, Problem) else made


def _name(path: str, content: bytes, proposal: Proposal) -> str:
    """Under which id a decision stands: that of an earlier one about the same, else a free one."""
    document = parse_file(path, content) if content.strip() else None
    data = document.data if isinstance(document, Document) else None
    made = data.get("decisions") if isinstance(data, dict) else None
    known = list(made) if isinstance(made, dict) else []
    same = [name for name in known if _is_about(made, name, proposal)]
    while not same and proposal.id in known:
        proposal = replace(proposal, twin=proposal.twin + 1)
    return same[0] if same else proposal.id


def undecided(path: str, content: bytes, proposal: Proposal) -> bytes | Problem:
    """The file of decisions without what was decided of a proposal, which is accepted after all."""
    file = opened(path, content)
    entry = entry_of(file.root, "decisions") if isinstance(file, Opened) else None
    listed = entry.value if entry else None
    if not isinstance(file, Opened) or entry is None or not isinstance(listed, Collection):
        return file if isinstance(file, Problem) else content
    kept = [] if listed.flow else listed.entries
    gone = [one for one in kept if _is_about(file.data["decisions"], str(one.name), proposal)]
    if gone and len(gone) == len(kept):
        start = file.text.index(":", entry.start) + 1
        return file.spliced([Splice(start, reach_of(entry), " {}")])
    return file.spliced(
        Splice(file.text.rindex("\n", 0, one.start), reach_of(one), "") for one in gone
    )


def _is_about(made: object, name: str, proposal: Proposal) -> bool:
    """Whether a decision is about what a proposal would link."""
    one = made.get(name) if isinstance(made, dict) else None
    if not isinstance(one, dict) or one.get("kind") != proposal.kind:
        return False
    return set(one.get("of", ())) == {proposal.one, proposal.other}


def _with(path: str, content: bytes, name: str, lines: str) -> bytes | Problem:
    """A file of decisions with the lines of one, in the order of ids."""
    if not content.strip():
        return f"{HEAD}decisions:\n{lines}\n".encode()
    file = opened(path, content)
    if isinstance(file, Problem):
        return file
    entry = entry_of(file.root, "decisions") if file else None
    listed = entry.value if entry else None
    if file and isinstance(listed, Collection) and not listed.entries:
        start = file.text.rindex(":", 0, listed.start) + 1
        return file.spliced([Splice(start, listed.end, f"\n{lines}")])
    if file is None or not isinstance(listed, Collection) or listed.flow:
        mend = "take the file out, and decide again"
        return Problem("link-fault", "no decision can be added to this file", Spot(path), mend)
    kept = listed.entries
    same = next((one for one in kept if one.name == name), None)
    if same:
        start = file.text.rindex("\n", 0, same.start) + 1
        return file.spliced([Splice(start, reach_of(same), lines)])
    earlier = [one for one in kept if str(one.name) < name]
    if earlier:
        return file.spliced([line_added(file, earlier[-1], lines)])
    start = file.text.rindex("\n", 0, kept[0].start) + 1
    return file.spliced([Splice(start, start, f"{lines}\n")])
