"""A value that its quotes do not yield.

What it finds: a count whose number stands in none of the claim's quotes, and a date of which no
quote names a day, a month, a year or a weekday, where the claim has no `inferred`.
Why it matters: the quote is what readers check the value against; if it does not say it, they are
asked to believe.
How to mend: quote the words that say it, or add `inferred: {from: […], because: …}`. "A" and "an"
are one, "no" is none, a plural is at least one; a quote in another language than English is read
for its digits, and for its `translation`.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.number_words import numbers_in
from factbook.facts.sets import highest, lowest
from factbook.facts.values import Count, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Claim, Ledger

MEND = "quote the words that say it, or add `inferred: {from: […], because: …}`"
NONE = re.compile(r"\b(no|none|nobody|not|never|without|nor|neither|zero)\b", re.IGNORECASE)
ONE = re.compile(r"\b(an?|one|single|another|every|each)\b", re.IGNORECASE)
SOFT = re.compile(
    r"\b(some|several|many|multiple|dozens?|scores?|barrage|number|series|various|numerous|"
    r"hundreds|thousands|few|couple|\w+s|people|men|women|children)\b",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d+(?:,\d{3})+|\d+")
DATED = re.compile(
    r"\d|\b(mon|tues|wednes|thurs|fri|satur|sun)day|\b(yester|to)day|\btonight|\b(jan|feb|mar|apr|may|"
    r"jun|jul|aug|sep|oct|nov|dec)|\b(week|month|year|spring|summer|autumn|fall|winter|anniversary|"
    r"day|night|morning|evening|afternoon|eve)",
    re.IGNORECASE,
)


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each value that has to be believed."""
    for key, claim in ledger.claims.items():
        if claim.entry.inferred or not claim.entry.cite or not claim.entry.stands:
            continue
        texts = _texts(claim, ledger)
        if texts and not any(_yields(text, claim) for text in texts):
            spot = ledger.claim_spot(key).at("value")
            message = f"no quote of {key.claim} says {claim.entry.value}"
            yield Problem("unquoted-value", message, spot, MEND)


def _texts(claim: Claim, ledger: Ledger) -> list[str]:
    """What can be read of the quotes: English ones, translations, and digits of any language."""
    texts = []
    for one in claim.entry.cite:
        source = ledger.sources.get(one.source)
        if one.translation:
            texts.append(one.translation.text)
        elif source and source.language.partition("-")[0].lower() not in {"", "en", "eng"}:
            if not re.search(r"[0-9]", one.quote):
                return []
            texts.append(one.quote)
        else:
            texts.append(one.quote)
    return texts


@cache
def _figures(text: str) -> frozenset[str]:
    """The numbers that a count is written with, without leading zeros."""
    return frozenset(str(int(one)) for one in re.findall(r"\d+", text))


def _yields(text: str, claim: Claim) -> bool:
    match claim.value:
        case Count():
            return _yields_count(text, claim.value)
        case When(date=date):
            return not date.known or bool(DATED.search(text))
    return True


def _yields_count(text: str, count: Count) -> bool:
    """A number of the count stands in the text, or a word that means as much."""
    named = _figures(count.text)
    if not named.isdisjoint(FIGURE.findall(text)):
        return True  # in digits, as most are
    low, high = lowest(count.numbers.usual), highest(count.numbers.usual)
    if high == 0:
        return bool(NONE.search(text))
    if not named:
        return bool(SOFT.search(text)) or bool(numbers_in(text))
    if {int(one) for one in named} & numbers_in(text):
        return True
    if "1" in named and ONE.search(text):
        return True
    return math.isinf(high) and low <= 2 and bool(SOFT.search(text))
