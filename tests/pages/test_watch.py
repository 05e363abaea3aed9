"""What pages read of a dossier is noted: tables, keys that are there and keys that are not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from factbook.facts.decoding import ClaimKey
from factbook.pages.addresses import Addresses
from factbook.pages.links import Desk
from factbook.pages.watch import ALL, ANY, KEYS, ByClaim, ByConflict, Noted, Watch, Watched
from factbook.pages.watched import CONTESTED, LEADS, MISSING, NEAR, OWN, TITLE, WatchedDossier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factbook.dossier import Dossier
    from factbook.pages.watch import Part

FILES = """
--- actors/agency.yaml
title: Agency
--- actors/wire.yaml
title: Wire
perhaps_same: [{actor: agency, certainty: possible, because: one address}]
--- places/hall.yaml
title: Hall
coordinates: {latitude: 33.3, longitude: 44.4, precision: 2}
--- places/yard.yaml
title: Yard
coordinates: {latitude: 33.31, longitude: 44.4, precision: 2}
--- sources/paper.yaml
title: Paper
publisher: agency
published: 2020-12-21
--- incidents/fire.yaml
title: Fire
claims:
  dead:
    attribute: killed
    value: 3
    says: wire
    cite: [{source: paper, quote: three dead}]
  again:
    attribute: killed
    value: 3
    says: agency
    echoes: {claim: dead, certainty: certain, because: its words}
    cite: [{source: paper, quote: three had died}]
"""


def parts(read: Iterable[Part | Noted]) -> set[Part]:
    """All that was read, noted together or not."""
    found: set[Part] = set()
    for one in read:
        found |= parts(one.read) if isinstance(one, Noted) else {one}
    return found


@pytest.fixture
def watched(dossier: Callable[[str], Dossier]) -> WatchedDossier:
    made = dossier(FILES)
    return WatchedDossier(made.ledger, made.weighing, made.evidence)


ASKED: tuple[tuple[str, Callable[[Watched[str, int]], object], object], ...] = (
    ("what is there", lambda table: table["one"], "one"),
    ("what is looked for", lambda table: table.get("two"), "two"),
    ("whether it is there", lambda table: "two" in table, "two"),
    ("whether there is any", bool, ANY),
    ("how many", len, KEYS),
    ("each", list, KEYS),
    ("each name", lambda table: table.keys(), KEYS),
    ("each value", lambda table: list(table.values()), ALL),
    ("both", lambda table: table.items(), ALL),
    ("all in another table", lambda table: {**table}, KEYS),
    ("all in a new table", dict, KEYS),
)


@pytest.mark.parametrize(("ask", "key"), [row[1:] for row in ASKED], ids=[row[0] for row in ASKED])
def test_a_table_notes_what_it_is_asked_for(
    ask: Callable[[Watched[str, int]], object], key: object
) -> None:
    watch, table = Watch(), {"one": 1}
    made, noted = watch.noting(lambda: ask(Watched("numbers", table, watch)))
    assert made == ask(table)  # type: ignore[arg-type] # a plain one answers alike
    assert ("numbers", key) in noted.read


@pytest.mark.parametrize(
    ("kind", "key"), [(Watched, "fire"), (ByClaim, ("fire", "dead")), (ByConflict, "fire.dead")]
)
def test_what_is_asked_for_is_noted_by_the_record(
    kind: type[Watched[object, int]], key: object
) -> None:
    watch = Watch()
    for ask in (kind("numbers", {key: 1}, watch, OWN).__contains__, kind("n", {}, watch, OWN).get):
        _, noted = watch.noting(partial(ask, key))
        assert noted.read == ((OWN, "fire"),)


def test_what_is_noted_inside_is_noted_outside_and_not_the_other_way_round() -> None:
    watch = Watch()
    table = Watched("numbers", {"one": 1, "two": 2}, watch)
    inner: list[Noted] = []

    def outside() -> int:
        made, noted = watch.noting(lambda: table["one"])
        inner.append(noted)
        return made + table["two"]

    made, noted = watch.noting(outside)
    assert made == 3
    assert parts(inner[0].read) == {("numbers", "one")}
    assert parts(noted.read) == {("numbers", "one"), ("numbers", "two")}
    assert parts(watch.read) == parts(noted.read)


def test_what_fails_leaves_the_watch_as_it_was() -> None:
    watch = Watch()
    table = Watched[str, int]("numbers", {}, watch)
    with pytest.raises(KeyError):
        watch.noting(lambda: table["none"])
    assert not watch.read


def test_what_pages_have_in_common_rests_on_the_same_for_each(watched: WatchedDossier) -> None:
    of = watched.ledger, watched.weighing, Addresses(), "incidents/fire/", watched.evidence
    first = Desk(*of, watch=watched.watch)
    second = first.at("incidents/flood/")
    for desk in (first, second):
        link, noted = watched.watch.noting(partial(desk.to_source, "paper"))
        assert link.href == "../../sources/paper/"
        assert {(OWN, "paper"), (TITLE, "paper")} <= parts(noted.read)


def test_a_title_is_told_from_all_else_that_a_record_says(watched: WatchedDossier) -> None:
    title, noted = watched.watch.noting(lambda: watched.ledger.title("fire"))
    assert title == "Fire"
    assert parts(noted.read) == {(TITLE, "fire")}
    assert watched.value((TITLE, "fire")) == ("Fire", "incident")
    assert watched.value(("lower actors", "nobody")) == MISSING


READS: tuple[tuple[str, Callable[[WatchedDossier], object], Part], ...] = (
    ("a record", lambda it: it.ledger.incidents["fire"], (OWN, "fire")),
    ("none", lambda it: it.ledger.actors.get("nobody"), (OWN, "nobody")),
    ("a claim", lambda it: it.ledger.claims[ClaimKey("fire", "dead")], (OWN, "fire")),
    ("its claims", lambda it: it.ledger.of_subject["fire"], (OWN, "fire")),
    ("a family", lambda it: it.weighing.families.get(("fire", "casualties")), (OWN, "fire")),
    ("a conflict", lambda it: it.weighing.conflicts.get("fire.casualties"), (OWN, "fire")),
    (
        "its conflict",
        lambda it: it.weighing.conflict_of.get(ClaimKey("fire", "hurt")),
        (CONTESTED, "fire"),
    ),
    ("who quotes it", lambda it: it.ledger.by_source["paper"], (LEADS, "paper")),
    ("what lies in it", lambda it: it.ledger.references.inside.get("hall"), (LEADS, "hall")),
    ("its lock", lambda it: it.evidence.lock("paper"), (OWN, "paper")),
    ("all", lambda it: list(it.ledger.sources), ("Ledger sources", KEYS)),
)


@pytest.mark.parametrize(("ask", "part"), [row[1:] for row in READS], ids=[row[0] for row in READS])
def test_what_is_read_is_a_part(
    watched: WatchedDossier, ask: Callable[[WatchedDossier], object], part: Part
) -> None:
    _, noted = watched.watch.noting(partial(ask, watched))
    assert noted.read == (part,)
    assert watched.value(part) == watched.value(part)


def test_who_counts_as_one_is_read_again_though_it_was_worked_out(watched: WatchedDossier) -> None:
    echo = watched.ledger.claims[ClaimKey("fire", "again")]
    lower = watched.weighing.bounds.lower
    for _ in range(2):
        behind, noted = watched.watch.noting(partial(lower.behind, echo))
        assert behind.alone == {"agency"}
        assert (OWN, "fire") in parts(noted.read)
        assert ("lower actors", "wire") in parts(noted.read)


def test_beside_which_place_others_were_looked_for_is_noted(watched: WatchedDossier) -> None:
    near, noted = watched.watch.noting(lambda: watched.ledger.references.atlas.near("hall"))
    assert [one.name for one in near] == ["yard"]
    assert (NEAR, "hall") in parts(noted.read)
    assert watched.value((NEAR, "hall")) == near
