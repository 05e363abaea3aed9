"""Whatever happens to fact files, words and the cache itself: with a cache comes out what does without.

The cache outlives every dossier that is tried here, as it would on somebody's disk.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factbook.pipeline import examine
from factbook.reading.kept import Kept
from factbook.reading.packs import NAME

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.dossier import Dossier

TIMES = max(60, int(os.environ.get("FUZZ_SEEDS", "0")) // 200)
FOLDERS = ("incidents", "statements", "actors", "places", "sources")
PATHS = st.builds(
    "{}/{}.yaml".format,
    st.sampled_from((*FOLDERS, "incidents/below", "incidnets")),
    st.sampled_from(("a", "b", "c", "in-1", "Bad Id", "index")),
)
CLAIM = "  {}: {{attribute: {}, value: {}, says: {}, cite: [{{source: {}, quote: {} of them}}]}}\n"
CLAIMS = st.lists(
    st.builds(
        CLAIM.format,
        st.sampled_from(("c0", "c1", "Bad", "true")),
        st.sampled_from(("killed", "injured", "date", "flames", "nothing")),
        st.sampled_from(("1", "at least 3", "heaps", "2020-01-05", "none", "[x, y]", "'true'")),
        st.sampled_from(("a", "[a, b]", "{unnamed: somebody, to: unknown}", "nobody")),
        st.sampled_from(("a", "b", "missing")),
        st.sampled_from(("1", "three")),
    ),
    max_size=3,
).map(lambda claims: "claims:\n" + "".join(claims) if claims else "")
HEADS = st.sampled_from(
    (
        "title: T\n",
        "title: A report\npublisher: unknown\npublished: 2020-01-06\n",
        "title: Said\nby: a\non: 2020-01-05~\n",
        "title: Where\ncoordinates: {latitude: 33.3, longitude: '44', precision: 1}\n",
        "title: Again\nmoved_from: [was]\nmention: true\ndate: [2020-01-01..2020-01-09]\n",
        "# only said\ntitle: >\n  folded\n  words\nsummary: |\n  Some [@c0].\n",
        "titel: T\n",
        "title: [\n",
        "title: \xff\n",
        "\ufefftitle: T\r\n",
        "",
    )
)
TEXTS = st.builds(lambda head, claims: head + claims, HEADS, CLAIMS)
WORDS = st.sampled_from(
    (
        "attributes:\n  flames: {label: Flames, question: How many?, type: count, weight: 1}\n",
        "attributes:\n  killed: {label: Killed, question: Who?, type: actor, weight: 1}\n",
        "numbers:\n  heaps: {usual: 5 to 9, outermost: 5 to 99}\n",
        "numbers: [\n",
        "axes: {}\n",
    )
)
LINEAGE = st.sampled_from(("decisions: {}\n", "decisions: [\n"))
START = {
    "incidents/a.yaml": "title: Fire\ndate: 2020-01-05\n",
    "incidents/in-1.yaml": "title: Flood\nsummary: As before.\n",
    "statements/b.yaml": "title: Said\nby: a\non: 2020-01-05\n",
    "actors/a.yaml": "title: Somebody\nkind: person\n",
    "places/c.yaml": "title: Here\n",
    "sources/a.yaml": "title: A report\npublisher: unknown\npublished: 2020-01-06\n",
}
EDITS = st.one_of(
    st.tuples(st.just("write"), PATHS, TEXTS),
    st.tuples(st.just("write"), PATHS, TEXTS),
    st.tuples(st.just("append"), PATHS, CLAIMS),
    st.tuples(st.just("rename"), PATHS, PATHS),
    st.tuples(st.just("copy"), PATHS, PATHS),
    st.tuples(st.just("remove"), PATHS, st.just("")),
    st.tuples(st.just("write"), st.just("vocabulary.yaml"), WORDS),
    st.tuples(st.just("remove"), st.just("vocabulary.yaml"), st.just("")),
    st.tuples(st.just("write"), st.just("lineage.yaml"), LINEAGE),
    st.tuples(st.just("damage"), st.integers(0, 5000).map(str), st.just("")),
)


def edit(root: Path, cache: Path, change: tuple[str, str, str]) -> None:
    """One edit of the facts, or damage to what is kept."""
    what, path, other = change
    target = root / "facts" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    match what:
        case "write":
            target.write_bytes(other.encode("latin-1") if "\xff" in other else other.encode())
        case "append" if target.exists():
            target.write_bytes(target.read_bytes() + other.encode())
        case "rename" | "copy" if target.exists():
            away = root / "facts" / other
            away.parent.mkdir(parents=True, exist_ok=True)
            if away != target:
                shutil.copy(target, away)
                (target if what == "rename" else root / "none").unlink(missing_ok=True)
        case "remove":
            target.unlink(missing_ok=True)
        case "damage":
            for piece in cache.glob(f"*/{NAME}"):
                content = bytearray(piece.read_bytes())
                content[int(path) % len(content)] ^= 1
                piece.write_bytes(content)


def found(dossier: Dossier) -> list[str]:
    """All that later stages and people see, as Python writes it: types and order are in it."""
    weighing = dossier.weighing
    return [
        repr(dossier.located(dossier.problems)),
        repr(dossier.checked),
        repr(dossier.ledger),
        repr(dossier.documents),
        repr((weighing.families, weighing.conflicts, weighing.fingerprints)),
    ]


@settings(
    max_examples=TIMES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=st.lists(st.lists(EDITS, min_size=1, max_size=4), min_size=2, max_size=6))
def test_what_is_kept_changes_nothing(
    changes: list[list[tuple[str, str, str]]], tmp_path: Path, cache: Path
) -> None:
    root = tmp_path / "dossier"
    shutil.rmtree(root, ignore_errors=True)
    (root / "facts").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: T\nplugins: [factbook]\n")
    for path, text in START.items():
        edit(root, cache, ("write", path, text))
    for edits in changes:
        for change in edits:
            edit(root, cache, change)
        plain = found(examine(root))
        assert found(examine(root, kept=Kept.of(root))) == plain
        assert found(examine(root, kept=Kept.of(root))) == plain
