from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

    Told = Callable[..., Dossier]


def test_a_conflict_lists_all_positions_of_its_family(told: Told) -> None:
    made = told(
        "cell | rockets_fired | 8",
        "army | rockets_landed | at least 8",
        "television | rockets_fired | 3",
        "- | rockets_fired | multiple",
    )
    [conflict] = made.weighing.conflicts.values()
    assert conflict.id == "attack.rockets_fired"
    assert (conflict.kind.value, conflict.severity) == ("contradicts", "high")
    assert len(conflict.positions) == 4
    contested = {key.claim for key in made.weighing.conflict_of}
    assert contested == {"c0", "c1", "c2"}


def test_severity_is_weight_times_kind(told: Told) -> None:
    rows = {
        ("cell | killed | 1", "army | killed | 2"): "high",
        ("cell | explosions_heard | 1", "army | explosions_heard | 2"): "moderate",
        ("cell | killed | 1 | act: denies", "army | killed | 1"): "high",
        ("cell | explosions_heard | 1 | act: denies", "army | explosions_heard | 1"): "low",
    }
    for lines, severity in rows.items():
        [conflict] = told(*lines).weighing.conflicts.values()
        assert conflict.severity == severity, lines


def test_the_question_is_the_only_attribute_in_dispute_or_the_whole(told: Told) -> None:
    one = told("cell | killed | 1", "army | killed | 2", "army | injured | 4")
    both = told("cell | killed | 3", "army | casualties | 2")
    assert [c.question_of for c in one.weighing.conflicts.values()] == ["killed"]
    assert [c.question_of for c in both.weighing.conflicts.values()] == ["casualties"]
