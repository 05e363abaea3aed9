"""What quotes of one speaker propose: statements that may be one, renderings, echoes.

What the dossier says already is not proposed: claims of one statement in the same words, statements
that are linked, claims that echo each other, citations that are no verbatim words.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from factbook.evidence.lineage.proposal import Beside, Extract, Proposal, beside
from factbook.evidence.lineage.sayings import Alike, alike, sayings
from factbook.evidence.lineage.signature import in_order, is_telling
from factbook.facts.prose import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.evidence.lineage.sayings import Saying
    from factbook.facts.entries import Certainty, Rendering
    from factbook.facts.ledger import Claim, Ledger

SURE, SURE_WORDS = 0.95, 8  # of the words, and how many, that make two statements probably one
ECHOED = 8  # words of somebody else
SOME = 200  # quotes of one speaker that are compared by their names and figures
DAY = 1  # by which the dates of one statement may differ in two documents


def of_speakers(ledger: Ledger) -> Iterator[Proposal]:
    """All that the quotes of a dossier propose, one proposal for each pair of statements."""
    statements: defaultdict[tuple[str, str], list[Alike]] = defaultdict(list)
    found = sayings(ledger)
    for pair in (*alike(found), *_by_figures(found)):
        one, other = pair.one, pair.other
        if not _is_one_speaker(one.claim, other.claim, ledger):
            yield from _echo(pair, ledger)
        elif one.statement == other.statement or not (one.statement and other.statement):
            yield from _rendering(pair, ledger)
        elif _may_be_one(one.statement, other.statement, ledger):
            ends = min(one.statement, other.statement), max(one.statement, other.statement)
            statements[ends].append(pair)
    for (first, second), pairs in statements.items():
        yield _perhaps_same(first, second, pairs)


def _is_one_speaker(one: Claim, other: Claim, ledger: Ledger) -> bool:
    """Whether one of the speakers is the same, or speaks for the same body, under some name."""
    return bool(_speakers(one, ledger) & _speakers(other, ledger))


def _speakers(claim: Claim, ledger: Ledger) -> set[str]:
    found = {voice.actor or f"unnamed: {voice.same_as or voice.unnamed}" for voice in claim.voices}
    for name in tuple(found):
        actor = ledger.actors.get(name)
        found |= {actor.speaks_for} if actor and actor.speaks_for else set()
        found |= ledger.same_actors.get(name, {}).keys()
    return found


def _by_figures(found: Iterable[Saying]) -> Iterator[Alike]:
    """Quotes of one speaker whose words differ, and whose names and figures agree in order."""
    of_actor: defaultdict[str, list[Saying]] = defaultdict(list)
    for one in found:
        for voice in one.claim.voices:
            if voice.actor and len(one.figures) > 1:
                of_actor[voice.actor].append(one)
    told: set[tuple[int, int]] = set()
    for together in of_actor.values():
        for one, other in combinations(together[:SOME], 2):
            if one.citation.source == other.citation.source or (id(one), id(other)) in told:
                continue
            told.add((id(one), id(other)))
            shared = in_order(one.figures, other.figures)
            if is_telling(shared, one.figures, other.figures) and _differ(one, other):
                yield Alike(one, other, None)


def _differ(one: Saying, other: Saying) -> bool:
    """Whether two quotes share few words but figures, as in two languages or in a paraphrase."""
    left, right = (
        {word.number for word in words if not text[word.start : word.end].isdecimal()}
        for text, words in (one.placed, other.placed)
    )
    return len(left & right) < min(len(left), len(right)) / 2


def _may_be_one(one: str, other: str, ledger: Ledger) -> bool:
    """Whether two statements are not linked yet, and their dates do not part them."""
    first, second = ledger.statements.get(one), ledger.statements.get(other)
    if first is None or second is None:
        return False
    if any(link.statement == other for link in first.perhaps_same) or any(
        link.statement == one for link in second.perhaps_same
    ):
        return False
    if not (first.on.known and second.on.known):
        return True
    a, b = first.on.usual, second.on.usual
    return a.low <= b.high + DAY and b.low <= a.high + DAY


def _perhaps_same(first: str, second: str, pairs: list[Alike]) -> Proposal:
    best = max(pairs, key=lambda pair: pair.share)
    certainty: Certainty = "possible"
    if best.passage is None:
        because = "other words, and the same names and figures in the same order"
    else:
        agreeing = best.passage.agreeing
        of_words = f"{agreeing} words agree, {best.share:.0%} of the shorter quote"
        because = f"one speaker in nearly the same words: {of_words}"
        if best.share >= SURE and agreeing >= SURE_WORDS:
            certainty = "probable"
    shown = tuple(_shown(pair) for pair in pairs)
    return Proposal("perhaps_same", first, second, certainty, because, shown)


def _rendering(pair: Alike, ledger: Ledger) -> Iterator[Proposal]:
    """That of two wordings of one statement one is no verbatim words, where none is said to be."""
    one, other = pair.one, pair.other
    if one.citation.rendering != "verbatim" or other.citation.rendering != "verbatim":
        return
    if pair.share >= 1 or not (one.statement and one.statement == other.statement):
        return
    tongues = [_language(each, ledger) for each in (one, other)]
    rendering: Rendering = "paraphrase"
    because = "one statement in two wordings: one of the two is not what was said"
    if all(tongues) and tongues[0] != tongues[1]:
        rendering = "translation"
        because = "one statement in two languages, with the same names and figures in order"
    elif pair.passage is None:
        because = "one statement in two wordings that share names and figures alone"
    yield Proposal(
        "rendering",
        _name(other),
        _name(one),
        "possible",
        f"{because}; which of the two, the words do not say",
        (_shown(pair).reversed(),),
        directed=False,
        rendering=rendering,
    )


def _language(one: Saying, ledger: Ledger) -> str:
    source = ledger.sources.get(one.citation.source)
    return source.language.partition("-")[0].lower() if source else ""


def _echo(pair: Alike, ledger: Ledger) -> Iterator[Proposal]:
    """That somebody else who says the same, in the same words, has it from the first."""
    one, other = pair.one.claim, pair.other.claim
    same = one.key.subject == other.key.subject and one.entry.attribute == other.entry.attribute
    if not same or one.value != other.value or pair.passage is None:
        return
    if pair.passage.agreeing < ECHOED or _are_linked(one, other):
        return
    days = [ledger.sources[each.citation.source].published for each in (pair.one, pair.other)]
    known = all(day.known for day in days)
    earlier = known and days[0].usual.high < days[1].usual.low
    later = known and days[1].usual.high < days[0].usual.low
    order = "its document is later" if earlier or later else "who came first, no date says"
    made = Proposal(
        "echoes",
        _id(one),
        _id(other),
        "possible",
        f"two speakers, and {pair.passage.agreeing} words agree; {order}",
        (_shown(pair),),
        directed=later,
    )
    yield made.reversed() if earlier else made


def _are_linked(one: Claim, other: Claim) -> bool:
    for first, second in ((one, other), (other, one)):
        echo = first.entry.echoes
        if echo and key_of(echo.claim, first.key.subject) == second.key:
            return True
    return False


def _id(claim: Claim) -> str:
    return f"{claim.key.subject}#{claim.key.claim}"


def _name(one: Saying) -> str:
    """A citation: that of a claim, by its place."""
    return f"{_id(one.claim)}@{one.number}"


def _shown(pair: Alike) -> Beside:
    sources = pair.one.citation.source, pair.other.citation.source
    if pair.passage:
        made = beside(*sources, (pair.one.placed, pair.other.placed), pair.passage)
        return Beside(*(one._replace(quoted=True, within="quote") for one in made))
    return Beside(
        Extract.quote(sources[0], pair.one.citation.quote),
        Extract.quote(sources[1], pair.other.citation.quote),
    )
