"""All that is proposed for a dossier: of its documents, and of the quotes of its speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.kinship import kin, of_documents
from factbook.evidence.shingles import Numbers, numbered, words
from factbook.evidence.snapshots import text_of
from factbook.evidence.speakers import of_speakers
from factbook.evidence.translations import of_translations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.evidence.marks import Span
    from factbook.evidence.proposal import Proposal
    from factbook.facts.entries import Citation
    from factbook.facts.ledger import Ledger


class Found(NamedTuple):
    """The proposals of a dossier, those of documents first, and which documents were read."""

    proposals: tuple[Proposal, ...]
    read: tuple[str, ...]
    missing: tuple[str, ...]


def proposals(ledger: Ledger, snapshots: Mapping[str, bytes]) -> Found:
    """Compare all documents of a dossier whose texts are there, and all quotes of its speakers.

    What the dossier says already is left out.
    """
    texts: dict[str, str] = {}
    missing = []
    for name, source in ledger.sources.items():
        text = text_of(snapshots, source.snapshot.sha256) if source.snapshot else None
        if text is None:
            missing.append(name)
        else:
            texts[name] = text
    related = kin(ledger.sources, texts, _said(ledger, texts))
    found = [*of_documents(related, ledger.sources), *of_translations(ledger, texts)]
    known = _derived(ledger)
    left = [one for one in found if frozenset((one.one, one.other)) not in known]
    every = {one.id: one for one in (*left, *of_speakers(ledger))}
    return Found(tuple(every.values()), tuple(texts), tuple(missing))


def _derived(ledger: Ledger) -> set[frozenset[str]]:
    """Pairs of documents of which the dossier says that they are of one lineage."""
    groups: dict[str, set[str]] = {}
    for name, source in ledger.sources.items():
        for other in source.parents:
            group = groups.get(name, {name}) | groups.get(other, {other})
            groups.update(dict.fromkeys(group, group))
    return {
        frozenset((one, other)) for group in groups.values() for one in group for other in group
    }


def _said(ledger: Ledger, texts: Mapping[str, str]) -> dict[str, list[Span]]:
    """By document, the stretches that citations give as a statement's own words."""
    numbers = Numbers()
    found: dict[str, list[Span]] = {}
    for citation in _of_statements(ledger):
        text = texts.get(citation.source)
        if text is not None:
            span = _span(citation.quote, text, numbers)
            found.setdefault(citation.source, []).extend([span] if span else [])
    return found


def _of_statements(ledger: Ledger) -> Iterator[Citation]:
    for claim in ledger.claims.values():
        if claim.entry.stated_in in ledger.statements and claim.entry.stands:
            yield from (one for one in claim.entry.cite if one.rendering == "verbatim")


def _span(quote: str, text: str, numbers: Numbers) -> Span | None:
    """Where the words of a quote stand, however they are written."""
    sought = numbered(quote, numbers)
    if not sought:
        return None
    found = words(text, numbers)
    own = [word.number for word in found]
    for place in range(len(own) - len(sought) + 1):
        if own[place] == sought[0] and own[place : place + len(sought)] == sought:
            return found[place].start, found[place + len(sought) - 1].end
    return None
