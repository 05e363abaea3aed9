"""The lineage of positions as data: each path from a document to the origins that are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.outputs.data.values import Data, all_named, filled, named, whole_id
from factbook.pages.lineage import names_of_origins, uncontested
from factbook.pages.position import with_denial
from factbook.weighing.lineage import lineage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factbook.facts.ledger import Claim
    from factbook.pages.links import Desk
    from factbook.weighing.lineage import Path
    from factbook.weighing.origins import Origins


def lineage_data(claims: tuple[Claim, ...], desk: Desk, found: Origins | None = None) -> Data:
    """Paths, origins by name, and which of them may be one, as a page draws them.

    Places count from 0 in the list of origins; a path without any leads to nobody who is counted.
    """
    made = lineage(claims, *desk.weighing.bounds, found)
    return filled(
        {
            "paths": [_path(path, desk) for path in made.paths],
            "origins": list(names_of_origins(claims, made, desk)),
            "possibly_one": [list(places) for places in made.perhaps_one],
        }
    )


def _path(path: Path, desk: Desk) -> Data:
    ledger = desk.ledger
    return filled(
        {
            "source": named(path.source, ledger),
            "derives_from": all_named(path.first, ledger),
            "possibly_from": all_named(path.perhaps, ledger),
            "route": all_named(path.via, ledger),
            "statement": named(path.statement, ledger) if path.statement else None,
            "origins": list(path.origins),
            "own_voice": path.own_voice,
        }
    )


def uncontested_data(subject: str, desk: Desk) -> Iterable[Data]:
    """The positions that a page draws outside of conflicts, each with its lineage."""
    for one in uncontested(subject, desk):
        position = one.position
        counted = {"low": one.origins.low, "high": one.origins.high}
        yield {
            "attribute": position.attribute,
            "words": with_denial(position, desk.ledger),
            "origins": {**counted, "own_voice": one.origins.own_voice},
            "claims": [whole_id(claim.key) for claim in position.claims],
            "lineage": lineage_data(position.claims, desk, one.origins),
        }
