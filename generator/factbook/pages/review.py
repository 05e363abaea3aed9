"""The changes between two states of a dossier as a view: grouped by subject, in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from factbook.facts.entries import Citation
from factbook.facts.ledger import Claim, Ledger
from factbook.pages.addresses import Addresses
from factbook.pages.conflict_rows import question_of, split_of
from factbook.pages.links import Desk
from factbook.pages.position import with_denial
from factbook.pages.wording import claim_in_words, counted, speakers_in_words
from factbook.review.change import ChangeKind
from factbook.weighing.conflict import Conflict, Weighed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factbook.review.change import Change, Part
    from factbook.review.changes import State

MARKS = {
    **dict.fromkeys(("added", "gained", "opened"), "+"),
    **dict.fromkeys(("removed", "lost", "closed", "unverified"), "-"),
}


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change in words, and where it is written; `gone` says that this is in the old state."""

    mark: str  # + or - or ~
    kind: str
    claim: str
    words: str
    file: str
    line: int
    gone: bool


@dataclass(frozen=True, slots=True)
class SubjectReview:
    """All changes of one subject."""

    id: str
    title: str
    kind: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What an edit does to the facts."""

    base: str
    head: str
    summary: str
    subjects: tuple[SubjectReview, ...]


def review(  # noqa: PLR0913, PLR0917 - two states, their names, their changes, their lines
    old: State,
    new: State,
    base: str,
    head: str,
    found: Iterable[Change],
    line_of: Callable[[Change], int],
) -> Review:
    """The view of changes that are ordered by subject; `line_of` resolves where each is written."""
    subjects = []
    kinds: Counter[ChangeKind] = Counter()
    for name, group in groupby(found, key=lambda change: change.subject):
        listed_changes = list(group)
        kinds.update(change.kind for change in listed_changes)
        ledger = new.ledger if new.ledger.kind(name) else old.ledger
        views = [_view(change, old, new, line_of(change)) for change in listed_changes]
        subjects.append(
            SubjectReview(name, ledger.title(name), ledger.kind(name) or "", tuple(views))
        )
    return Review(base, head, _summary(kinds, len(subjects)), tuple(subjects))


def _summary(kinds: Counter[ChangeKind], subjects: int) -> str:
    """`2 subjects: 1 claim added, 3 values changed`."""
    if not kinds:
        return "The facts are the same."
    parts = [_counted(kind, kinds[kind]) for kind in ChangeKind if kinds[kind]]
    return f"{counted(subjects, 'subject')}: {', '.join(parts)}"


def _counted(kind: ChangeKind, number: int) -> str:
    """`3 values changed`, `1 position gained origins`, `vocabulary edited`."""
    noun, _, verb = kind.value.partition(" ")
    match noun:
        case "vocabulary":
            return kind.value
        case "origins":
            return f"{counted(number, 'position')} {verb} origins"
    return f"{counted(number, noun)} {verb}"


def _view(change: Change, old: State, new: State, line: int) -> ChangeView:
    before, after = _words(change.old, old), _words(change.new, new)
    if change.kind is ChangeKind.SPEAKER_CHANGED:
        before, after = _speaker(change.old, old.ledger), _speaker(change.new, new.ledger)
    if change.kind is ChangeKind.QUOTE_CHANGED:
        before = _quote(change.old)  # of the document that the new quote names
    if isinstance(change.new, Weighed):
        after = str(change.new.origins)
    both = f"{before} → {after}" if before and after else before or after
    return ChangeView(
        mark=MARKS.get(change.kind.value.rpartition(" ")[2], "~"),
        kind=change.kind.value,
        claim=change.claim,
        words=both,
        file=change.spot.path,
        line=line,
        gone=change.gone,
    )


def _words(part: Part, state: State) -> str:
    """A claim, citation, conflict, position or list of fields in words."""
    ledger = state.ledger
    match part:
        case Claim():
            return f"{claim_in_words(part, ledger)}{_statement(part, ledger)}"
        case Citation():
            return f"{_quote(part)} in {ledger.title(part.source)}"
        case Conflict():
            desk = Desk(ledger, state.weighing, Addresses(), "", state.evidence)
            return f"{question_of(part, desk)} {split_of(part, desk)}"
        case Weighed():
            return f"{_position(part, ledger)}: {part.origins}"
        case tuple():
            return ", ".join(part)
    return ""


def _quote(part: Part) -> str:
    return f"“{' '.join(part.quote.split())}”" if isinstance(part, Citation) else ""


def _statement(claim: Claim, ledger: Ledger) -> str:
    where = claim.entry.stated_in
    return f" in {ledger.title(where)}" if where else ""


def _speaker(part: Part, ledger: Ledger) -> str:
    if not isinstance(part, Claim):
        return ""
    return f"{speakers_in_words(part, ledger)}{_statement(part, ledger)}"


def _position(weighed: Weighed, ledger: Ledger) -> str:
    position = weighed.position
    attribute = ledger.vocabulary.attributes[position.attribute].label.lower()
    return f"{with_denial(position, ledger)} ({attribute})"
