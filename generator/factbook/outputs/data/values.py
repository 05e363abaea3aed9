"""Values as data: what was written, what it can mean, and names with their titles.

A value is a set of possibilities. A count and a quantity have ranges, a date has days: what they
usually mean, and the outermost they can be stretched to. A bound that is not there is null.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factbook.facts.dates import in_words
from factbook.facts.days import iso_day
from factbook.facts.model import FOLDER_OF
from factbook.facts.prose import key_of
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
    When,
)
from factbook.pages.links import claim_anchor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.facts.counts import Numbers
    from factbook.facts.dates import Edtf
    from factbook.facts.decoding import ClaimKey
    from factbook.facts.ledger import Claim, Ledger, Voice
    from factbook.facts.sets import Range, Ranges
    from factbook.pages.links import Desk

Data = dict[str, Any]
NUMBERS = (int, float)


def filled(record: Data) -> Data:
    """A record without the keys that say nothing; a zero says something."""
    return {key: value for key, value in record.items() if value or type(value) in NUMBERS}


def named(name: str, ledger: Ledger) -> Data:
    """An id with its title."""
    return {"id": name, "title": ledger.title(name)}


def all_named(names: Iterable[str], ledger: Ledger) -> list[Data]:
    """Ids with their titles."""
    return [named(name, ledger) for name in names]


def whole_id(key: ClaimKey) -> str:
    """The id of a claim among all claims: `SUBJECT#CLAIM`."""
    return f"{key.subject}#{key.claim}"


def address(name: str, desk: Desk) -> str:
    """The address of a record's page, from the site's root."""
    return desk.addresses.page(FOLDER_OF[desk.ledger.subjects.kinds[name]], name)


def claim_address(key: ClaimKey, desk: Desk) -> str:
    """The address of a claim, from the site's root."""
    return f"{address(key.subject, desk)}#{claim_anchor(key)}"


def claim_id(written: str, subject: str) -> str:
    """The whole id of a claim that another names, seen from the file of `subject`."""
    return whole_id(key_of(written, subject))


def speakers(voices: Iterable[Voice], ledger: Ledger) -> list[Data]:
    """Who speaks: actors, or somebody unnamed in a document's words."""
    return [
        named(voice.actor, ledger)
        if voice.actor
        else filled(
            {
                "unnamed": voice.unnamed,
                "to": named(voice.outlet, ledger) if voice.outlet else None,
            }
        )
        for voice in voices
    ]


@lru_cache(maxsize=4096)
def date(written: Edtf) -> Data:
    """A date: as written (EDTF), in words, and its first and last days."""
    if not written.known:
        return {"text": written.text, "words": in_words(written)}
    return {
        "text": written.text,
        "words": in_words(written),
        "usual": _days(written.usual),
        "outermost": _days(written.outermost),
    }


def value(claim: Claim, ledger: Ledger) -> Data:  # noqa: C901 - one case for each type
    """The value of a claim, by its type."""
    match claim.value:
        case Count(text=text, numbers=numbers):
            return {"type": "count", "text": text, **_ranges(numbers)}
        case MostOf(text=text, claim=other):
            return {"type": "count", "text": text, "most_of": claim_id(other, claim.key.subject)}
        case Quantity(text=text, measure=measure):
            unit = {"unit": measure.unit, "dimension": measure.dimension}
            return {"type": "quantity", "text": text, **unit, **_ranges(measure.numbers)}
        case When(date=when):
            return {"type": "date", **date(when)}
        case Names(ids=ids):
            attribute = ledger.vocabulary.attributes[claim.entry.attribute]
            return {"type": attribute.type, "names": all_named(ids, ledger)}
        case Terms(ids=ids):
            attribute = ledger.vocabulary.attributes[claim.entry.attribute]
            terms = ledger.vocabulary.terms.get(attribute.terms, {})
            return {"type": "term", "terms": [_term(one, terms[one].label) for one in ids]}
        case Flag(yes=yes):
            return {"type": "flag", "yes": yes}
        case Texts(items=items):
            return {"type": "text", "items": list(items)}
        case Unknown():
            return {"type": "unknown"}
        case Misfit(reason=reason):
            return {"type": "misfit", "reason": reason}


def _term(name: str, label: str) -> Data:
    return {"id": name, "title": label}


def _ranges(numbers: Numbers) -> Data:
    best = {} if numbers.best is None else {"best": _bound(numbers.best)}
    return {"usual": _spans(numbers.usual), "outermost": _spans(numbers.outermost), **best}


def _spans(ranges: Ranges) -> list[Data]:
    return [{"low": _bound(one.low), "high": _bound(one.high)} for one in ranges]


def _bound(number: float) -> float | int | None:
    """A bound as a number, whole where it is whole; None where there is none."""
    if math.isinf(number):
        return None
    return int(number) if number == int(number) else number


def _days(span: Range) -> Data:
    return {"earliest": iso_day(span.low), "latest": iso_day(span.high)}
