"""The data files: lines for each kind of thing, an index of the files, and one beside each page."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from factbook.evidence.standing import NO_EVIDENCE, Evidence
from factbook.facts.model import FOLDER_OF
from factbook.facts.values import Names
from factbook.outputs.data.claims import claim_data
from factbook.outputs.data.conflicts import conflict_data
from factbook.outputs.data.lineage import uncontested_data
from factbook.outputs.data.records import record_data
from factbook.outputs.data.table import claims_table
from factbook.outputs.data.values import Data, address, whole_id
from factbook.pages.addresses import Addresses
from factbook.pages.links import Desk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.facts.decoding import ClaimKey
    from factbook.facts.ledger import Claim, Ledger
    from factbook.weighing.conflict import Conflict, DeclaredOne
    from factbook.weighing.weigh import Weighing

    File = tuple[str, bytes]

FORMAT = 1
FOLDER = "data"
_in_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
DESCRIBED = {"subjects": "subject", "claims": "claim", "conflicts": "conflict", "sources": "source"}


class Lines(NamedTuple):
    """Everything as lines of JSON, by id, in the order of the files."""

    records: dict[str, bytes]
    claims: dict[ClaimKey, bytes]
    conflicts: dict[str, bytes]
    addresses: dict[str, str]  # of conflicts


def data_files(  # noqa: PLR0913, PLR0917 - what a dossier comes to, and where it goes
    ledger: Ledger,
    weighing: Weighing,
    addresses: Addresses,
    title: str,
    others: Iterable[File] = (),
    evidence: Evidence = NO_EVIDENCE,
) -> Iterator[File]:
    """All data files of a site as (name, bytes); `others` are listed with them: the schemas."""
    desk = Desk(ledger, weighing, addresses, "", evidence)
    lines = _lines(desk)
    yield from _beside_pages(lines, desk)
    listed = []
    for name, content in chain(_whole(lines, desk), others):  # each is gone before the next comes
        listed.append(_listed(name, content))
        yield name, content
    counts = _counts(ledger, lines)
    index = {"format": FORMAT, "title": title, "counts": counts, "files": listed}
    yield f"{FOLDER}/index.json", _encoded(index) + b"\n"


def _encoded(data: Data | list[Data]) -> bytes:
    return _in_json(data).encode()


def _lines(desk: Desk) -> Lines:
    conflicts: dict[str, Data] = {}
    of_subject: defaultdict[str, list[str]] = defaultdict(list)
    for conflict in _conflicts(desk.weighing):
        conflicts[conflict.id] = conflict_data(conflict, desk)
        of_subject[conflict.subject].append(conflict.id)
    names = sorted(desk.ledger.subjects.records)
    return Lines(
        {name: _encoded(record_data(name, desk, of_subject[name])) for name in names},
        {key: _encoded(claim_data(one, desk)) for key, one in desk.ledger.claims.items()},
        {name: _encoded(one) for name, one in conflicts.items()},
        {name: one["address"] for name, one in conflicts.items()},
    )


def _conflicts(weighing: Weighing) -> Iterator[Conflict | DeclaredOne]:
    """Those that rules found, then those that editors declare."""
    yield from weighing.conflicts.values()
    yield from weighing.declared.values()


def _whole(lines: Lines, desk: Desk) -> Iterator[File]:
    """The files that hold everything of one kind."""
    kinds = desk.ledger.subjects.kinds
    sources = [line for name, line in lines.records.items() if kinds[name] == "source"]
    subjects = [line for name, line in lines.records.items() if kinds[name] != "source"]
    for name, found in (
        ("subjects", subjects),
        ("claims", lines.claims.values()),
        ("conflicts", lines.conflicts.values()),
        ("sources", sources),
    ):
        text = BytesIO()
        for line in found:
            text.write(line)
            text.write(b"\n")
        yield f"{FOLDER}/{name}.jsonl", text.getvalue()
    yield f"{FOLDER}/claims.csv", claims_table(desk)


def _listed(name: str, content: bytes) -> Data:
    """A file as the index lists it; where it is lines, how many and what describes them."""
    entry: Data = {
        "name": name,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    if name.endswith(".jsonl"):
        entry["lines"] = content.count(b"\n")
        kind = DESCRIBED[name.removeprefix(f"{FOLDER}/").removesuffix(".jsonl")]
        entry["schema"] = f"{FOLDER}/schemas/{kind}.json"
    return entry


def _counts(ledger: Ledger, lines: Lines) -> dict[str, int]:
    kinds = {section: len(getattr(ledger, section)) for section in FOLDER_OF.values()}
    return {**kinds, "claims": len(lines.claims), "conflicts": len(lines.conflicts)}


def _beside_pages(lines: Lines, desk: Desk) -> Iterator[File]:
    """For each page its record with the claims and conflicts of its file, whole.

    `elsewhere` are the ids of claims in other files that its page shows too; `lineages` tell how
    positions that nobody contests came here.
    """
    elsewhere = _elsewhere(desk.ledger)
    of_subject: defaultdict[str, list[bytes]] = defaultdict(list)
    for one in _conflicts(desk.weighing):
        of_subject[one.subject].append(lines.conflicts[one.id])
    for name, line in lines.records.items():
        own = (lines.claims[one.key] for one in desk.ledger.of_subject.get(name, ()))
        ids = _in_json(elsewhere.get(name, []))
        told = uncontested_data(name, desk) if name in desk.ledger.incidents else ()
        rest = b'"elsewhere":%b,"lineages":%b' % (ids.encode(), _encoded(list(told)))
        yield (
            beside(address(name, desk)),
            b'{"format":%d,"record":%b,"claims":[%b],"conflicts":[%b],%b}\n'
            % (FORMAT, line, b",".join(own), b",".join(of_subject[name]), rest),
        )
    for name, line in lines.conflicts.items():
        if "#" not in lines.addresses[name]:  # a page of its own
            yield beside(lines.addresses[name]), b'{"format":%d,"conflict":%b}\n' % (FORMAT, line)


def beside(address: str) -> str:
    """The data file of the page at an address."""
    return f"{Addresses.file(address).removesuffix('.html')}.json"


def _elsewhere(ledger: Ledger) -> Mapping[str, list[str]]:
    """Record -> claims in other files that name it, that it makes, states or carries.

    Whom a redacted or withdrawn claim would lead to is not told.
    """
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    records = ledger.subjects.records
    for key, claim in ledger.claims.items():
        if claim.entry.redacted or claim.entry.withdrawn:
            continue
        own = whole_id(key)
        for name in _named_by(claim):
            if name != key.subject and name in records:
                found[name][own] = None
    return {name: list(ids) for name, ids in found.items()}


def _named_by(claim: Claim) -> Iterator[str]:
    yield from claim.statements
    yield from (voice.actor for voice in claim.voices)
    yield from (one.source for one in claim.entry.cite)
    if isinstance(claim.value, Names):
        yield from claim.value.ids
