"""What stands beside a claim or a record: where, when, on what basis, and what the editors note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.dates import in_words
from factbook.facts.model import Source
from factbook.facts.prose import key_of
from factbook.pages.view import Remark
from factbook.pages.wording import as_denied, listed, value_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.entries import Inferred, Whereabouts
    from factbook.facts.ledger import Claim, Ledger
    from factbook.facts.model import Actor, Place

CREDIBILITY = (
    "borne out by other sources",
    "probably true",
    "possibly true",
    "doubtful",
    "improbable",
    "cannot be judged",
)
_BESIDE = (
    *("retracted", "at", "during", "as_of", "complete", "basis", "counted_in", "echoes"),
    *("supersedes", "credibility", "inferred", "note"),
)
RELIABILITY = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}


def claim_remarks(claim: Claim, ledger: Ledger) -> tuple[Remark, ...]:
    """Everything a claim says beside its value, its speaker and its quotes."""
    if not any(map(claim.entry.__getattribute__, _BESIDE)):
        return ()  # as of most claims
    return tuple(Remark(label, words) for label, words in _of_claim(claim, ledger) if words)


def gone(claim: Claim) -> str:
    """Why only the id of a claim is shown; empty for one that can be read."""
    entry = claim.entry
    if entry.redacted:
        return f"redacted on {in_words(entry.redacted.on)} ({entry.redacted.ground})"
    if entry.withdrawn:
        return f"withdrawn on {in_words(entry.withdrawn.on)}: {entry.withdrawn.because}"
    return ""


def _of_claim(claim: Claim, ledger: Ledger) -> Iterator[tuple[str, str]]:
    entry = claim.entry
    if entry.retracted:
        because = f": {entry.retracted.because}" if entry.retracted.because else ""
        yield "Taken back", f"by its speaker on {in_words(entry.retracted.on)}{because}"
    yield "Where", "; ".join(whereabouts(where, ledger) for where in entry.places)
    yield "During", in_words(entry.during) if entry.during else ""
    yield "As of", in_words(entry.as_of) if entry.as_of else ""
    yield "Complete", "its statement names all that it counts" if entry.complete else ""
    yield "Basis", entry.basis or ""
    if entry.counted_in:
        yield "Counted in", claim_in_words(entry.counted_in, claim.key.subject, ledger)
    if entry.echoes:
        other = claim_in_words(entry.echoes.claim, claim.key.subject, ledger)
        yield "Echoes", f"{other} ({entry.echoes.certainty}: {entry.echoes.because})"
    if entry.supersedes:
        other = claim_in_words(entry.supersedes.claim, claim.key.subject, ledger)
        yield "Replaces", f"{other}: {entry.supersedes.because}"
    if entry.credibility:
        yield "Credibility", f"{entry.credibility} of 6, {CREDIBILITY[entry.credibility - 1]}"
    yield "Inferred", inference(entry.inferred, ledger)
    yield "Note", entry.note


def whereabouts(where: Whereabouts, ledger: Ledger) -> str:
    """`near Green Zone`, `in a pond`; `at a gate, within Green Zone`, of which no more is said."""
    if where.place:
        return f"{where.relation} {ledger.title(where.place)}"
    within = f", within {ledger.title(where.within)}" if where.within else ""
    return f"{where.stated or 'at'} {where.label}{within}"


def claim_in_words(written: str, subject: str, ledger: Ledger) -> str:
    """A claim that another names: its attribute and value; its id where it is not there."""
    claim = ledger.claims.get(key_of(written, subject))
    if claim is None or gone(claim):
        return written
    attribute = ledger.vocabulary.attributes.get(claim.entry.attribute)
    label = attribute.label if attribute else claim.entry.attribute
    words = value_in_words(claim.value, claim.entry.of, ledger)
    return f"{label}: {as_denied(words, claim.value) if claim.entry.act == 'denies' else words}"


def inference(inferred: Inferred | None, ledger: Ledger) -> str:
    """In words: what was inferred from what, and why."""
    if inferred is None:
        return ""
    return f"from {listed(ledger.title(name) for name in inferred.sources)}: {inferred.because}"


def _derivations(source: Source, ledger: Ledger) -> Iterator[str]:
    """`Fire in the hall (possible: two paragraphs are the same)`."""
    for one in source.derivations:
        sure = "" if one.certainty == "certain" else one.certainty
        why = ": ".join(filter(None, (sure, one.because.rstrip("."))))
        yield f"{ledger.title(one.source)} ({why})" if why else ledger.title(one.source)


def record_remarks(record: Actor | Place | Source, ledger: Ledger) -> tuple[Remark, ...]:
    """The fields of a record that its page does not set apart."""
    found = []
    if where := getattr(record, "coordinates", None):
        words = f"{where.latitude}, {where.longitude} (to {where.precision} km)"
        found.append(Remark("Coordinates", words))
    if isinstance(record, Source) and record.derives_from:
        found.append(Remark("Derives from", "; ".join(_derivations(record, ledger))))
    if grade := getattr(record, "reliability", None):
        found.append(Remark("Reliability", f"{grade}, {RELIABILITY[grade]}"))
    if former := getattr(record, "moved_from", ()):
        found.append(Remark("Formerly", listed(former)))
    return tuple(found)
