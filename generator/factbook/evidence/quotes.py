"""Whether the exact words of every quote stand in the document, and where.

What looks the same is the same (`folding`); what is left out is marked `[…]`; prefix and suffix, or
a locator that is written, decide where words stand more than once (`finding`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factbook.evidence.looking import confirms, look
from factbook.evidence.opening import open_all
from factbook.evidence.source_lock import key_of_quote
from factbook.evidence.standing import NO_EVIDENCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.diagnostics.problem import Problem
    from factbook.diagnostics.spot import Spot
    from factbook.evidence.looking import Opened, Outcome
    from factbook.evidence.source_lock import Line, Text
    from factbook.evidence.standing import Evidence
    from factbook.facts.entries import Citation
    from factbook.facts.ledger import Ledger

    Quote = tuple[str, str]  # the id of a source, and the hash of a quote


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification found.

    `found` counts the citations whose words stand in their documents, `recorded` those whose
    document is not at hand and that a lock knows. `lines` are the quotes that were found, `texts`
    the documents that were looked through, by id.
    """

    found: int
    recorded: int
    problems: tuple[Problem, ...]
    lines: Mapping[Quote, Line] = field(default_factory=dict)
    texts: Mapping[str, Text] = field(default_factory=dict)


def verify(
    ledger: Ledger,
    snapshots: Mapping[str, bytes],
    evidence: Evidence = NO_EVIDENCE,
    day: str = "",
    *,
    again: bool = False,
) -> Verified:
    """Look for every quote of the ledger in the snapshot of its source.

    `snapshots` leads from a sha256 to the bytes of a document; `evidence` is what locks record. A
    quote that they know as it is found keeps its day; all others get `day` (YYYY-MM-DD). `again`
    looks where the locks say that a quote stands, and elsewhere only for those that do not stand
    there: for who builds, and writes no lock.
    """
    opened, problems = open_all(ledger, snapshots, evidence)
    known: dict[tuple[str, str, bool], Outcome] = {}
    lines: dict[Quote, Line] = {}
    found = recorded = 0
    for spot, cited in ledger.citations():
        document = opened.get(cited.source)
        if document is None:
            state = evidence.of(cited, ledger.sources.get(cited.source)).state
            recorded += state == "recorded"
            continue
        key = key_of_quote(cited)
        old = evidence.lock(cited.source).quotes.get(key)
        if again and old and confirms(document, cited, old):
            found += 1
            lines[cited.source, key] = old
            continue
        line, problem = _looked_up(document, cited, spot, key, known)
        if problem:
            problems.append(replace(problem, spot=spot.at(*problem.spot.route)))
        if line:
            found += 1
            lines[cited.source, key] = _dated(line, old, day)
    texts = {} if again else {name: one.record for name, one in opened.items()}
    return Verified(found, recorded, tuple(problems), lines, texts)


def _looked_up(
    document: Opened,
    cited: Citation,
    spot: Spot,
    key: str,
    known: dict[tuple[str, str, bool], Outcome],
) -> Outcome:
    """What comes of a quote, looked for once however many cite it.

    Which place is meant matters for a claim. A name or a record that some words carry is carried by
    them wherever they stand; a headline is repeated by what follows it.
    """
    matters = "claims" in spot.route and cited.rendering != "headline"
    if (cited.source, key, matters) not in known:
        known[cited.source, key, matters] = look(document, cited, needs_one_place=matters)
    return known[cited.source, key, matters]


def _dated(line: Line, old: Line | None, day: str) -> Line:
    """A quote with the day on which it was found there; the first such day stays.

    A day that is still to come, as no lock can know it, does not.
    """
    is_known = old is not None and old._replace(day="") == line
    is_past = old is not None and (not day or old.day <= day)
    return line._replace(day=old.day if old and is_known and is_past else day)
