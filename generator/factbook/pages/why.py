"""Why a weighing came out as it did, step by step: the same words on a card and in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.entries import WEIGHED_ACTS
from factbook.pages.addresses import relative
from factbook.pages.contested import OriginStep, PairStep, Why
from factbook.pages.lineage import called_together, lineage_view
from factbook.pages.position import held_in_words
from factbook.pages.view import Link
from factbook.pages.wording import (
    ACTS,
    counted,
    listed,
    value_in_words,
    voice_in_words,
    voice_within,
)
from factbook.weighing.account import account
from factbook.weighing.manuals import title_of
from factbook.weighing.origins import counted_as_one, origins
from factbook.weighing.position import is_weighed
from factbook.weighing.weigh import families

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factbook.facts.ledger import Claim
    from factbook.pages.links import Desk
    from factbook.weighing.account import Compared, Explained
    from factbook.weighing.family import Family
    from factbook.weighing.linking import Links
    from factbook.weighing.position import Position

WEIGHING = "weighing"
MOST_PAIRS = 200  # told of one family; of more, those that do not agree come first
MOST_EXPLAINED = 6  # pairs of claims told within one pair of positions


def why_subject(
    subject: str, attribute: str, desk: Desk, *, by_path: bool = True
) -> tuple[Why, ...]:
    """The accounts of all families of a subject, or of the one an attribute belongs to.

    `by_path` tells the lineage of each position too, which a page draws.
    """
    claims = desk.ledger.of_subject.get(subject, ())
    vocabulary = desk.ledger.vocabulary
    root = vocabulary.root(attribute) if attribute else ""
    found = families(subject, claims, desk.weighing.bounds, root)
    roots = dict.fromkeys(
        vocabulary.root(one.entry.attribute)
        for one in claims
        if one.entry.attribute in vocabulary.attributes
    )
    return tuple(
        _why(name, found.get(name), claims, desk, by_path=by_path)
        for name in roots
        if not root or name == root
    )


def why_family(subject: str, root: str, desk: Desk) -> Why:
    """The account of one family."""
    return next(iter(why_subject(subject, root, desk, by_path=False)))


def _why(
    root: str, family: Family | None, claims: tuple[Claim, ...], desk: Desk, *, by_path: bool
) -> Why:
    entry = desk.ledger.vocabulary.attributes[root]
    positions = family.positions if family else []
    pairs = account(family) if family else []
    pairs.sort(key=lambda pair: not pair.finding.is_conflict)
    said = [held_in_words(one, desk.ledger) for one in positions]
    return Why(
        question=entry.question or entry.label,
        origins=tuple(
            _origins(one, words, desk, by_path=by_path)
            for one, words in zip(positions, said, strict=True)
        ),
        pairs=tuple(_pair(pair, said, desk) for pair in pairs[:MOST_PAIRS]),
        more=max(0, len(pairs) - MOST_PAIRS),
        aside=tuple(_aside(root, claims, desk)),
        declared=tuple(_declared(root, claims, desk)),
    )


def _declared(root: str, claims: tuple[Claim, ...], desk: Desk) -> Iterator[Link]:
    """The questions that editors ask about claims of this family."""
    roots = desk.weighing.bounds.upper.roots
    own = {one.key for one in claims if roots.get(one.entry.attribute) == root}
    for one in desk.weighing.declared.values():
        if own & set(one.claims):
            words = f"{one.entry.question} ({one.entry.kind})"
            yield Link(words, desk.to_conflict(one).href)


def _origins(position: Position, said: str, desk: Desk, *, by_path: bool) -> OriginStep:
    """Who counts behind a position, which is `said` in words, group by group."""
    lower, upper = desk.weighing.bounds
    found = origins(position.claims, lower, upper)
    at_most = _groups(position, upper, desk)
    steps = [f"Counted: {listed(at_most)}." if at_most else "Nobody is named behind it."]
    if found.low < found.high:
        steps.append(f"At the least: {listed(_groups(position, lower, desk))}.")
    if found.own_voice:
        documents = counted(found.own_voice, "document")
        voice = "its" if found.own_voice == 1 else "their"
        verb = "speaks" if found.own_voice == 1 else "speak"
        steps.append(f"Beside that {documents} {verb} in {voice} own voice, which is no origin.")
    steps += [f"{reason[:1].upper()}{reason[1:]}." for reason in found.merged]
    claims = ", ".join(claim.key.claim for claim in position.claims)
    drift = " (drift: other words for words that are there verbatim)" if position.drift else ""
    told = lineage_view(position.claims, desk, found) if by_path else None
    words = told.words if told else ()
    return OriginStep(f"{said}{drift}", claims, str(found), tuple(steps), words)


def _groups(position: Position, links: Links, desk: Desk) -> list[str]:
    """Each origin with all who speak for the position and count as that one, in words."""
    spoken = {
        links.known_as(voice, claim): voice_in_words(voice, desk.ledger)
        for claim in position.claims
        for voice in claim.voices
    }
    groups = [group & spoken.keys() or group for group in counted_as_one(position.claims, links)]
    return sorted(" with ".join(called_together(group, spoken, desk)) for group in groups)


def _pair(pair: Compared, said: Sequence[str], desk: Desk) -> PairStep:
    """Two positions that were compared; `said` are those of the family, in words."""
    told = [_explained(each) for each in pair.explained[:MOST_EXPLAINED]]
    if len(pair.explained) > MOST_EXPLAINED:
        told.append(f"and {len(pair.explained) - MOST_EXPLAINED} more pairs of claims")
    decided = pair.rule
    if pair.finding.relation is not pair.said.relation and pair.explained:
        decided = next(
            (each.rule for each in pair.explained if each.finding == pair.finding), "revision"
        )
    address = f"{desk.addresses.listing(WEIGHING)}#rule-{decided}"
    return PairStep(
        sides=(said[pair.one], said[pair.other]),
        relation=pair.finding.relation.value,
        is_conflict=pair.finding.is_conflict,
        because=pair.finding.because,
        notes=pair.finding.notes,
        rule=Link(title_of(decided), relative(desk.here, address)),
        explained=tuple(told),
    )


def _explained(explained: Explained) -> str:
    """`rockets-three and rockets-four (revised): The same speaker said …`."""
    names = [
        " + ".join(claim.key.claim for claim in side) for side in (explained.one, explained.other)
    ]
    finding = explained.finding
    return f"{names[0]} and {names[1]} ({finding.relation.value}): {finding.because}"


def _aside(root: str, claims: tuple[Claim, ...], desk: Desk) -> list[str]:
    """Claims of the family that are shown and not weighed, with the reason."""
    vocabulary = desk.ledger.vocabulary
    return [
        f"{_said(claim, desk)}: {_unweighed_because(claim)}"
        for claim in claims
        if claim.entry.attribute in vocabulary.attributes
        and vocabulary.root(claim.entry.attribute) == root
        and not is_weighed(claim)
    ]


def _said(claim: Claim, desk: Desk) -> str:
    who = listed(voice_within(voice, desk.ledger) for voice in claim.voices)
    if claim.entry.withdrawn or claim.entry.redacted:
        return claim.key.claim
    value = value_in_words(claim.value, claim.entry.of, desk.ledger)
    return f"{claim.key.claim} ({value}; {who or 'a document in its own voice'})"


def _unweighed_because(claim: Claim) -> str:
    entry = claim.entry
    for gone, words in (
        (entry.redacted, "redacted"),
        (entry.withdrawn, "withdrawn by us"),
        (entry.retracted, "taken back by its speaker"),
    ):
        if gone:
            return words
    if entry.hedge:
        return f"said with doubt (“{entry.hedge}”)"
    if entry.act not in WEIGHED_ACTS:
        return f"{ACTS[entry.act]}, and did not assert"
    return "says no value that could be compared"
