"""A claim as data: everything its page shows of it, and nothing else.

Of a claim that was redacted or withdrawn only the id stays, with the reason that its page gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.outputs.data.values import (
    Data,
    all_named,
    claim_address,
    claim_id,
    date,
    filled,
    named,
    speakers,
    value,
    whole_id,
)
from factbook.pages.wording import own_voice_in_words, value_in_words
from factbook.weighing.position import is_weighed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.evidence.standing import Standing
    from factbook.facts.entries import Citation, Inferred, Whereabouts
    from factbook.facts.ledger import Claim, Ledger
    from factbook.pages.links import Desk


def claim_data(claim: Claim, desk: Desk) -> Data:
    """A claim; `desk` is that of the site's root."""
    entry, ledger = claim.entry, desk.ledger
    if entry.redacted:
        on = date(entry.redacted.on)
        return _tombstone(claim, desk, "redacted", {"on": on, "ground": entry.redacted.ground})
    if entry.withdrawn:
        on = date(entry.withdrawn.on)
        because = entry.withdrawn.because
        return _tombstone(claim, desk, "withdrawn", {"on": on, "because": because})
    attribute = ledger.vocabulary.attributes.get(entry.attribute)
    conflict = desk.weighing.conflict_of.get(claim.key)
    return filled(
        {
            **_head(claim, desk, "retracted" if entry.retracted else "stands"),
            "attribute": {
                "id": entry.attribute,
                "title": attribute.label if attribute else entry.attribute,
            },
            "value": value(claim, ledger),
            "words": value_in_words(claim.value, entry.of, ledger),
            "of": dict(entry.of),
            "act": entry.act,
            "hedge": entry.hedge,
            "speakers": speakers(claim.voices, ledger),
            "own_voice": "" if claim.voices else own_voice_in_words(claim, ledger),
            "statement": named(entry.stated_in, ledger) if entry.stated_in else None,
            **_covered(claim, ledger),
            **_standing(claim, desk),
            "weighed": is_weighed(claim),
            "conflict": conflict.id if conflict else "",
            "citations": citations(entry.cite, desk),
            "note": entry.note,
        }
    )


def _head(claim: Claim, desk: Desk, status: str) -> Data:
    return {
        "id": whole_id(claim.key),
        "subject": named(claim.key.subject, desk.ledger),
        "claim": claim.key.claim,
        "moved_from": list(claim.entry.moved_from),
        "address": claim_address(claim.key, desk),
        "status": status,
    }


def _tombstone(claim: Claim, desk: Desk, status: str, why: Data) -> Data:
    return filled({**_head(claim, desk, status), status: why})


def _covered(claim: Claim, ledger: Ledger) -> Data:
    """What within the incident the claim is about."""
    entry = claim.entry
    return {
        "at": [_whereabouts(one, ledger) for one in entry.places],
        "during": date(entry.during) if entry.during else None,
        "as_of": date(entry.as_of) if entry.as_of else None,
        "complete": entry.complete,
        "counted_in": claim_id(entry.counted_in, claim.key.subject) if entry.counted_in else "",
    }


def _whereabouts(where: Whereabouts, ledger: Ledger) -> Data:
    return filled(
        {
            "relation": where.relation,
            "place": named(where.place, ledger) if where.place else None,
            "label": where.label,
            "within": named(where.within, ledger) if where.within else None,
        }
    )


def _standing(claim: Claim, desk: Desk) -> Data:
    """On what the claim rests, and what became of it."""
    entry, subject = claim.entry, claim.key.subject
    echo, earlier, back = entry.echoes, entry.supersedes, entry.retracted
    return {
        "basis": entry.basis,
        "credibility": entry.credibility,
        "inferred": inferred_data(entry.inferred, desk.ledger),
        "echoes": echo
        and {
            "claim": claim_id(echo.claim, subject),
            "certainty": echo.certainty,
            "because": echo.because,
        },
        "supersedes": earlier
        and {"claim": claim_id(earlier.claim, subject), "because": earlier.because},
        "retracted": back
        and filled(
            {
                "on": date(back.on),
                "because": back.because,
                "citations": citations(back.cite, desk),
            }
        ),
    }


def inferred_data(inferred: Inferred | None, ledger: Ledger) -> Data | None:
    """From which sources something was inferred, and why."""
    if inferred is None:
        return None
    return {"from": all_named(inferred.sources, ledger), "because": inferred.because}


def citations(cite: Iterable[Citation], desk: Desk) -> list[Data]:
    """Citations: quote, document, route, rendering, tie, and where the words were found."""
    return [_citation(one, desk) for one in cite]


def _citation(one: Citation, desk: Desk) -> Data:
    ledger = desk.ledger
    standing = desk.evidence.of(one, ledger.sources.get(one.source))
    return filled(
        {
            "source": named(one.source, ledger),
            "quote": " ".join(one.quote.split()),
            "locator": one.locator,
            "route": all_named(one.via, ledger),
            "named_as": one.named_as,
            "rendering": one.rendering,
            "tie": one.tie,
            "translation": one.translation
            and {"text": one.translation.text, "by": one.translation.by},
            "verified": _verified(standing),
        }
    )


def _verified(standing: Standing) -> Data | None:
    """Where the words of a quote stand, in which bytes, and since when that is known."""
    line = standing.line
    if line is None or standing.state == "stale":
        return None
    return filled(
        {
            "in_this_build": standing.state == "in this run",
            "on": line.day,
            "sha256": line.snapshot,
            "characters": [list(span) for span in line.spans],
            "locator": str(line.locator),
            "places": line.places if line.places > 1 else None,
        }
    )
