"""A source whose hash, address or language cannot be what it says.

What it finds: a `sha256` that is not 64 digits and letters from a to f, and a `url` or
`archive_url` that does not begin with https:// or http://, or that holds a password. A `language`
that is no code, such as `english` for `en`. A snapshot under `earlier` that was archived after the
one that followed it.
Why it matters: the hash is how the archived text is known, and an address is printed as a link that
readers click; the language decides how a quote is read.
How to mend: copy the hash as `sha256sum FILE` prints it, and the address as the browser shows it;
or let `factbook archive` write what it archived.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.diagnostics.spot import Spot
    from factbook.facts.dates import Edtf
    from factbook.facts.ledger import Ledger
    from factbook.facts.model import EarlierSnapshot, Snapshot

HASH = re.compile(r"[0-9a-f]{64}")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")  # BCP 47
SECRET = re.compile(r"https?://[^/?#\\]*@")
ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f]+")


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each hash and each address that is none."""
    for name, source in ledger.sources.items():
        spot = ledger.spot(name)
        if source.snapshot:
            yield from _malformed(source.snapshot, spot.at("snapshot"))
        if source.language and not LANGUAGE.fullmatch(source.language):
            mend = "write a language code: en for English, ar for Arabic, en-US"
            message = f"{source.language} is no language code"
            yield Problem("malformed-source", message, spot.at("language"), mend)
        for field in ("url", "archive_url"):
            address = getattr(source, field)
            if address and not ADDRESS.fullmatch(address):
                mend = "an address begins with https:// or http://"
                message = f"{address} is no address on the web"
                yield Problem("malformed-source", message, spot.at(field), mend)
            elif SECRET.match(address):
                mend = "write it without what stands before the @, and change that password"
                message = "this address holds a name or a password, which the site would publish"
                yield Problem("malformed-source", message, spot.at(field), mend)


def _malformed(snapshot: Snapshot, spot: Spot) -> Iterator[Problem]:
    """A problem for each hash of a snapshot that is none, and for each that is out of order."""
    times = []
    known: list[tuple[Spot, EarlierSnapshot | Snapshot]] = [
        (spot.at("earlier", number), one) for number, one in enumerate(snapshot.earlier)
    ]
    for where, one in (*known, (spot, snapshot)):
        if not HASH.fullmatch(one.sha256):
            mend = "a sha256 is 64 digits and letters from a to f, as `sha256sum FILE` prints it"
            yield Problem("malformed-source", "this is no sha256", where.at("sha256"), mend)
        if one.archived:
            times.append((where, one.archived))
    for (where, earlier), (_, later) in pairwise(times):
        if _is_after(earlier, later):
            message = f"this was archived after {later.text}, when the next one was"
            mend = "list what was archived in its order, the oldest first"
            yield Problem("malformed-source", message, where.at("archived"), mend)


def _is_after(one: Edtf, other: Edtf) -> bool:
    """Whether one date lies wholly after the other; to the second where both know their zone."""
    clocks = [date.whole.clock for date in (one, other) if date.known]
    if len(clocks) == 2 and all(clock and clock.zoned for clock in clocks):
        first, second = (clock.usual for clock in clocks if clock)
        return first.low > second.high
    return one.usual.low > other.usual.high
