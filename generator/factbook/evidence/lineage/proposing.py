"""All that is proposed for a dossier: of its documents, and of the quotes of its speakers."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.lineage.kinship import kin, of_documents
from factbook.evidence.lineage.shingles import Numbers, numbered, words
from factbook.evidence.lineage.speakers import of_speakers
from factbook.evidence.lineage.translations import of_translations
from factbook.evidence.snapshots import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.evidence.lineage.marks import Span
    from factbook.evidence.lineage.proposal import Proposal
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
    known = _known(ledger)
    left = [one for one in found if frozenset((one.one, one.other)) not in known]
    return Found(told_apart([*left, *of_speakers(ledger)]), tuple(texts), tuple(missing))


def told_apart(found: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Each link once, and each under an id of its own."""
    links: dict[tuple[str, frozenset[str]], Proposal] = {}
    taken: set[str] = set()
    for one in found:
        link = one.kind, frozenset((one.one, one.other))
        own = one
        while own.id in taken and link not in links:
            own = replace(own, twin=own.twin + 1)
        links[link] = replace(one, twin=links[link].twin) if link in links else own
        taken.add(links[link].id)
    return tuple(links.values())


def _known(ledger: Ledger) -> set[frozenset[str]]:
    """Pairs of documents of which the dossier says that they are of one lineage, however surely.

    What follows from links is known where none of them is only possible.
    """
    groups: dict[str, set[str]] = {}
    direct = set()
    for name, source in ledger.sources.items():
        for link in source.derivations:
            direct.add(frozenset((name, link.source)))
            if link.certainty != "possible":
                group = groups.get(name, {name}) | groups.get(link.source, {link.source})
                groups.update(dict.fromkeys(group, group))
    of_one = (group for group in groups.values() if len(group) > 2)
    return direct | {frozenset(both) for group in of_one for both in combinations(group, 2)}


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
