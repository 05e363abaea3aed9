"""Documents to subjects: typed, frozen, holding ids; and every problem on the way."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.diagnostics.spot import Spot
from factbook.facts.faults import decode_date, faults
from factbook.facts.model import FOLDERS, AnyRecord, Kind, Source
from factbook.facts.packing import packed, unpacked
from factbook.facts.values import typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factbook.diagnostics.spot import Route
    from factbook.facts.values import Value, Written
    from factbook.facts.vocabulary import Vocabulary
    from factbook.reading.document import Document
    from factbook.reading.parser import Data

_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
LINEAGE = "lineage.yaml"  # what editors decided about proposed links
RESERVED = {"index", "readme"}
_ID_MEND = "use lower-case letters, digits and hyphens: 2020-12-20-green-zone"


class ClaimKey(NamedTuple):
    """What identifies a claim: its subject's id and its own."""

    subject: str
    claim: str


def is_id(word: str) -> bool:
    """Whether a word can name a file of facts."""
    return bool(_ID.fullmatch(word)) and word not in RESERVED


@dataclass(frozen=True, slots=True)
class Subjects:
    """All decoded records by id, with their kind and path, and the typed value of each claim."""

    records: dict[str, AnyRecord] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    values: dict[ClaimKey, Value] = field(default_factory=dict)
    files: frozenset[str] = frozenset()  # ids of all files, those included that are broken

    @property
    def broken(self) -> frozenset[str]:
        """Ids of files that are there and could not be decoded."""
        return self.files - self.records.keys()


def decode(
    documents: Mapping[str, Document],
    folder: str,
    paths: list[str],
    vocabulary: Vocabulary,
    kept: Subjects | None = None,
) -> tuple[Subjects, list[Problem]]:
    """Decode every document below `folder`; a bad file loses only itself.

    `paths` are all paths of the tree, so that a file which could not even be parsed still counts as
    there, and nobody is told that its id is unknown. `kept` are the subjects of sound files that
    have not changed since they were decoded.
    """
    vocabulary_file = f"{folder}/vocabulary.yaml"
    aside = {vocabulary_file, f"{folder}/{LINEAGE}"}  # no records
    files = (_stem(path) for path in paths if path not in aside)
    subjects = Subjects(files=frozenset(files))
    words = vocabulary.attributes
    problems = _bad_ids(
        (Spot(vocabulary_file, ("attributes", one), key=True), one) for one in words
    )
    type_of = _Typing(vocabulary)
    for path, document in documents.items():
        if path in aside:
            continue
        place = _placed(path, folder)
        if isinstance(place, Problem):
            problems.append(place)
            continue
        kind, record_type = place
        if kept and kept.paths.get(_stem(path)) == path:
            problems += _keep(subjects, path, kept)
            continue
        record, found = _record(document, record_type)
        document.rest()
        problems += found
        if record is not None:
            problems += _add(subjects, path, kind, record, type_of)
    return subjects, problems


class _Typing(dict[tuple[str, "Written"], "Value"]):
    """The typed value of what is written under an attribute; the same words are read once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __missing__(self, key: tuple[str, Written]) -> Value:
        attribute = self.vocabulary.attributes.get(key[0])
        self[key] = value = typed(key[1], attribute, self.vocabulary)
        return value


def _stem(path: str) -> str:
    """The name of a file without its folders and its last suffix."""
    return path.rpartition("/")[2].removesuffix(".yaml")


def _record(
    document: Document, record_type: type[AnyRecord]
) -> tuple[AnyRecord | None, list[Problem]]:
    """The record of a document, or as much of it as can be read, and what is wrong with it.

    What is left of a faulty file is decoded too, so that one run reports its other problems. A
    sound one is packed for the next run, if its document has a pack.
    """
    pack = document.pack
    if pack and pack.content and (known := unpacked(pack.content, record_type)):
        return known, []
    try:
        record = _converted(document.data, record_type)
    except msgspec.ValidationError as error:
        found = faults(document, record_type)
        if not found:
            return None, [Problem("wrong-shape", str(error), Spot(document.path))]
    else:
        if pack:
            pack.content = packed(document.data)
        return record, []
    try:
        return _converted(_without(document.data, found), record_type), found
    except msgspec.ValidationError:
        return None, found


def _converted(data: Data, record_type: type[AnyRecord]) -> AnyRecord:
    return msgspec.convert(data, record_type, strict=False, dec_hook=decode_date)


def _without(data: Data, found: list[Problem]) -> Data:
    """A copy of a file's data without the keys or claims that are at fault."""
    copy = deepcopy(data)
    for problem in found:
        route = problem.spot.route
        if problem.rule != "unknown-key":
            route = route[:2] if route[:1] == ("claims",) else route[:1]
        holder = _at(copy, route[:-1])
        if route and isinstance(holder, dict):
            holder.pop(str(route[-1]), None)
    return copy


def _at(data: Data, route: Route) -> Data | None:
    """What a route leads to; None where it leads nowhere, as what it led to is gone already."""
    found: Data = data
    for step in route:
        if isinstance(found, dict) and step in found:
            found = found[str(step)]
        elif isinstance(found, list) and isinstance(step, int) and step < len(found):
            found = found[step]
        else:
            return None
    return found


def _placed(path: str, folder: str) -> tuple[Kind, type[AnyRecord]] | Problem:
    """The kind of subject that a path says, or why it says none."""
    first, slash, _ = path.removeprefix(f"{folder}/").partition("/")
    first, stem = first if slash else "", _stem(path)
    if first not in FOLDERS:
        mend = did_you_mean(first, FOLDERS, f"put it into one of {', '.join(FOLDERS)}")
        message = f"no kind of fact file lives in {folder}/{first}".rstrip("/")
        return Problem("misplaced-file", message, Spot(path), mend)
    if not is_id(stem):
        mend = f"choose another: {stem} is a page of its own" if stem in RESERVED else _ID_MEND
        return Problem("bad-id", f"the file name {stem} is no id", Spot(path), mend)
    return FOLDERS[first]


def _keep(subjects: Subjects, path: str, kept: Subjects) -> list[Problem]:
    """Take over one subject as it was."""
    name = _stem(path)
    if name in subjects.records:
        return [_taken(path, name, subjects)]
    record = subjects.records[name] = kept.records[name]
    subjects.kinds[name], subjects.paths[name] = kept.kinds[name], path
    if not isinstance(record, Source):
        keys = [ClaimKey(name, claim) for claim in record.claims]
        subjects.values.update(zip(keys, map(kept.values.__getitem__, keys), strict=True))
    return []


def _taken(path: str, name: str, subjects: Subjects) -> Problem:
    message = f"the id {name} is taken by {subjects.paths[name]}"
    return Problem("duplicate-id", message, Spot(path), "rename one of the two files")


def _add(
    subjects: Subjects, path: str, kind: Kind, record: AnyRecord, type_of: _Typing
) -> list[Problem]:
    """Add one record under its id, its claims' values typed."""
    name = _stem(path)
    if name in subjects.records:
        return [_taken(path, name, subjects)]
    subjects.records[name] = record
    subjects.kinds[name] = kind
    subjects.paths[name] = path
    if not isinstance(record, Source):
        for claim, entry in record.claims.items():
            subjects.values[ClaimKey(name, claim)] = type_of[entry.attribute, entry.value]
    return _bad_ids(_ids(path, record))


def _ids(path: str, record: AnyRecord) -> Iterator[tuple[Spot, str]]:
    """All that becomes part of an address or an anchor: claims, conflicts, and former ids."""
    for number, former in enumerate(record.moved_from):
        yield Spot(path, ("moved_from", number)), former
    if isinstance(record, Source):
        return
    for claim, entry in record.claims.items():
        yield Spot(path, ("claims", claim), key=True), claim
        for number, former in enumerate(entry.moved_from):
            yield Spot(path, ("claims", claim, "moved_from", number)), former
    for key in record.conflicts:
        yield Spot(path, ("conflicts", key), key=True), key


def _bad_ids(ids: Iterable[tuple[Spot, str]]) -> list[Problem]:
    return [
        Problem("bad-id", f"{name or 'nothing'} is no id", spot, _ID_MEND)
        for spot, name in ids
        if not _ID.fullmatch(name)
    ]
