"""The lineage of a position is what its origins are counted by, path by path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factbook.weighing.lineage import Lineage, lineage

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

    Told = Callable[..., Dossier]

MORE = """
--- sources/first.yaml
title: First
publisher: unknown
published: 2031-05-05
--- sources/copied.yaml
title: Copied
publisher: unknown
published: 2031-05-06
derives_from: [first]
--- sources/alike.yaml
title: Alike
publisher: television
published: 2031-05-06
derives_from: [{source: first, certainty: possible, because: b}]
--- sources/both.yaml
title: Of two
publisher: unknown
published: 2031-05-06
derives_from: [{source: alike, certainty: probable, because: b}, late]
--- statements/sunday.yaml
title: Sunday
by: cell
on: 2031-05-05
perhaps_same: [{statement: joint, certainty: possible, because: b}]
--- statements/joint.yaml
title: Joint
by: [army, embassy]
on: 2031-05-05
perhaps_same: [{statement: later, certainty: probable, because: b}]
--- statements/later.yaml
title: Later
by: ministry
on: 2031-05-05
"""
SPEAKERS = [
    *("cell", "army", "spokesman", "front", "rebels", "television", "[army, embassy]"),
    *("[cell, police]", "-", "{unnamed: a source, to: unknown}", "{unnamed: reports, to: unknown}"),
    *("sunday", "joint", "later"),
]
EXTRA = ["", "", "", " | basis: witnessed", " | source: first", " | source: copied", " | source: alike", " | basis: witnessed | source: alike", " | basis: witnessed | source: both", " | basis: witnessed | source: first", " | echoes: possible", " | echoes: certain"]  # fmt: skip
LINES = st.builds("{} | killed | 3{}".format, st.sampled_from(SPEAKERS), st.sampled_from(EXTRA))
of_any = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def of_all(made: Dossier) -> Lineage:
    claims = made.ledger.of_subject["attack"]
    return lineage(claims, *made.weighing.bounds)


@of_any
@given(lines=st.lists(LINES, min_size=1, max_size=6))
def test_what_is_drawn_is_what_is_counted(told: Told, lines: list[str]) -> None:
    made = of_all(told(*lines, statements=MORE))
    assert (made.low, made.high) == (made.counted.low, made.counted.high)
    led_to = {place for path in made.paths for place in path.origins}
    assert led_to == set(range(made.high))
    assert sum(path.own_voice for path in made.paths) >= made.counted.own_voice
    assert all(not path.origins for path in made.paths if path.own_voice)


def test_a_path_knows_its_statement_route_and_first_document(told: Told) -> None:
    made = of_all(
        told(
            "sunday | killed | 3 | cite: [{source: copied, via: [television], quote: q}]",
            "- | killed | 3 | source: first",
            statements=MORE,
        )
    )
    said, own = made.paths
    assert (said.source, said.first, said.via) == ("copied", ("first",), ("television",))
    assert (said.statement, said.origins, said.own_voice) == ("sunday", (0,), False)
    assert (own.source, own.origins, own.own_voice) == ("first", (), True)


def test_what_a_document_comes_from_is_told_by_its_own_links(told: Told) -> None:
    lines = [f"- | killed | 3 | source: {name}" for name in ("both", "alike", "late")]
    both, alike, late = of_all(told(*lines, statements=MORE)).paths
    assert (both.first, both.perhaps) == (("alike", "late"), ("first",))
    assert (alike.first, alike.perhaps) == ((), ("first",))
    assert (late.first, late.perhaps) == ((), ())


def test_two_that_may_be_one_are_apart_and_said_to_be_perhaps_one(told: Told) -> None:
    made = of_all(told("front | killed | 3", "rebels | killed | 3"))
    assert (made.perhaps_one, str(made.counted)) == (((0, 1),), "1 to 2 origins")


def test_unnamed_sources_stay_apart(told: Told) -> None:
    one = "{unnamed: a source, to: television} | killed | 3"
    other = "{unnamed: a source, to: hospital} | killed | 3"
    assert len(of_all(told(one, other)).groups) == 2
