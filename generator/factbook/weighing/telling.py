"""Who tells a position, when, and in whose words: what can excuse two that do not agree.

Against others only a speaker's latest figure, date, place or yes and no counts, for each attribute
and scope; and nothing that another claim supersedes. Whom a speaker accuses is not taken back by
accusing somebody else, but "nobody" is, and so is a denial by claiming what was denied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factbook.facts.dates import Edtf
    from factbook.facts.decoding import ClaimKey
    from factbook.facts.ledger import Claim
    from factbook.facts.sets import Range

Actors = frozenset[str]


class Telling(NamedTuple):
    """A claim as somebody tells it: `actors` are who, `live` those of them who still hold it.

    `as_of` is when it holds, `said` when it was said at the latest; `statements` are those it
    stands in, a document that speaks for itself being one. `exact` words are the speaker's own, or
    a sum of what one statement counts.
    """

    actors: Actors
    live: Actors
    said: Range | None
    as_of: Edtf | None
    statements: frozenset[str]
    exact: bool
    claims: tuple[Claim, ...]

    @property
    def keys(self) -> frozenset[ClaimKey]:
        """The claims by their keys."""
        return frozenset(claim.key for claim in self.claims)


def documents(claims: tuple[Claim, ...]) -> Actors:
    """The documents that carry claims, whoever speaks in them."""
    return frozenset(f"the document {one.source}" for claim in claims for one in claim.entry.cite)
