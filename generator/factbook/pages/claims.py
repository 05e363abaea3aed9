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
from factbook.pages.view import (
    CitationView,
    ClaimGroup,
    ClaimView,
    Grounds,
    Link,
    Note,
    Prose,
    replaced,
)
from factbook.pages.wording import (
    ACTS,
    counted,
    date_of_source,
    own_voice_in_words,
    value_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    view = desk.views.get(key)
    if view is None:
        view = _tombstone(claim, desk) if gone(claim) else _seen(claim, desk, only_from)
        desk.views[key] = view
    return view


def _seen(claim: Claim, desk: Desk, only_from: str) -> ClaimView:
    """A claim as a page shows it: as all pages that are as deep do, but for what leads to the page.

    A claim stands on the page of its subject, and again on those of its documents and speakers.
    """
    if not desk.own:
        return _shown(claim, desk, only_from)
    whole = desk.once(claim.key, lambda: _shown(claim, desk.anywhere(), ""))
    own = dict(_own(claim, desk, only_from))
    return replaced(whole, own) if own else whole


def _own(claim: Claim, desk: Desk, only_from: str) -> Iterator[tuple[str, object]]:
    """The fields of a claim's view that are others on the page of a record that it names."""
    own, entry = desk.own, claim.entry
    if own == claim.key.subject:
        yield "subject", desk.to_claim(claim.key)
    if own == entry.stated_in:
        yield "statement", desk.to(own)
    for voice in claim.voices:
        if own in {voice.actor, voice.outlet}:
            yield "speakers", tuple(map(desk.to_voice, claim.voices))
    if isinstance(claim.value, Names) and own in claim.value.ids:
        yield "names", tuple(map(desk.to, claim.value.ids))
    conflict = desk.weighing.conflict_of.get(claim.key)
    if conflict and own == conflict.id:
        yield "contested", desk.to_conflict(conflict)
    if only_from or any(own == one.source or own in one.via for one in entry.cite):
        yield "citations", _cited(claim, desk, only_from)


def _cited(claim: Claim, desk: Desk, only_from: str) -> tuple[CitationView, ...]:
    cite = claim.entry.cite
    cited = [one for one in cite if one.source == only_from] if only_from else cite
    return tuple(citation_view(one, desk, tells_source=not only_from) for one in cited)


def _shown(claim: Claim, desk: Desk, only_from: str) -> ClaimView:
    entry = claim.entry
    attribute = desk.ledger.vocabulary.attributes.get(entry.attribute)
    statement = desk.ledger.statements.get(entry.stated_in)
    conflict = desk.weighing.conflict_of.get(claim.key)
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
        act=ACTS[entry.act],
        hedge=entry.hedge,
        gone="",
        remarks=claim_remarks(claim, desk.ledger),
        citations=_cited(claim, desk, only_from),
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
    return CitationView(  # in their order: a call with names takes twice as long
        LEADS[citation.rendering],
        " ".join(citation.quote.split()),
        source.language if source else "",
        citation.source,
        desk.to_source(citation.source) if tells_source else Link(""),
        date_of_source(source) if source and tells_source else "",
        tuple(map(desk.to, citation.via)) if citation.via else (),
        _manner(citation),
        locator(standing, citation.locator),
        proof(standing),
    )


def _manner(citation: Citation) -> tuple[str, ...]:
    """How the document names the speaker, the quote in the editors' language, and the tie."""
    named, translation = citation.named_as, citation.translation
    if not named and not translation and citation.tie not in TIES:
        return ()  # as of most citations
    told = (
        f"named as “{named}”" if named else "",
        f"in English “{translation.text}” ({translation.by})" if translation else "",
        TIES.get(citation.tie, ""),
    )
    return tuple(filter(None, told))


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
