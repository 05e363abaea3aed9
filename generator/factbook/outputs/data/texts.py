"""What a source's page shows of its text, as data: how much is cited, and what it shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.outputs.data.values import Data, all_named, filled, named, whole_id
from factbook.pages.passages import passages
from factbook.pages.shared import conflicts_within, is_its_own, shared_with

if TYPE_CHECKING:
    from factbook.pages.links import Desk


def source_text(name: str, desk: Desk) -> Data:
    """The cited share of a source's text, the conflicts within it, and what it shares."""
    return {
        "text": _cited(name, desk),
        "both_sides": [
            filled({"conflict": one.id, "contradicts_itself": is_its_own(one, name)})
            for one in conflicts_within(name, desk)
        ],
        "shares": [
            filled(
                {
                    "source": named(other, desk.ledger),
                    "derivation": shared.derives,
                    "statements": all_named(shared.statements, desk.ledger),
                    "repeats": [whole_id(key) for key in shared.echoes],
                }
            )
            for other, shared in sorted(shared_with(name, desk.ledger).items())
        ],
    }


def _cited(name: str, desk: Desk) -> Data | None:
    known = passages(name, desk)
    if known is None:
        return None
    return {
        "sha256": known.text.snapshot,
        "characters": known.characters[1],
        "paragraphs": known.paragraphs[1],
        "cited_characters": known.characters[0],
        "cited_paragraphs": known.paragraphs[0],
        "cited": [list(one) for one in known.cited],
        "contested": [list(one) for one in known.contested],
    }
