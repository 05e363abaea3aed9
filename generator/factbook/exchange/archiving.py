"""What a document that was brought in means for its source: new, changed, or as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from factbook.evidence.changed import Lost, lost_quotes
from factbook.evidence.snapshots import text_of
from factbook.evidence.store import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.evidence.extraction.extract import Extracted
    from factbook.facts.ledger import Ledger
    from factbook.facts.model import Snapshot

State = Literal["archived", "changed", "same text", "unchanged", "dead", "refused", "failed"]


class Brought(NamedTuple):
    """The bytes of a document, and what was said of them on the way."""

    content: bytes
    media_type: str = ""
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What an archived document is to its source; `remarks` is what its editors should know.

    `fields` are for the file of the source. `lost` are quotes that its text does not carry.
    """

    state: State
    content: bytes
    extracted: Extracted
    fields: Mapping[str, str]
    remarks: tuple[str, ...] = ()
    lost: tuple[Lost, ...] = ()

    @property
    def gone(self) -> list[Lost]:
        """The quotes that stood in the text before."""
        return [one for one in self.lost if one.stood]


def found_of(
    source: str, brought: Brought, now: str, ledger: Ledger, snapshots: Mapping[str, bytes]
) -> Finding:
    """What a document means for a source of the ledger, `now` being the time it was archived.

    `snapshots` hold the text from before. Raises StoreError where they cannot be reached.
    """
    from factbook.evidence.extraction.extract import extract  # noqa: PLC0415 - slow to load

    extracted = extract(brought.content, brought.media_type, brought.charset)
    before = ledger.sources[source].snapshot
    sha256 = digest(brought.content)
    known = text_of(snapshots, before.sha256) if before else None
    state = _state(before, sha256, known, extracted.text)
    remarks = [extracted.remark] if extracted.remark else []
    if extracted.text is None:
        remarks.append("it is kept without a text, so no quote can be found in it")
    if before and state == "changed" and before.sha256 not in snapshots:
        remarks.append(f"what it was before ({before.sha256[:12]}…) is not among the snapshots")
    lost = () if extracted.text is None else lost_quotes(ledger, source, known, extracted.text)
    fields = {
        "sha256": sha256,
        "bytes": str(len(brought.content)),
        "media_type": _media_type(extracted.media_type, brought.charset),
        "archived": now,
    }
    return Finding(state, brought.content, extracted, fields, tuple(remarks), tuple(lost))


def _state(before: Snapshot | None, sha256: str, known: str | None, text: str | None) -> State:
    if before is None:
        return "archived"
    if before.sha256 == sha256:
        return "unchanged"
    return "same text" if text is not None and known == text else "changed"


def _media_type(name: str, charset: str) -> str:
    """The media type, with the charset where nothing in the bytes themselves may say it."""
    is_said = not charset or charset.lower().replace("_", "-") in {"utf-8", "utf8", "us-ascii"}
    return name if is_said or name == "application/pdf" else f"{name}; charset={charset.lower()}"
