from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factbook.facts.decoding import ClaimKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.pipeline import Dossier

    Told = Callable[..., Dossier]

SPEAKERS = ["cell", "army", "television", "embassy", "-"]
COUNTS = ["none", "1", "3", "8", "at least 8", "several", "5 to 12", "about 9"]
SCOPES = ["", " | of: {status: civilian}", " | of: {status: military}", " | act: denies"]
ATTRIBUTES = ["casualties", "killed", "injured"]
claims = st.builds(
    "{} | {} | {}{}".format,
    st.sampled_from(SPEAKERS),
    st.sampled_from(ATTRIBUTES),
    st.sampled_from(COUNTS),
    st.sampled_from(SCOPES),
)
of_rules = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def clashes(made: Dossier) -> set[frozenset[ClaimKey]]:
    """All pairs of claims that are in conflict with each other."""
    return {
        frozenset((one.key, other.key))
        for conflict in made.weighing.conflicts.values()
        for pair in conflict.pairs
        if pair.finding.is_conflict
        for one in conflict.positions[pair.one].position.claims
        for other in conflict.positions[pair.other].position.claims
    }


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


@of_rules
@given(lines=st.lists(claims, min_size=2, max_size=6))
def test_the_order_of_claims_is_irrelevant(told: Told, lines: list[str]) -> None:
    forward = clashes(told(*lines))
    last = len(lines) - 1
    backward = {
        frozenset(ClaimKey(key.subject, f"c{last - int(key.claim[1:])}") for key in pair)
        for pair in clashes(told(*reversed(lines)))
    }
    assert forward == backward


@of_rules
@given(lines=st.lists(claims, min_size=2, max_size=5), more=claims)
def test_another_claim_never_removes_a_contradiction(
    told: Told, lines: list[str], more: str
) -> None:
    def contradicting(made: Dossier) -> set[frozenset[ClaimKey]]:
        return {
            frozenset((one.key, other.key))
            for conflict in made.weighing.conflicts.values()
            for pair in conflict.pairs
            if pair.finding.relation.value in {"contradicts", "disputed"}
            for one in conflict.positions[pair.one].position.claims
            for other in conflict.positions[pair.other].position.claims
        }

    assert contradicting(told(*lines)) <= contradicting(told(*lines, more))
