"""A source whose hash, address or language cannot be what it says.

What it finds: a `sha256` that is not 64 digits and letters from a to f, and a `url` or
`archive_url` that does not begin with https:// or http://. A `language` that is no code, such as
`english` for `en`.
Why it matters: the hash is how the archived text is known, and an address is printed as a link that
readers click; the language decides how a quote is read.
How to mend: copy the hash as `sha256sum FILE` prints it, and the address as the browser shows it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

HASH = re.compile(r"[0-9a-f]{64}")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")  # BCP 47
ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f]+")


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each hash and each address that is none."""
    for name, source in ledger.sources.items():
        spot = ledger.spot(name)
        if source.snapshot and not HASH.fullmatch(source.snapshot.sha256):
            mend = "a sha256 is 64 digits and letters from a to f, as `sha256sum FILE` prints it"
            where = spot.at("snapshot", "sha256")
            yield Problem("malformed-source", "this is no sha256", where, mend)
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
