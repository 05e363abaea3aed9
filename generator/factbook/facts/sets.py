"""Sets of numbers as ranges: what counts, quantities and dates have in common.

A value is a set of possibilities. A count is a set of whole numbers, a quantity a set of numbers, a
date a set of days; all are unions of ranges, and all compare in the same three ways.
"""

from __future__ import annotations

import math
from typing import NamedTuple

UNBOUNDED = math.inf


class Range(NamedTuple):
    """All numbers from `low` to `high`, both included; either may be unbounded."""

    low: float
    high: float

    def within(self, other: Range) -> bool:
        """Whether every number here is also in `other`."""
        return other.low <= self.low and self.high <= other.high

    def meets(self, other: Range) -> bool:
        """Whether any number is in both."""
        return self.low <= other.high and other.low <= self.high

    def wider(self, by: float) -> Range:
        """The range with `by` more on both sides."""
        return Range(self.low - by, self.high + by)


Ranges = tuple[Range, ...]


def within(inner: Ranges, outer: Ranges) -> bool:
    """Whether every range of `inner` lies in one of `outer`."""
    return all(any(one.within(other) for other in outer) for one in inner)


def meet(some: Ranges, others: Ranges) -> bool:
    """Whether the two sets share a number."""
    return any(one.meets(other) for one in some for other in others)


def joined(ranges: Ranges) -> Ranges:
    """The same whole numbers in the fewest ranges, in order: 5 and 6 to 8 are 5 to 8."""
    found: list[Range] = []
    for one in sorted(ranges):
        if found and one.low <= found[-1].high + 1:
            found[-1] = Range(found[-1].low, max(found[-1].high, one.high))
        else:
            found.append(one)
    return tuple(found)


def wider(ranges: Ranges, by: float) -> Ranges:
    """Every range with `by` more on both sides."""
    return tuple(one.wider(by) for one in ranges)


def lowest(ranges: Ranges) -> float:
    """The smallest number of the set."""
    if len(ranges) == 1:  # as of most values
        return ranges[0].low
    return min(one.low for one in ranges)


def highest(ranges: Ranges) -> float:
    """The largest number of the set."""
    if len(ranges) == 1:
        return ranges[0].high
    return max(one.high for one in ranges)


def hull(ranges: Ranges) -> Range:
    """From the smallest number of the set to the largest, with all between."""
    return Range(lowest(ranges), highest(ranges))
