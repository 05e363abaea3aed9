"""The ledger: all subjects of a dossier with all back-references, frozen.

Here a claim learns who makes it (through its statement or by itself), and everything learns who
refers to it. Whoever needs to know what stands where asks the ledger; nothing asks a record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from factbook.diagnostics.spot import Spot
from factbook.facts.entries import Speakers, Unnamed
from factbook.facts.model import UNKNOWN, Actor, Incident, Place, Source, Statement
from factbook.facts.prose import key_of
from factbook.facts.references import References, references, same_actors
from factbook.facts.values import MostOf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.facts.decoding import ClaimKey, Subjects
    from factbook.facts.entries import Certainty, Citation, ClaimEntry
    from factbook.facts.model import AnySubject, Kind
    from factbook.facts.values import Value
    from factbook.facts.vocabulary import Vocabulary

R = TypeVar("R")


class Voice(NamedTuple):
    """Who speaks: an actor by id, or somebody unnamed (in which words, to which outlet).

    `same_as` is the editors' word for an unnamed speaker who speaks in other words elsewhere.
    """

    actor: str = ""
    unnamed: str = ""
    outlet: str = ""
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in its place: what was written, its typed value, who makes it, in which statements.

    No voices means the documents' own. `statements` are ids, or made-up keys for claims that name a
    speaker but no statement: one for each speaker, source and subject.
    """

    key: ClaimKey
    entry: ClaimEntry
    value: Value
    voices: tuple[Voice, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything a dossier says, by id, and who refers to what."""

    vocabulary: Vocabulary
    vocabulary_file: str
    subjects: Subjects
    incidents: Mapping[str, Incident]
    statements: Mapping[str, Statement]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    claims: Mapping[ClaimKey, Claim]
    of_subject: Mapping[str, tuple[Claim, ...]]
    by_source: Mapping[str, tuple[Claim, ...]]
    by_voice: Mapping[str, tuple[Claim, ...]]
    in_statement: Mapping[str, tuple[Claim, ...]]
    same_actors: Mapping[str, Mapping[str, Certainty]]  # both ways, however it is written
    references: References

    def title(self, name: str) -> str:
        """The title of any id; the id itself where the dossier does not know it."""
        record = self.subjects.records.get(name)
        return record.title if record else name

    def kind(self, name: str) -> Kind | None:
        """The kind of any id."""
        return self.subjects.kinds.get(name)

    def is_known(self, name: str, *kinds: Kind) -> bool:
        """Whether a record of one of these kinds has this id, if only as a file that is broken."""
        if name in self.subjects.kinds:
            return not kinds or self.subjects.kinds[name] in kinds
        return name in self.subjects.broken

    def spot(self, name: str) -> Spot:
        """The top of the file of any id."""
        return Spot(self.subjects.paths[name])

    def claim_spot(self, key: ClaimKey) -> Spot:
        """Where a claim is written."""
        return Spot(self.subjects.paths[key.subject], ("claims", key.claim))

    def subject(self, name: str) -> AnySubject | None:
        """The record of a subject; None for a source or an unknown id."""
        record = self.subjects.records.get(name)
        return None if isinstance(record, Source) else record

    def citations(self) -> list[tuple[Spot, Citation]]:
        """Every citation of the dossier with its place, those of claims and those of subjects."""
        found = []
        paths = self.subjects.paths
        for (subject, name), claim in self.claims.items():
            path = paths[subject]
            for number, one in enumerate(claim.entry.cite):
                found.append((Spot(path, ("claims", name, "cite", number)), one))
            if claim.entry.retracted:
                spot = Spot(path, ("claims", name, "retracted"))
                found += _cited(spot, claim.entry.retracted.cite)
        for name in self.subjects.records:
            record = self.subject(name)
            spot = self.spot(name)
            if isinstance(record, Incident | Statement | Actor | Place):
                found += _cited(spot, record.cite)
            if isinstance(record, Actor | Place):
                for place, name_of in enumerate(record.names):
                    found += _cited(spot.at("names", place), name_of.cite)
            if isinstance(record, Place) and record.coordinates:
                found += _cited(spot.at("coordinates"), record.coordinates.cite)
        return found


def _cited(spot: Spot, cite: tuple[Citation, ...]) -> list[tuple[Spot, Citation]]:
    return [(spot.at("cite", number), one) for number, one in enumerate(cite)]


def index(
    subjects: Subjects,
    vocabulary: Vocabulary,
    vocabulary_file: str,
    kept: Mapping[ClaimKey, Claim] = MappingProxyType({}),
) -> Ledger:
    """The ledger of decoded subjects; `vocabulary_file` is where a dossier's own words stand.

    `kept` are claims of an earlier ledger that nothing that has changed can reach.
    """
    statements = _of(subjects, Statement)
    claims = {}
    for key, value in subjects.values.items():
        record = subjects.records[key.subject]
        if key in kept:
            claims[key] = kept[key]
        elif not isinstance(record, Source):
            claims[key] = _claim(key, record.claims[key.claim], value, statements)
    claims = {key: _resolved(claim, claims) for key, claim in claims.items()}
    every = [claim for claim in claims.values() if not claim.entry.redacted]  # it leads to nobody
    return Ledger(
        vocabulary=vocabulary,
        vocabulary_file=vocabulary_file,
        subjects=subjects,
        incidents=_of(subjects, Incident),
        statements=statements,
        actors=_of(subjects, Actor),
        places=_of(subjects, Place),
        sources=_of(subjects, Source),
        claims=claims,
        of_subject=_grouped((key.subject, claim) for key, claim in claims.items()),
        by_source=_grouped((one.source, claim) for claim in every for one in claim.entry.cite),
        by_voice=_grouped((voice.actor, claim) for claim in every for voice in claim.voices),
        in_statement=_grouped((name, claim) for claim in every for name in claim.statements),
        same_actors=same_actors(_of(subjects, Actor)),
        references=references(subjects.records, every),
    )


def _resolved(claim: Claim, claims: Mapping[ClaimKey, Claim]) -> Claim:
    """A claim whose "most of" is a number, by the claim of the same statement that it names.

    Of another statement's figure nobody can say what "most" of it is: that stays unresolved.
    """
    if not isinstance(claim.value, MostOf):
        return claim
    other = claims.get(key_of(claim.value.claim, claim.key.subject))
    if other is None or not _said_together(claim, other) or not _is_asserted(other):
        return claim
    return replace(claim, value=claim.value.resolved(other.value) or claim.value)


def _is_asserted(claim: Claim) -> bool:
    """Whether a claim stands and claims its value: of what is denied or taken back is no "most"."""
    return claim.entry.stands and claim.entry.act != "denies"


def _said_together(one: Claim, other: Claim) -> bool:
    """Whether two claims stand in one statement, or in one document's own voice."""
    if one.voices or other.voices:
        return bool(set(one.statements) & set(other.statements))
    return bool({cited.source for cited in one.entry.cite} & {c.source for c in other.entry.cite})


def voices(speakers: Speakers | None) -> tuple[Voice, ...]:
    """Who speaks, whichever way it is written; nobody for the document's own voice."""
    if speakers is None:
        return ()
    if isinstance(speakers, Unnamed):
        outlet = "" if speakers.to == UNKNOWN else speakers.to
        return (Voice("", speakers.unnamed, outlet, speakers.same_as),)
    return (Voice(speakers),) if isinstance(speakers, str) else _together(speakers)


def _together(speakers: tuple[str, ...]) -> tuple[Voice, ...]:
    return tuple(Voice(name) for name in dict.fromkeys(speakers))


def _claim(
    key: ClaimKey, entry: ClaimEntry, value: Value, statements: Mapping[str, Statement]
) -> Claim:
    if entry.stated_in:
        statement = statements.get(entry.stated_in)
        who = voices(statement.by) if statement else ()
        return Claim(key, entry, value, who, (entry.stated_in,))
    who = voices(entry.says)
    if not who:
        return Claim(key, entry, value, who, ())
    spoken = "+".join([voice.actor or voice.unnamed for voice in who])
    implied = dict.fromkeys([f"{spoken} in {one.source} on {key.subject}" for one in entry.cite])
    return Claim(key, entry, value, who, tuple(implied))


def _of(subjects: Subjects, record_type: type[R]) -> dict[str, R]:
    return {
        name: record
        for name, record in sorted(subjects.records.items())
        if isinstance(record, record_type)
    }


def _grouped(pairs: Iterable[tuple[str, Claim]]) -> dict[str, tuple[Claim, ...]]:
    groups: dict[str, list[Claim]] = {}
    for name, claim in pairs:
        group = groups.get(name)
        if group is None:
            groups[name] = [claim]
        elif group[-1] is not claim:
            group.append(claim)
    return {name: tuple(claims) for name, claims in groups.items()}
