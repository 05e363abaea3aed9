"""What is linked, however many steps away, taken together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def groups(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Each name of the pairs -> all it is linked with, itself included."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        mine, theirs = found.get(one, {one}), found.get(other, {other})
        if mine is not theirs:
            mine |= theirs
            found |= dict.fromkeys(mine, mine)
    return {name: frozenset(group) for name, group in found.items()}
