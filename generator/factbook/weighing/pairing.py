"""Which positions of a family are compared: each with each, or of very many with the outermost.

Positions are compared, never claims: five thousand claims that say one of forty things are forty
positions. Where a family has more positions than anybody could read, each is compared with those
that reach least far up and least far down among what covers the same, and with what else stands in
the way of numbers: denials, names. If a figure contradicts another that covers the same, it
contradicts one of these; and these are compared with each other, whatever they cover.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from factbook.facts.sets import UNBOUNDED, Range, highest, lowest
from factbook.facts.values import Count
from factbook.weighing.conflict import Pair
from factbook.weighing.rules import relate

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from factbook.facts.sets import Ranges
    from factbook.weighing.family import Family
    from factbook.weighing.position import Position

MOST = 300  # positions of which each is compared with each: some 45,000 pairs
MOST_OTHERS = 12  # denials and names that very many positions are compared with


def pairs_of(family: Family) -> tuple[Pair, ...]:
    """How positions of a family stand to each other, by their places in it."""
    return tuple(Pair(one, other, relate(one, other, family)) for one, other in chosen(family))


def chosen(family: Family) -> Iterable[tuple[int, int]]:
    """Which positions are compared, by their places in the family, in order."""
    numbers = range(len(family.positions))
    if len(numbers) > MOST:
        return sorted(_with_outermost(family))
    return combinations(numbers, 2)


def _with_outermost(family: Family) -> Iterator[tuple[int, int]]:
    """The pairs that are compared of very many positions, each once."""
    fields: dict[Hashable, list[int]] = {}
    others: list[int] = []
    for number, position in enumerate(family.positions):
        if position.denied or not isinstance(position.value, Count):
            others.append(number)
        else:
            fields.setdefault((position.attribute, position.coverage.meaning), []).append(number)
    found: set[tuple[int, int]] = set()
    ends = list(dict.fromkeys(others[:MOST_OTHERS]))
    for alike in fields.values():
        outermost = _outermost(alike, family)
        found |= {(one, end) for one in alike for end in (*outermost, *others[:MOST_OTHERS])}
        ends += outermost
    found |= set(combinations(_farthest(ends, family), 2))
    yield from {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


def _farthest(ends: list[int], family: Family) -> list[int]:
    """Of very many the figures that reach least far up and down: any clash of two shows there."""
    if len(ends) <= MOST:
        return ends
    up = sorted(ends, key=lambda number: highest(_range(family.positions[number])))
    down = sorted(ends, key=lambda number: -lowest(_range(family.positions[number])))
    return list(dict.fromkeys([*up[: MOST // 4], *down[: MOST // 4]]))


def _outermost(alike: list[int], family: Family) -> tuple[int, ...]:
    """Of figures on the same, those held to this day that reach least far up, and down."""
    held = [
        number
        for number in alike
        if not family.positions[number].drift
        and any(telling.live for telling in family.tellings.of(number))
    ]
    if not held:
        return ()
    least = min(held, key=lambda number: highest(_range(family.positions[number])))
    most = max(held, key=lambda number: lowest(_range(family.positions[number])))
    return least, most


def _range(position: Position) -> Ranges:
    anything = (Range(0, UNBOUNDED),)
    return position.value.numbers.outermost if isinstance(position.value, Count) else anything
