"""What holds of any claims whatever: symmetry, order, and what adding or merging can change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factbook.facts.decoding import ClaimKey
from factbook.pipeline import examine_tree
from factbook.reading.tree import read_folder
from factbook.settings import Settings
from factbook.weighing.rules import relate
from factbook.weighing.weigh import families

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.dossier import Dossier
    from factbook.weighing.conflict import Conflict

    Told = Callable[..., Dossier]

SPEAKERS = ["cell", "army", "television", "embassy", "spokesman", "-"]
COUNTS = ["none", "1", "3", "8", "at least 8", "several", "5 to 12", "about 9"]
SCOPES = [
    *("", "", " | of: {status: civilian}", " | of: {status: military}", " | of: {person: woman}"),
    *(" | hedge: perhaps", " | complete: true", " | at: [{place: park}, {place: zone}]"),
    *(" | act: denies", " | at: {place: park}", " | at: {place: zone, relation: outside}"),
]
DAYS = ["", "", " | on: 2031-05-05", " | on: 2031-05-06", " | as_of: 2031-05-06"]
WORDS = ["", "", "", " | cite: paraphrase"]
ATTRIBUTES = ["casualties", "killed", "injured"]
TOP = "place: zone\ndate: 2031-05-05\n"


NAMES = ["anna", "[anna, boris]", "[boris, clara, minister]", "militias", "none"]


def lines_by(*speakers: str) -> st.SearchStrategy[str]:
    return st.one_of(counts_by(*speakers), counts_by(*speakers), names_by(*speakers))


def names_by(*speakers: str) -> st.SearchStrategy[str]:
    return st.builds(
        "{} | victims | {}{}{}".format,
        st.sampled_from(speakers),
        st.sampled_from(NAMES),
        st.sampled_from(["", " | of: {status: civilian}", " | act: denies"]),
        st.sampled_from(DAYS),
    )


def counts_by(*speakers: str) -> st.SearchStrategy[str]:
    return st.builds(
        "{} | {} | {}{}{}{}".format,
        st.sampled_from(speakers),
        st.sampled_from(ATTRIBUTES),
        st.sampled_from(COUNTS),
        st.sampled_from(SCOPES),
        st.sampled_from(DAYS),
        st.sampled_from(WORDS),
    )


claims = lines_by(*SPEAKERS)
of_rules = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def clashes(made: Dossier, *kinds: str) -> set[frozenset[ClaimKey]]:
    """All pairs of claims whose positions are in conflict with each other."""
    return {
        frozenset((one.key, other.key))
        for conflict in made.weighing.conflicts.values()
        for pair in conflict.pairs
        if pair.finding.is_conflict and (not kinds or pair.finding.relation.value in kinds)
        for one in conflict.positions[pair.one].position.claims
        for other in conflict.positions[pair.other].position.claims
        if one is not other
    }


def origins_of(made: Dossier) -> dict[tuple[frozenset[str], bool], tuple[int, int]]:
    """The origins of each position, by the claims that hold it."""
    return {
        (frozenset(claim.key.claim for claim in one.position.claims), one.position.parts): (
            one.origins.low,
            one.origins.high,
        )
        for family in made.weighing.families.values()
        for one in family
    }


@of_rules
@given(lines=st.lists(claims, min_size=2, max_size=6))
def test_every_relation_is_symmetrical(told: Told, lines: list[str]) -> None:
    made = told(*lines, top=TOP)
    found = families("attack", made.ledger.of_subject["attack"], made.weighing.bounds)
    for family in found.values():
        for one in range(len(family.positions)):
            for other in range(one):
                forth, back = relate(one, other, family), relate(other, one, family)
                assert forth.relation is back.relation
                assert forth.notes == back.notes


@of_rules
@given(lines=st.lists(claims, min_size=2, max_size=6))
def test_the_order_of_claims_is_irrelevant(told: Told, lines: list[str]) -> None:
    forward = clashes(told(*lines, top=TOP))
    last = len(lines) - 1
    backward = {
        frozenset(ClaimKey(key.subject, f"c{last - int(key.claim[1:])}") for key in pair)
        for pair in clashes(told(*reversed(lines), top=TOP))
    }
    assert forward == backward


def test_the_order_of_files_is_irrelevant(root: Path) -> None:
    tree, _ = read_folder(root, "facts")
    forth, back = (
        examine_tree(Settings(), dict(items)).weighing
        for items in (list(tree.items()), list(tree.items())[::-1])
    )
    assert forth.conflicts.keys() == back.conflicts.keys()
    assert {key: _drawn(one) for key, one in forth.conflicts.items()} == {
        key: _drawn(one) for key, one in back.conflicts.items()
    }


def _drawn(conflict: Conflict) -> object:
    positions = [(one.position.identity, str(one.origins)) for one in conflict.positions]
    return conflict.kind, conflict.severity, conflict.status, positions, conflict.pairs


@of_rules
@given(
    lines=st.lists(lines_by("cell", "army", "spokesman", "-"), min_size=2, max_size=5),
    more=lines_by("television", "embassy", "minister"),
)
def test_a_claim_of_another_speaker_never_removes_a_contradiction(
    told: Told, lines: list[str], more: str
) -> None:
    kinds = "contradicts", "disputed"
    before = clashes(told(*lines, top=TOP), *kinds)
    after = clashes(told(*lines, more.replace(" | cite: paraphrase", ""), top=TOP), *kinds)
    assert before <= after


@of_rules
@given(lines=st.lists(claims, min_size=2, max_size=5), again=st.integers(0, 4))
def test_a_restatement_changes_nothing(told: Told, lines: list[str], again: int) -> None:
    repeated = lines[again % len(lines)]
    before, after = told(*lines, top=TOP), told(*lines, repeated, top=TOP)
    added = ClaimKey("attack", f"c{len(lines)}")
    assert clashes(before) == {pair for pair in clashes(after) if added not in pair}
    kinds = [{one.kind for one in made.weighing.conflicts.values()} for made in (before, after)]
    assert kinds[0] == kinds[1]
    counted = [sorted(origins_of(made).values()) for made in (before, after)]
    assert counted[0] == counted[1]


@of_rules
@given(
    lines=st.lists(lines_by("army", "television", "-"), min_size=1, max_size=4),
    figure=st.sampled_from(COUNTS),
    scope=st.sampled_from(["status: civilian", "person: woman", "status: military"]),
)
def test_an_unqualified_restatement_of_words_that_are_there_changes_nothing(
    told: Told, lines: list[str], figure: str, scope: str
) -> None:
    words = f"cell | killed | {figure} | of: {{{scope}}} | in: communiqué"
    without = f"cell | killed | {figure} | in: communiqué | cite: paraphrase"
    before, after = told(words, *lines, top=TOP), told(words, *lines, without, top=TOP)
    assert clashes(before) == clashes(after)


STATEMENTS = [["cell"], ["army"], ["embassy"], ["army", "embassy"], ["cell", "minister"]]
links = st.tuples(
    st.integers(0, len(STATEMENTS) - 1),
    st.integers(0, len(STATEMENTS) - 1),
    st.sampled_from(["certain", "probable", "possible"]),
)


@of_rules
@given(
    said=st.lists(st.integers(0, len(STATEMENTS) - 1), min_size=1, max_size=5),
    linked=st.lists(links, max_size=3),
    more=links,
    echo=st.sampled_from(["", "certain", "probable", "possible"]),
)
def test_merging_origins_never_raises_their_number(
    told: Told,
    said: list[int],
    linked: list[tuple[int, int, str]],
    more: tuple[int, int, str],
    echo: str,
) -> None:
    def counted(all_links: list[tuple[int, int, str]], echo: str) -> tuple[int, int]:
        files = "".join(_statement(number, all_links) for number in range(len(STATEMENTS)))
        lines = [f"s{number} | killed | 3" for number in said]
        if echo and len(lines) > 1:
            lines[-1] += f" | echoes: {echo}"
        [[low_high]] = [origins_of(told(*lines, statements=files)).values()]
        return low_high

    before = counted(linked, "")
    assert before[0] <= before[1]
    for after in (counted([*linked, more], ""), counted(linked, echo)):
        assert after[0] <= after[1]
        assert after[0] <= before[0]
        assert after[1] <= before[1]


def _statement(number: int, all_links: list[tuple[int, int, str]]) -> str:
    same = "".join(
        f"  - {{statement: s{other}, certainty: {certainty}, because: b}}\n"
        for one, other, certainty in all_links
        if one == number != other
    )
    by = ", ".join(STATEMENTS[number])
    head = f"--- statements/s{number}.yaml\ntitle: Said\nby: [{by}]\non: 2031-05-05\n"
    return head + (f"perhaps_same:\n{same}" if same else "")
