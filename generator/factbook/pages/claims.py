"""Claims and citations as views, shared by all pages that show them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factbook.facts.dates import in_words
from factbook.facts.prose import mentions
from factbook.facts.values import Names
from factbook.pages.links import claim_anchor
from factbook.pages.proof import locator, proof
from factbook.pages.remarks import claim_remarks, gone, inference
from factbook.pages.view import CitationView, ClaimGroup, ClaimView, Grounds, Link, Note, Prose
from factbook.pages.wording import (
    counted,
    date_of_source,
    own_voice_in_words,
    value_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.facts.entries import Citation
    from factbook.facts.ledger import Claim
    from factbook.facts.model import Actor, Incident, Place, Statement
    from factbook.pages.links import Desk

TIES = {
    "adjacent": "speaker named in a neighbouring sentence",
    "vague": "tied to the speaker only vaguely",
}
LEADS = {
    "verbatim": "",
    "paraphrase": "as the document puts it",
    "headline": "in the headline's words",
    "translation": "in translation",
    "back-translation": "translated back",
}


def claim_view(claim: Claim, desk: Desk, only_from: str = "") -> ClaimView:
    """A claim as it is shown; `only_from` keeps the citations of one source."""
    key = (claim.key, only_from)
    if key not in desk.views:
        desk.views[key] = _tombstone(claim, desk) if gone(claim) else _shown(claim, desk, only_from)
    return desk.views[key]


def _shown(claim: Claim, desk: Desk, only_from: str) -> ClaimView:
    entry = claim.entry
    attribute = desk.ledger.vocabulary.attributes.get(entry.attribute)
    statement = desk.ledger.statements.get(entry.stated_in)
    conflict = desk.weighing.conflict_of.get(claim.key)
    cited = [one for one in entry.cite if only_from in {"", one.source}]
    return ClaimView(
        anchor=claim_anchor(claim.key),
        former=tuple(f"claim-{name}" for name in entry.moved_from) if entry.moved_from else (),
        attribute=attribute.label if attribute else entry.attribute,
        value=value_in_words(claim.value, entry.of, desk.ledger),
        names=tuple(map(desk.to, claim.value.ids)) if isinstance(claim.value, Names) else (),
        speakers=tuple(map(desk.to_voice, claim.voices)),
        own_voice="" if claim.voices else own_voice_in_words(claim, desk.ledger),
        statement=desk.to(entry.stated_in) if statement else None,
        said_on=in_words(statement.on) if statement and statement.on.known else "",
        act="" if entry.act == "asserts" else entry.act,
        hedge=entry.hedge,
        gone="",
        remarks=claim_remarks(claim, desk.ledger),
        citations=tuple(citation_view(one, desk, tells_source=not only_from) for one in cited),
        contested=desk.to_conflict(conflict) if conflict else None,
        subject=desk.to_claim(claim.key),
    )


def _tombstone(claim: Claim, desk: Desk) -> ClaimView:
    """All that is shown of a claim that was taken back: its id, and why."""
    return ClaimView(
        anchor=claim_anchor(claim.key),
        former=tuple(f"claim-{name}" for name in claim.entry.moved_from),
        attribute="",
        value=claim.key.claim,
        names=(),
        speakers=(),
        own_voice="",
        statement=None,
        said_on="",
        act="",
        hedge="",
        gone=gone(claim),
        remarks=(),
        citations=(),
        contested=None,
        subject=desk.to_claim(claim.key),
    )


def citation_view(citation: Citation, desk: Desk, *, tells_source: bool = True) -> CitationView:
    """A quote with its document and the route it took; on a document's own page without it."""
    source = desk.ledger.sources.get(citation.source)
    standing = desk.evidence.of(citation, source)
    manner = (
        f"named as “{citation.named_as}”" if citation.named_as else "",
        _translated(citation),
        TIES.get(citation.tie, ""),
    )
    return CitationView(
        lead=LEADS[citation.rendering],
        quote=" ".join(citation.quote.split()),
        language=source.language if source else "",
        source_id=citation.source,
        source=desk.to_source(citation.source) if tells_source else Link(""),
        published=date_of_source(source) if source and tells_source else "",
        route=tuple(map(desk.to, citation.via)) if citation.via else (),
        manner=tuple(filter(None, manner)) if any(manner) else (),
        locator=locator(standing, citation.locator),
        proof=proof(standing),
    )


def _translated(citation: Citation) -> str:
    """A quote in the editors' language, and who put it there."""
    translation = citation.translation
    return f"in English “{translation.text}” ({translation.by})" if translation else ""


def by_attribute(claims: Iterable[Claim], desk: Desk) -> tuple[ClaimGroup, ...]:
    """Claims of one subject, grouped by attribute in the order of the vocabulary."""
    groups: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups["" if claim.entry.redacted else claim.entry.attribute].append(claim)
    order = {name: number for number, name in enumerate(desk.ledger.vocabulary.attributes)}
    return tuple(
        ClaimGroup(_heading(name, desk), tuple(claim_view(one, desk) for one in groups[name]))
        for name in sorted(groups, key=lambda name: order.get(name, len(order)))
    )


def by_subject(claims: Iterable[Claim], desk: Desk, only_from: str = "") -> tuple[ClaimGroup, ...]:
    """Claims from many files, grouped by the subject they are about."""
    groups: defaultdict[str, list[ClaimView]] = defaultdict(list)
    for claim in claims:
        groups[claim.key.subject].append(claim_view(claim, desk, only_from))
    return tuple(ClaimGroup(desk.to(name), tuple(views)) for name, views in groups.items())


def prose(text: str, subject: str, desk: Desk) -> Prose:
    """A summary with its notes, numbered in the order in which claims are first cited."""
    numbers: dict[str, int] = {}
    notes: list[Note] = []
    for mention in mentions(text, subject):
        claim = desk.ledger.claims.get(mention.key)
        if claim and mention.words not in numbers:
            numbers[mention.words] = len(notes) + 1
            notes.append(Note(len(notes) + 1, claim_view(claim, desk)))
    return Prose(text, numbers, tuple(notes))


def grounds(record: Incident | Statement | Actor | Place, desk: Desk) -> Grounds:
    """What carries the fields of a record that are no claims."""
    cited = tuple(citation_view(one, desk) for one in record.cite)
    return Grounds(cited, inference(record.inferred, desk.ledger))


def described(title: str, claims: Iterable[Claim]) -> str:
    """The description of a page for lists and search results: how much there is, no fact."""
    found = {claim.key: claim for claim in claims}.values()
    sources = {one.source for claim in found for one in claim.entry.cite}
    return f"{title}: {counted(len(found), 'claim')} from {counted(len(sources), 'document')}."


def _heading(name: str, desk: Desk) -> Link:
    attribute = desk.ledger.vocabulary.attributes.get(name)
    return Link(attribute.label if attribute else name or "Redacted")
