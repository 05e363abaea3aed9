"""Sets of whole numbers as ranges: what counts and dates have in common.

A value is a set of possibilities. A count is a set of whole numbers, a date a set of days; both are
unions of ranges, and both compare in the same three ways.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

UNBOUNDED = math.inf


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """All whole numbers from `low` to `high`, both included; either may be unbounded."""

    low: float
    high: float

    def within(self, other: Range) -> bool:
        """Whether every number here is also in `other`."""
        return other.low <= self.low and self.high <= other.high

    def meets(self, other: Range) -> bool:
        """Whether any number is in both."""
        return self.low <= other.high and other.low <= self.high


Ranges = tuple[Range, ...]


def within(inner: Ranges, outer: Ranges) -> bool:
    """Whether every range of `inner` lies in one of `outer`."""
    return all(any(one.within(other) for other in outer) for one in inner)


def meet(some: Ranges, others: Ranges) -> bool:
    """Whether the two sets share a number."""
    return any(one.meets(other) for one in some for other in others)


def lowest(ranges: Ranges) -> float:
    """The smallest number of the set."""
    return min(one.low for one in ranges)


def highest(ranges: Ranges) -> float:
    """The largest number of the set."""
    return max(one.high for one in ranges)
