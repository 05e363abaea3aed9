"""The documents that quotes are looked for in, opened, and what keeps one from being opened."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity
from factbook.diagnostics.spot import Spot
from factbook.evidence.altered import altered
from factbook.evidence.looking import Opened
from factbook.evidence.snapshots import text_of
from factbook.evidence.source_lock import digest_of
from factbook.evidence.store import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factbook.evidence.standing import Evidence
    from factbook.facts.ledger import Ledger
    from factbook.facts.model import Snapshot


MISMATCH = "snapshot-mismatch"


def open_all(
    ledger: Ledger, snapshots: Mapping[str, bytes], evidence: Evidence
) -> tuple[dict[str, Opened], list[Problem]]:
    """Each cited source that can be looked through, and problems where that is not so.

    Bytes are hashed here, whatever the store says that they are.
    """
    opened: dict[str, Opened] = {}
    problems: list[Problem] = []
    try:
        _open_each(ledger, snapshots, evidence, opened, problems)
    except StoreError as error:
        place = Spot(getattr(snapshots, "address", "snapshots"))
        problems.append(Problem("no-snapshots", str(error), place, error.mend))
    return opened, problems


def _open_each(
    ledger: Ledger,
    snapshots: Mapping[str, bytes],
    evidence: Evidence,
    opened: dict[str, Opened],
    problems: list[Problem],
) -> None:
    for name in dict.fromkeys(cited.source for _, cited in ledger.citations()):
        source = ledger.sources.get(name)
        if source is None:
            continue  # unknown-source
        if source.snapshot is None:
            problems.append(_without_snapshot(name, ledger))
            continue
        content = snapshots.get(source.snapshot.sha256)
        if content is None:
            problems += list(altered(name, ledger, snapshots, evidence)) or [
                _not_at_hand(name, ledger)
            ]
            continue
        found = list(_of_bytes(name, source.snapshot, content, ledger))
        text = text_of(snapshots, source.snapshot.sha256)
        if text is not None and not any(one.rule == MISMATCH for one in found):
            found += _of_text(name, source.snapshot, text, ledger, evidence)
        elif not found:
            found.append(_unreadable(name, ledger))
        problems += found
        if text is not None and not any(one.rule == MISMATCH for one in found):
            opened[name] = Opened(source.snapshot.sha256, text)


def _of_bytes(name: str, snapshot: Snapshot, content: bytes, ledger: Ledger) -> Iterator[Problem]:
    """What is wrong with the bytes of a document."""
    spot = ledger.spot(name).at("snapshot")
    actual = hashlib.sha256(content).hexdigest()
    if actual != snapshot.sha256:
        message = f"the document stored under this sha256 has another: {actual}"
        mend = "the stored document was changed: put the original back"
        yield Problem("snapshot-mismatch", message, spot.at("sha256"), mend)
    if snapshot.bytes not in {0, len(content)}:
        message = f"the document has {len(content)} bytes"
        mend = f"write bytes: {len(content)}, if the sha256 is that of the document"
        yield Problem("snapshot-bytes", message, spot.at("bytes"), mend)


def _of_text(
    name: str, snapshot: Snapshot, text: str, ledger: Ledger, evidence: Evidence
) -> Iterator[Problem]:
    """Whether the text of a document is still the one that its lock speaks of."""
    known = evidence.lock(name).text
    if known and known.snapshot == snapshot.sha256 and known.digest != digest_of(text):
        message = "the text of this snapshot is no longer the one in which quotes were found"
        mend = "put the stored text back; or take the lock of the source away and verify anew"
        spot = ledger.spot(name).at("snapshot", "sha256")
        yield Problem("snapshot-mismatch", message, spot, mend)


def _unreadable(name: str, ledger: Ledger) -> Problem:
    message = "no text can be read in the document of this sha256: its quotes are unproven"
    mend = "archive the document in a form that has a text: plain text, HTML or PDF"
    spot = ledger.spot(name).at("snapshot", "sha256")
    return Problem("no-snapshot", message, spot, mend, Severity.WARNING)


def _without_snapshot(name: str, ledger: Ledger) -> Problem:
    message = f"{name} has no snapshot: its quotes are unproven"
    mend = "archive the document and record its sha256 under `snapshot`"
    return Problem("no-snapshot", message, ledger.spot(name), mend, Severity.WARNING)


def _not_at_hand(name: str, ledger: Ledger) -> Problem:
    message = "no document among the snapshots has this sha256"
    mend = "add the archived document to the folder, or correct the sha256"
    spot = ledger.spot(name).at("snapshot", "sha256")
    return Problem("no-snapshot", message, spot, mend, Severity.WARNING)
