"""Very many positions: no pairwise explosion, and nothing that is contested is missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.weighing import pairing

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from factbook.dossier import Dossier

FIGURES = ["1", "2", "3", "5 to 9", "at least 4", "about 8", "none", "several"]
LINES = [
    f"a{number} | {attribute} | {figure}"
    for number, (attribute, figure) in enumerate(
        (attribute, figure) for attribute in ("killed", "casualties") for figure in FIGURES
    )
]


def test_the_same_is_contested_whether_each_is_compared_or_only_the_outermost(
    told: Callable[..., Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    def found() -> tuple[set[int], str, int]:
        [conflict] = told(*LINES).weighing.conflicts.values()
        same = {
            number
            for pair in conflict.pairs
            if pair.finding.is_conflict
            for number in (pair.one, pair.other)
            if conflict.positions[pair.one].position.attribute
            == conflict.positions[pair.other].position.attribute
        }
        return same, conflict.severity, len(conflict.pairs)

    everything = found()
    monkeypatch.setattr(pairing, "MOST", 3)
    outermost = found()
    assert everything[:2] == outermost[:2]
    assert everything[2] == len(LINES) * (len(LINES) - 1) // 2
    assert outermost[2] < everything[2] // 2


def test_denials_are_compared_with_everything(
    told: Callable[..., Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairing, "MOST", 1)
    made = told(
        "a | killed | at least 3", "b | killed | 4 to 9", "c | killed | at least 1 | act: denies"
    )
    [conflict] = made.weighing.conflicts.values()
    assert (conflict.kind.value, len(conflict.contested)) == ("disputed", 3)
