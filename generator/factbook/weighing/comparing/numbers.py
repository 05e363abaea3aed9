"""Counts and quantities as sets of numbers.

Hard words are intervals: `8`, `at least 8`, `5 to 12`, `5 or 7`, `none`. Soft words (`about 8`,
`several`, `dozens`) have a usual range and an outermost one. Only where the outermost ranges share
no number do two counts contradict each other; everything between is differing precision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.sets import Ranges, joined, meet, wider, within
from factbook.weighing.comparing.cover import AROUND, CROSSING, EQUAL, INSIDE, Compared, Cover

if TYPE_CHECKING:
    from factbook.facts.counts import Numbers
    from factbook.facts.quantities import Measure

NO_NUMBER = Compared(Cover.APART, "They share no possible number.")
NO_AMOUNT = Compared(Cover.APART, "They share no possible amount.")
ROUNDED = Compared(Cover.CROSSING, "They differ by no more than their figures are rounded.")
OTHER_DIMENSION = Compared(Cover.OPEN, "They measure different things.")


def compare_sets(
    one: tuple[Ranges, Ranges], other: tuple[Ranges, Ranges], apart: Compared
) -> Compared:
    """Compare (usual, outermost) with (usual, outermost); the outermost decides a tie."""
    if not meet(one[1], other[1]):
        return apart
    inside, around = within(one[0], other[0]), within(other[0], one[0])
    if inside and around:
        inside, around = within(one[1], other[1]), within(other[1], one[1])
    if inside and around:
        return EQUAL
    return INSIDE if inside else AROUND if around else CROSSING


def compare_counts(one: Numbers, other: Numbers) -> Compared:
    """Counts by their whole numbers: `5 or 6` and `5 to 6` say the same."""
    mine, theirs = one.outermost, other.outermost
    if len(mine) == len(theirs) == 1 and not mine[0].meets(theirs[0]):
        return NO_NUMBER
    return compare_sets(
        (joined(one.usual), joined(mine)), (joined(other.usual), joined(theirs)), NO_NUMBER
    )


def compare_quantities(one: Measure, other: Measure) -> Compared:
    """Quantities in their base unit; what only rounding sets apart does not contradict."""
    if one.dimension != other.dimension:
        return OTHER_DIMENSION
    mine, theirs = ((each.numbers.usual, each.numbers.outermost) for each in (one, other))
    compared = compare_sets(mine, theirs, NO_AMOUNT)
    if compared is NO_AMOUNT and meet(
        wider(mine[1], one.rounding), wider(theirs[1], other.rounding)
    ):
        return ROUNDED
    return compared
