"""The parts of a sum: claims that count or name, and the position their sum makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factbook.facts.values import Count, Names
from factbook.weighing.position import Position

if TYPE_CHECKING:
    from factbook.facts.counts import Numbers
    from factbook.facts.ledger import Claim
    from factbook.weighing.comparing.coverage import Coverage


class Part(NamedTuple):
    """A claim that counts or names, the position it stands in, and which of the family that is."""

    claim: Claim
    position: Position
    number: int

    @property
    def numbers(self) -> Numbers:
        """What it counts; parts are counts."""
        value = self.claim.value
        if not isinstance(value, Count):
            raise TypeError(value)
        return value.numbers


def made(
    parts: list[Part],
    value: Count | Names,
    coverage: Coverage,
    *,
    attribute: str = "",
    complete: bool = False,
) -> Position:
    """The position that a sum of parts makes, of their attribute if no other is named."""
    claims = {one.claim.key: one.claim for one in parts}
    return Position(
        subject=parts[0].position.subject,
        attribute=attribute or parts[0].position.attribute,
        coverage=coverage,
        denied=False,
        value=value,
        claims=tuple(claims.values()),
        parts=True,
        complete=complete,
    )
