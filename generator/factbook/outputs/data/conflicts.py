"""A conflict as data: the positions with their claims and origins, and why they do not agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.prose import key_of
from factbook.outputs.data.lineage import lineage_data
from factbook.outputs.data.values import Data, claim_id, date, filled, named, whole_id
from factbook.pages.camps import camps
from factbook.pages.conflict import KINDS
from factbook.pages.position import with_denial
from factbook.pages.remarks import gone
from factbook.weighing.conflict import Conflict
from factbook.weighing.origins import origins

if TYPE_CHECKING:
    from factbook.facts.judgements import Side
    from factbook.pages.links import Desk
    from factbook.weighing.conflict import Assessed, DeclaredOne, Pair, Weighed
    from factbook.weighing.origins import Origins


def conflict_data(one: Conflict | DeclaredOne, desk: Desk) -> Data:
    """A conflict that the rules found, or one that editors declare."""
    found = _found(one, desk) if isinstance(one, Conflict) else _declared(one, desk)
    return filled(
        {
            "id": one.id,
            "subject": named(one.subject, desk.ledger),
            "address": desk.to_conflict(one).href,
            "declared": not isinstance(one, Conflict),
            **found,
            "severity": one.severity,
            "status": one.status.value,
            "assessment": _assessment(one.subject, one.assessment, desk),
        }
    )


def _found(conflict: Conflict, desk: Desk) -> Data:
    attribute = desk.ledger.vocabulary.attributes[conflict.question_of]
    marks = camps(conflict)
    claims = {claim.key: claim for one in conflict.positions for claim in one.position.claims}
    return {
        "question": attribute.question or attribute.label,
        "kind": KINDS[conflict.kind.value],
        "origins": _origins(origins(tuple(claims.values()), *desk.weighing.bounds)),
        "positions": [
            _position(one, marks[number], desk) for number, one in enumerate(conflict.positions)
        ],
        "disagreements": [_pair(pair) for pair in conflict.pairs if pair.finding.is_conflict],
        "explained": conflict.noted.explained if conflict.noted else "",
        "open_because": conflict.noted.open_because if conflict.noted else "",
    }


def _position(weighed: Weighed, camp: int, desk: Desk) -> Data:
    position = weighed.position
    return {
        "attribute": position.attribute,
        "words": with_denial(position, desk.ledger),
        "denied": position.denied,
        "added_up": position.parts,
        "camp": camp,
        "origins": _origins(weighed.origins),
        "claims": [whole_id(claim.key) for claim in position.claims],
        "lineage": lineage_data(position.claims, desk, weighed.origins),
    }


def _origins(found: Origins) -> Data:
    counted = {"low": found.low, "high": found.high, "own_voice": found.own_voice}
    return filled({**counted, "counted_as_one": list(found.merged)})


def _pair(pair: Pair) -> Data:
    return filled(
        {
            "positions": [pair.one, pair.other],
            "relation": pair.finding.relation.value,
            "because": pair.finding.because,
            "notes": list(pair.finding.notes),
        }
    )


def _declared(declared: DeclaredOne, desk: Desk) -> Data:
    entry = declared.entry
    return {
        "question": entry.question,
        "kind": entry.kind or "",
        "positions": [_side(side, declared.subject, desk) for side in entry.positions],
        "explained": entry.explained,
        "open_because": entry.open_because,
    }


def _side(side: Side, subject: str, desk: Desk) -> Data:
    """A side with its claims; who is behind one that was redacted must not be told in words."""
    keys = (key_of(claim, subject) for claim in side.claims)
    claims = tuple(desk.ledger.claims[key] for key in keys if key in desk.ledger.claims)
    found = origins(claims, *desk.weighing.bounds)
    return {
        "words": side.label,
        "origins": {"low": found.low, "high": found.high, "own_voice": found.own_voice},
        "claims": [claim_id(claim, subject) for claim in side.claims],
        "lineage": lineage_data(tuple(one for one in claims if not gone(one)), desk),
    }


def _assessment(subject: str, assessed: Assessed | None, desk: Desk) -> Data | None:
    if assessed is None:
        return None
    entry = assessed.entry
    return filled(
        {
            "conclusion": entry.conclusion,
            "method": entry.method,
            "confidence": entry.confidence,
            "because": entry.because,
            "weighs": [claim_id(claim, subject) for claim in entry.weighs],
            "by": entry.by,
            "on": date(entry.on),
            "evidence_changed": desk.weighing.has_changed(subject, assessed.key),
        }
    )
