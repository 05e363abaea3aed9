"""Edits at random to a real dossier: a page that rests on the same as before comes out the same.

Parts of files are removed, put in another order, or replaced by what stands under the same key
elsewhere; records and records of quotes go; links and judgements come (`conftest.py`). What then has errors is not built, so it is left out.
Seeds are fixed: `FUZZ_FIRST=SEED FUZZ_SEEDS=1 FUZZ_STEPS=50`.
"""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml

from factbook.diagnostics.problem import is_fatal
from factbook.evidence.beside import SUFFIX
from factbook.outputs.kept_pages import KeptPage, keep, last_pages, packed
from factbook.pages.addresses import Addresses
from factbook.pages.digests import Digests, digest_of
from factbook.pages.watch import Noted
from factbook.pages.watched import WatchedDossier
from factbook.pipeline import examine_tree
from factbook.reading.kept import Kept
from factbook.reading.tree import read_folder, read_locks
from factbook.rendering.page import Drawn
from factbook.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    Node = Any  # of a YAML file
    Tree = dict[str, bytes]
    Route = tuple[Any, ...]
    EditOfTree = Callable[[Tree, random.Random], Tree]
    Edit = Callable[[Node, Route, Node, random.Random], None]

FIRST = int(os.environ.get("FUZZ_FIRST", "0"))
SEEDS = min(int(os.environ.get("FUZZ_SEEDS", "2")), 20)
STEPS = int(os.environ.get("FUZZ_STEPS", "6"))
KEPT = 0.5  # the share of pages that edits must leave alone, or the notes are worth nothing


def removed(data: Node, route: Route, _other: Node, _chance: random.Random) -> None:
    del at(data, route[:-1])[route[-1]]


def turned(data: Node, route: Route, _other: Node, chance: random.Random) -> None:
    holder = at(data, route[:-1])
    if isinstance(holder, list):
        chance.shuffle(holder)
    else:
        items = list(holder.items())
        chance.shuffle(items)
        holder.clear()
        holder.update(items)


def replaced(data: Node, route: Route, other: Node, chance: random.Random) -> None:
    value = at(data, route)
    found = [one for way, one in walked(other) if way and way[-1] == route[-1]]
    fitting = [one for one in found if type(one) is type(value)]
    if fitting and isinstance(route[-1], str):
        at(data, route[:-1])[route[-1]] = chance.choice(fitting)


def added(data: Node, _route: Route, other: Node, chance: random.Random) -> None:
    claims = other.get("claims") if chance.random() < 0.7 else None
    source, target = (claims, data.setdefault("claims", {})) if claims else (other, data)
    key = chance.choice(list(source))
    target[key] = source[key]


EDITS: tuple[Edit, ...] = (removed, turned, replaced, replaced, replaced, replaced, added)


def walked(data: Node, route: Route = ()) -> Iterator[tuple[Route, Node]]:
    """Every part of a file with its route."""
    yield route, data
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from walked(value, (*route, key))


def at(data: Node, route: Route) -> Node:
    for step in route:
        data = data[step]
    return data


def read(content: bytes) -> Node:
    return yaml.load(content, Loader=yaml.CBaseLoader)  # noqa: S506 - makes nothing but text


def edited(tree: Tree, chance: random.Random) -> Tree:
    """A tree of files with one edit."""
    path, other = chance.choice(sorted(tree)), chance.choice(sorted(tree))
    if chance.random() < 0.05 or path.endswith(SUFFIX):
        return {name: content for name, content in tree.items() if name != path}
    data = read(tree[path])
    routes = [route for route, _ in walked(data) if route]
    elsewhere = {} if other.endswith(SUFFIX) else read(tree[other])
    chance.choice(EDITS)(data, chance.choice(routes), elsewhere or data, chance)
    return {**tree, path: yaml.dump(data, allow_unicode=True, sort_keys=False).encode()}


class Made(NamedTuple):
    """Every page that was made, and what it rested on; what is the same for all pages."""

    pages: dict[str, tuple[Drawn, KeptPage]]
    digests: Digests
    common: bytes


def made(tree: Tree, root: Path) -> Made | None:
    """All pages of a dossier; None where it has errors."""
    facts = {path: content for path, content in tree.items() if not path.endswith(SUFFIX)}
    locks = {path: content for path, content in tree.items() if path not in facts}
    dossier = examine_tree(Settings(), facts, locks=locks)
    if is_fatal(dossier.problems, strict=False):
        return None
    watched = WatchedDossier(dossier.ledger, dossier.weighing, dossier.evidence)
    digests, common = Digests(watched.value), digest_of(watched.common)
    pages: dict[str, tuple[Drawn, KeptPage]] = {}
    for page in dossier.waiting(root, Addresses(), watched)[0]:
        drawn, noted = watched.watch.noting(page.drawn)
        assert isinstance(drawn, Drawn)
        rests_on = Noted((page.plan.rests_on, *noted.read))
        pages[page.address] = drawn, KeptPage(digests[rests_on], "", rests_on)
    return Made(pages, digests, common)


def same(old: Made, kept: Mapping[str, KeptPage], new: Made) -> list[str]:
    """The pages that rest on the same as before, by what was kept of them; each is looked at."""
    found = []
    for address, (drawn, _) in new.pages.items():
        before = kept.get(address)
        rests = before is not None and new.digests[before.noted] == before.made_from
        if rests and old.common == new.common:
            assert drawn == old.pages[address][0], address
            found.append(address)
    return found


@pytest.mark.parametrize("seed", range(FIRST, FIRST + SEEDS))
def test_a_page_that_rests_on_the_same_is_the_same(root: Path, tmp_path: Path, seed: int) -> None:
    pages, left = compared(root, tmp_path, seed, (edited,))
    assert left / pages > KEPT


@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize("seed", range(FIRST, FIRST + SEEDS))
def test_so_it_is_where_edits_reach_from_file_to_file_and_lists_go_on(
    root: Path, tmp_path: Path, seed: int, further: tuple[EditOfTree, ...]
) -> None:
    pages, left = compared(root, tmp_path, seed, (edited, *further))
    assert left / pages > KEPT / 2


def compared(root: Path, tmp_path: Path, seed: int, edits: Sequence[EditOfTree]) -> tuple[int, int]:
    """How many pages there were after edits, and how many rested on the same as before."""
    chance = random.Random(seed)  # noqa: S311 - the same edits each time, no secret
    tree = {**read_folder(root, "facts")[0], **read_locks(root, "facts", SUFFIX)}
    last = made(tree, root)
    assert last
    pages, left = 0, 0
    steps = 0
    while steps < STEPS:
        new = chance.choice(edits)(tree, chance)
        now = made(new, root)
        if now is None:
            continue
        store = Kept(tmp_path)
        keep(store, [packed({address: one for address, (_, one) in last.pages.items()})])
        left += len(same(last, last_pages(store), now))
        pages += len(now.pages)
        tree, last, steps = new, now, steps + 1
    return pages, left
