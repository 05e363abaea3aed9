"""Values, people and things in words for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.dates import in_words
from factbook.facts.described import title_within
from factbook.facts.model import UNKNOWN
from factbook.facts.quantities import unit_in_words
from factbook.facts.sets import highest
from factbook.facts.values import (
    Count,
    Flag,
    Misfit,
    MostOf,
    Names,
    Quantity,
    Terms,
    Texts,
    Unknown,
    Value,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factbook.facts.entries import Act
    from factbook.facts.ledger import Claim, Ledger, Voice
    from factbook.facts.model import Source
    from factbook.facts.vocabulary import Term, Vocabulary

# What a speaker did in saying it, in the past tense: the title before it may be a singular or a
# plural, and there English has one form for both. "Chief accused" alone would read as if somebody
# had accused the chief; so it is told what was made of the words beside it.
ACTS: dict[Act, str] = {
    "asserts": "",
    "denies": "denied this",
    "accuses": "made this accusation",
    "claims responsibility": "claimed responsibility",
    "condemns": "expressed this condemnation",
    "demands": "made this demand",
    "warns": "gave this warning",
    "threatens": "made this threat",
    "opines": "gave this opinion",
}
# The same where the speaker comes last: `Killed: 3, denied by Chief`.
ACTS_OF: dict[Act, str] = {
    "asserts": "",
    "denies": "denied by ",
    "accuses": "accused by ",
    "claims responsibility": "responsibility claimed by ",
    "condemns": "condemnation by ",
    "demands": "demanded by ",
    "warns": "warning by ",
    "threatens": "threat by ",
    "opines": "in the opinion of ",
}
THE_DOCUMENT = "The document itself"  # of one that names no publisher, where a line begins
NOBODY = "the document itself"  # within a line, of words that have no speaker
WITHOUT_NUMBER = "plural"  # the word for a bare plural: the noun alone says it


def value_in_words(value: Value, of: dict[str, str], ledger: Ledger) -> str:
    """`at least 1 Iraqi civilian`, `20 December 2020`, `nobody`: a value with what it covers."""
    match value:
        case Count() | MostOf() | Quantity():
            return _number(value, of, ledger.vocabulary)
        case When(date=date):
            return in_words(date)
        case Names(ids=ids):
            return ", ".join(ledger.title(name) for name in ids) or "nobody"
        case Terms(ids=ids):
            terms = {
                key: term for one in ledger.vocabulary.terms.values() for key, term in one.items()
            }
            return ", ".join(terms[name].label for name in ids) or "none"
        case Flag(yes=yes):
            return "yes" if yes else "no"
        case Texts(items=items):
            return "; ".join(items)
        case Unknown():
            return "not known"
        case Misfit(reason=reason):
            return reason


def _number(value: Count | MostOf | Quantity, of: dict[str, str], vocabulary: Vocabulary) -> str:
    match value:
        case Count():
            return _count(value, of, vocabulary)
        case Quantity():
            return _quantity(value)
    return f"{value.text} (not resolved)"


def _count(value: Count, of: dict[str, str], vocabulary: Vocabulary) -> str:
    noun = ""
    if of:
        is_one = highest(value.numbers.usual) == 1 or value.text == "at least 1"
        noun = " ".join(_qualifiers(of, vocabulary, plural=not is_one))
    if value.text == WITHOUT_NUMBER:
        return f"{noun or 'more than one'} (number not given)"
    if value.text == "none" or highest(value.numbers.outermost) == 0:
        return f"no {noun}" if noun else "none"
    return f"{value.text} {noun}".strip()


def _quantity(value: Quantity) -> str:
    """`about 20 kg`, `5 to 12 km², best 7`: with the unit, though the file may leave it out."""
    unit = value.measure.unit
    if value.text == "none":
        return value.text
    amount, comma, best = value.text.partition(", best ")
    return f"{amount.removesuffix(f' {unit}')} {unit_in_words(unit)}{comma}{best}"


def _qualifiers(of: dict[str, str], vocabulary: Vocabulary, *, plural: bool) -> list[str]:
    """Adjectives first, then nouns (terms that have a plural)."""
    terms: list[Term] = [
        vocabulary.axes[axis].terms[name]
        for axis, name in of.items()
        if axis in vocabulary.axes and name in vocabulary.axes[axis].terms
    ]
    adjectives = [term.label for term in terms if not term.plural]
    nouns = [term.plural if plural else term.label for term in terms if term.plural]
    if adjectives and not nouns:
        nouns = ["people" if plural else "person"]
    return [*adjectives, *nouns]


def as_denied(words: str, value: Value) -> str:
    """A value that is denied: `not Telmora Hallworks`, `denied: at least 3`.

    Whom a speaker denies is told as "not X": "denied: X" would read as if X had denied it.
    """
    return f"not {words}" if isinstance(value, Names | Terms) else f"denied: {words}"


def claim_in_words(claim: Claim, ledger: Ledger) -> str:
    """`Injured: 8, a stallholder`, `Killed: 3, denied by Chief`: what a claim says, and who."""
    attribute = ledger.vocabulary.attributes.get(claim.entry.attribute)
    label = attribute.label if attribute else claim.entry.attribute
    value = value_in_words(claim.value, claim.entry.of, ledger)
    return f"{label}: {value}, {ACTS_OF[claim.entry.act]}{speakers_in_words(claim, ledger)}"


def speakers_in_words(claim: Claim, ledger: Ledger) -> str:
    """Who makes a claim, within a line."""
    return listed(voice_within(voice, ledger) for voice in claim.voices) or NOBODY


def voices_in_words(voices: Sequence[Voice], ledger: Ledger) -> str:
    """Speakers in a row, where a line begins."""
    rest = (voice_within(voice, ledger) for voice in voices[1:])
    return listed([*(voice_in_words(voice, ledger) for voice in voices[:1]), *rest])


def voice_within(voice: Voice, ledger: Ledger) -> str:
    """A speaker within a line: a description begins in lower case there, a name never does."""
    return title_within(voice.actor, ledger) if voice.actor else voice_in_words(voice, ledger)


def voice_in_words(voice: Voice, ledger: Ledger) -> str:
    """The name of a speaker, or the words a document has for somebody unnamed."""
    if voice.actor:
        return ledger.title(voice.actor)
    return f"{voice.unnamed}, to {ledger.title(voice.outlet)}" if voice.outlet else voice.unnamed


def source_in_words(source: Source, ledger: Ledger) -> str:
    """`Rudaw`, or the title of a document that does not name its publisher."""
    return source.title if source.publisher == UNKNOWN else ledger.title(source.publisher)


def own_voice_in_words(claim: Claim, ledger: Ledger) -> str:
    """`Rudaw itself`, `Two documents themselves`: whose own voice a claim is."""
    names = {one.source for one in claim.entry.cite}
    if len(names) > 1:
        return f"{len(names)} documents themselves"
    source = ledger.sources.get(min(names, default=""))
    if source is None or source.publisher == UNKNOWN:
        return THE_DOCUMENT
    return f"{ledger.title(source.publisher)} itself"


def date_of_source(source: Source) -> str:
    """`21 December 2020`, or `undated`."""
    return source.published.words if source.published.known else "undated"


def counted(number: int, one: str, many: str = "") -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    *most, final = list(words) or [""]
    return f"{', '.join(most)} {last} {final}" if most else final
