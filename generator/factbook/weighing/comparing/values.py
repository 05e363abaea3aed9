"""A value is a set of possibilities, compared with another of the same attribute.

A count is a set of whole numbers, a date a set of days, a place or an actor itself with all below
it. What two values can be together decides how they stand to each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.values import Count, Flag, Names, Quantity, Terms, Texts, Value, When
from factbook.weighing.comparing.cover import EQUAL, OPEN, Compared, Cover
from factbook.weighing.comparing.dates import compare_dates
from factbook.weighing.comparing.names import compare_names, compare_terms
from factbook.weighing.comparing.numbers import compare_counts, compare_quantities

if TYPE_CHECKING:
    from factbook.facts.ledger import Ledger

YES_AND_NO = Compared(Cover.APART, "One says yes, the other no.")
OTHER_WORDS = Compared(Cover.APART, "They give different words.")


def compare(one: Value, other: Value, ledger: Ledger, tolerance: int = 0) -> Compared:
    """How two values of one attribute stand to each other.

    `tolerance` is by how many days dates may differ where a time zone is missing. Texts are
    compared word by word; whether an attribute's texts are compared at all is for the caller.
    """
    match one, other:
        case Count(), Count():
            return compare_counts(one.numbers, other.numbers)
        case Quantity(), Quantity():
            return compare_quantities(one.measure, other.measure)
        case When(), When():
            return compare_dates(one.date, other.date, tolerance)
        case Names(), Names():
            return compare_names(one.ids, other.ids, ledger)
        case Terms(), Terms():
            return compare_terms(one.ids, other.ids, ledger)
        case Flag(), Flag():
            return EQUAL if one.yes == other.yes else YES_AND_NO
        case Texts(), Texts():
            return EQUAL if _words(one) == _words(other) else OTHER_WORDS
    return OPEN


def _words(texts: Texts) -> frozenset[str]:
    return frozenset(" ".join(item.split()).casefold() for item in texts.items)
