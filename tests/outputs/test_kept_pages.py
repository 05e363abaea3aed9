"""What is kept of pages: packed and unpacked the same, and other values have other digests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from factbook.facts.decoding import ClaimKey
from factbook.outputs.kept_pages import PIECE, KeptPage, keep, last_pages, packed
from factbook.pages.digests import Digests, digest_of
from factbook.pages.watch import Noted
from factbook.pipeline import examine
from factbook.reading.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.dossier import Dossier
    from factbook.pages.watch import Part

CLAIMS = """\
--- sources/paper.yaml
title: Paper
--- incidents/fire.yaml
title: Fire
claims:
  dead: {attribute: killed, value: 3, of: {sex: men, age: adults}, cite: [{source: paper, quote: q}]}
  hurt: {attribute: injured, value: 4, cite: [{source: paper, quote: p}]}
"""


def flat(noted: Noted) -> list[object]:
    """What was noted, as plain data."""
    return [flat(one) if isinstance(one, Noted) else one for one in noted.read]


def test_pages_are_read_as_they_were_kept(tmp_path: Path) -> None:
    common = Noted([("title", "fire"), ("numbers", None)])
    first = Noted([common, ("Ledger claims", ClaimKey("fire", "dead"))])
    second = Noted([common, ("flags", True), Noted()])
    pages = {
        "incidents/fire/": KeptPage(b"made from", "digest", first),
        "": KeptPage(b"of another", "digest of home", second),
    }
    kept = Kept(tmp_path)
    keep(kept, [packed({name: page}) for name, page in pages.items()])
    found = last_pages(kept)
    assert found.keys() == pages.keys()
    for name, page in pages.items():
        assert found[name][:2] == page[:2]
        assert flat(found[name].noted) == flat(page.noted)


def test_where_nothing_is_kept_no_page_is_known(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert last_pages(kept) == {}
    keep(kept, [])
    assert last_pages(kept) == {}
    piece = next(path for path in tmp_path.iterdir() if path.name == PIECE)
    piece.write_bytes(piece.read_bytes()[:-1] + b"x")
    assert last_pages(kept) == {}


OTHERS = (
    ("a value", "value: 3", "value: 4"),
    ("a quote", "quote: q", "quote: r"),
    ("the order of its scope", "{sex: men, age: adults}", "{age: adults, sex: men}"),
    ("a key", "attribute: killed", "attribute: casualties"),
)


@pytest.mark.parametrize(
    ("old", "new"), [row[1:] for row in OTHERS], ids=[row[0] for row in OTHERS]
)
def test_another_claim_has_another_digest(
    dossier: Callable[[str], Dossier], old: str, new: str
) -> None:
    key = ClaimKey("fire", "dead")
    before, after = (
        dossier(text).ledger.claims[key] for text in (CLAIMS, CLAIMS.replace(old, new))
    )
    again = dossier(CLAIMS).ledger.claims[key]
    assert digest_of(before) == digest_of(again)
    assert digest_of(before) != digest_of(after)


def test_the_order_of_claims_counts(dossier: Callable[[str], Dossier]) -> None:
    record = dossier(CLAIMS).ledger.incidents["fire"]
    turned = msgspec.structs.replace(record, claims=dict(reversed(record.claims.items())))
    assert turned == record
    assert digest_of(turned) != digest_of(record)


def test_all_that_a_dossier_holds_has_a_digest(root: Path) -> None:
    examined = examine(root)
    ledger, weighing = examined.ledger, examined.weighing
    for table in (ledger.claims, ledger.by_source, weighing.families, weighing.conflicts):
        digests = {digest_of(value) for value in table.values()}
        assert len(digests) == len(table)


def test_what_was_noted_together_has_one_digest_of_all() -> None:
    values: dict[Part, object] = {("a", 1): "x", ("a", 2): "y"}
    noted = Noted([("a", 1), Noted([("a", 2)])])
    before = Digests(values.__getitem__)[noted]
    assert Digests(values.__getitem__)[noted] == before
    values["a", 2] = "z"
    assert Digests(values.__getitem__)[noted] != before


def test_what_has_no_digest_is_said() -> None:
    with pytest.raises(NotImplementedError, match="object has no digest"):
        digest_of(object())
