"""Edits at random that reach from file to file: links, judgements, names, locks and words."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from factbook import pages
from factbook.evidence.beside import SUFFIX

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    Node = Any  # of a YAML file
    Tree = dict[str, bytes]
    Choose = Callable[[str], str]  # an id of some kind
    Entry = Callable[[Choose, random.Random], Node]
    EditOfTree = Callable[[Tree, random.Random], Tree]

SURE = ("certain", "probable", "possible")
DAY = "2031-01-02"


def read(content: bytes) -> Node:
    return yaml.load(content, Loader=yaml.CBaseLoader)  # noqa: S506 - makes nothing but text


def written(data: Node) -> bytes:
    return yaml.dump(data, allow_unicode=True, sort_keys=False).encode()


def assessment(claim: Choose, chance: random.Random) -> Node:
    """A judgement on one attribute, that weighs claims of any file."""
    return {
        "attribute": chance.choice(("rockets_fired", "killed", "injured", "responsible")),
        "conclusion": chance.choice(("unresolved", "2")),
        "method": "source prioritised",
        "confidence": "low",
        "because": "so",
        "weighs": [claim("claims"), claim("claims")],
        "by": "desk",
        "on": DAY,
    }


def doubtful(field: str, kind: str) -> Entry:
    """A link to a record of a kind, as sure as it may be."""

    def entry(name: Choose, chance: random.Random) -> Node:
        return {field: name(kind), "certainty": chance.choice(SURE), "because": "so"}

    return entry


def sides(claim: Choose, chance: random.Random) -> Node:
    """A question that claims of any two files answer differently."""
    return {
        "question": "Is it so?",
        "kind": chance.choice(("contradiction", "dispute", "tension", "difference")),
        "positions": [{"label": one, "claims": [claim("claims")]} for one in ("yes", "no")],
        "explained": "They speak of two things.",
    }


# by the folder of a file: fields of a record, and what may be added to each
OF_RECORDS: dict[str, dict[str, Entry]] = {
    "incidents": {
        "part_of": lambda name, _: name("incidents"),
        "conflicts": sides,
        "not_conflicts": lambda name, _: {
            "claims": [name("claims"), name("claims")],
            "because": "so",
        },
        "assessments": assessment,
        "place": lambda name, _: name("places"),
    },
    "statements": {
        "perhaps_same": doubtful("statement", "statements"),
        "about": lambda name, _: name("incidents"),
        "conflicts": sides,
        "by": lambda name, _: name("actors"),
    },
    "actors": {
        "part_of": lambda name, _: name("actors"),
        "speaks_for": lambda name, _: name("actors"),
        "excludes": lambda name, _: name("actors"),
        "perhaps_same": doubtful("actor", "actors"),
    },
    "places": {
        "within": lambda name, _: name("places"),
        "excludes": lambda name, _: name("places"),
        "coordinates": lambda _, chance: {
            "latitude": f"33.{chance.randrange(9)}",
            "longitude": f"44.{chance.randrange(9)}",
            "precision": str(chance.randrange(1, 60)),
        },
    },
    "sources": {
        "publisher": lambda name, _: name("actors"),
        "derives_from": doubtful("source", "sources"),
    },
}
LISTS = {"part_of", "not_conflicts", "perhaps_same", "about", "excludes", "derives_from"}
NAMED = {"conflicts", "assessments"}
OF_CLAIMS: dict[str, Entry] = {
    "echoes": doubtful("claim", "claims"),
    "supersedes": lambda name, _: {"claim": name("claims"), "because": "so"},
    "counted_in": lambda name, _: name("claims"),
    "withdrawn": lambda _name, _chance: {"on": DAY, "because": "so"},
    "retracted": lambda _name, _chance: {"on": DAY, "because": "so"},
    "at": lambda name, chance: {
        "place": name("places"),
        "relation": chance.choice(("in", "near", "outside")),
    },
    "hedge": lambda _name, _chance: "apparently",
    "act": lambda _name, chance: chance.choice(("asserts", "denies", "condemns")),
}


def linked(tree: Tree, chance: random.Random) -> Tree:
    """One field of a record or of a claim that names others, or takes a claim back."""
    path = chance.choice(_records(tree))
    data, folder = read(tree[path]), PurePosixPath(path).parent.name
    claims = data.get("claims") or {}

    def name(kind: str) -> str:
        return _id_of(kind, tree, chance)

    if claims and chance.random() < 0.5:
        claim = claims[chance.choice(list(claims))]
        field = chance.choice(list(OF_CLAIMS))
        if claim.pop(field, None) is None or chance.random() < 0.5:
            claim[field] = OF_CLAIMS[field](name, chance)
    else:
        field = chance.choice(list(OF_RECORDS[folder]))
        made = OF_RECORDS[folder][field](name, chance)
        if field in LISTS:
            data.setdefault(field, []).append(made)
        elif field in NAMED:
            data.setdefault(field, {})[f"made-{chance.randrange(3)}"] = made
        else:
            data[field] = made
    return {**tree, path: written(data)}


def renamed(tree: Tree, chance: random.Random) -> Tree:
    """A record under another id wherever it is named; its former one becomes a redirect."""
    path = chance.choice(_records(tree))
    old = PurePosixPath(path).stem
    new = f"{old}-too"
    made = {
        name.replace(f"/{old}.", f"/{new}."): content.replace(old.encode(), new.encode())
        for name, content in tree.items()
    }
    moved = str(PurePosixPath(path).with_stem(new))
    if moved in made:
        data = read(made[moved])
        data.setdefault("moved_from", []).append(old)
        made[moved] = written(data)
    return made


def unlocked(tree: Tree, chance: random.Random) -> Tree:
    """A lock without one of its lines."""
    locks = sorted(path for path in tree if path.endswith(SUFFIX))
    if not locks:
        return tree
    path = chance.choice(locks)
    lines = tree[path].splitlines(keepends=True)
    lines.pop(chance.randrange(len(lines)))
    return {**tree, path: b"".join(lines)}


def reworded(tree: Tree, chance: random.Random) -> Tree:
    """Another title for a record, or another label, weight or kind of attribute."""
    words = [path for path in tree if path.endswith("vocabulary.yaml")]
    path = chance.choice(words if words and chance.random() < 0.3 else _records(tree))
    data = read(tree[path])
    if path in words:
        attribute = chance.choice(list(data["attributes"].values()))
        attribute["weight"] = str(chance.randrange(1, 4))
        attribute["label"] = f"{attribute.get('label', '')} again"
    else:
        data["title"] = f"{data.get('title', '')} {chance.randrange(9)}"
    return {**tree, path: written(data)}


def _records(tree: Tree) -> list[str]:
    return sorted(
        path
        for path in tree
        if PurePosixPath(path).parent.name in OF_RECORDS and not path.endswith(SUFFIX)
    )


def _id_of(kind: str, tree: Tree, chance: random.Random) -> str:
    """The id of a record of this kind, or of a claim of any."""
    if kind != "claims":
        found = [path for path in _records(tree) if PurePosixPath(path).parent.name == kind]
        return PurePosixPath(chance.choice(found)).stem if found else "nobody"
    path = chance.choice(_records(tree))
    claims = list(read(tree[path]).get("claims") or ())
    return (
        f"{PurePosixPath(path).stem}#{chance.choice(claims)}"
        if claims
        else _id_of(kind, tree, chance)
    )


FURTHER: tuple[EditOfTree, ...] = (linked, linked, linked, linked, renamed, unlocked, reworded)


@pytest.fixture
def further() -> tuple[EditOfTree, ...]:
    """Edits that reach from file to file."""
    return FURTHER


@pytest.fixture
def short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists that go on to further pages after three lines."""
    for found in pkgutil.iter_modules(pages.__path__):
        module = import_module(f"{pages.__name__}.{found.name}")
        for name in ("LINES", "CLAIMS"):
            if isinstance(getattr(module, name, None), int):
                monkeypatch.setattr(module, name, 3)
