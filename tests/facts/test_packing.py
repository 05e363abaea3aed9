"""The record from a pack is the record from the file, in every detail."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factbook.diagnostics.problem import Problem
from factbook.facts.decoding import decode
from factbook.facts.faults import decode_date
from factbook.facts.model import Actor, AnyRecord, Incident, Place, Source, Statement
from factbook.facts.packing import packed, unpacked
from factbook.facts.vocabulary import read_vocabulary
from factbook.reading.document import Document, Pack, parse_file
from factbook.reading.tree import read_folder

EXCHANGE = Path(str(resources.files("factbook.exchange")))
VOCABULARY = read_vocabulary(None, is_there=False)[0]
# what is true, a number, a date, nothing at all or too much, for one reader or another
WORDS = st.sampled_from(
    ["true", "True", "yes", "no", "on", "1", "0", "01", "+1", "-0", "1.0", "1e3", "1e309", "nan", "inf",
     "Infinity", "1_000", "0x10", " 5", "5 ", "٣", "null", "Null", "~", "none", "", " ", "2020-12-20",
     "2020~", "unknown", "[2020-12-01..2020-12-31]", "9" * 30, "A", "certain", "possible", "actor",
     "é", "e\u0301", "\ufeff", "x" * 40, "a\nb"]
)  # fmt: skip
TEXTS = st.one_of(WORDS, st.text(st.characters(exclude_categories=["Cs"]), max_size=5))
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2)
)
CITATION = {"source": "s", "quote": "q"}
CLAIM = {"attribute": "killed", "value": "1", "cite": [CITATION]}
# a sound file of each kind, and where something else is put in
FILES: list[tuple[type[AnyRecord], dict[str, Any], list[str]]] = [
    (Incident, {"title": "T"}, ["date", "mention", "part_of", "cite", "inferred", "moved_from", "note"]),
    (Statement, {"title": "T", "by": "a", "on": "2020-01-01"}, ["by", "on", "about", "perhaps_same"]),
    (Actor, {"title": "T"}, ["kind", "names", "part_of", "excludes", "speaks_for"]),
    (Place, {"title": "T"}, ["kind", "within", "coordinates"]),
    (Source, {"title": "T", "publisher": "p", "published": "2020"}, ["accessed", "derives_from", "reliability", "snapshot", "authors"]),
]  # fmt: skip
OF_CLAIM = ["value", "says", "act", "of", "at", "during", "complete", "basis", "credibility", "withdrawn", "moved_from"]  # fmt: skip


def _both(data: Any, record_type: type[AnyRecord]) -> tuple[str, str]:  # noqa: ANN401 - plain data
    """A record from plain data and from its pack, as Python writes them."""
    try:
        plain: object = msgspec.convert(data, record_type, strict=False, dec_hook=decode_date)
    except msgspec.ValidationError:
        plain = None
    return repr(plain), repr(unpacked(packed(data), record_type))


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_any_data_gives_the_same_record_or_none(data: st.DataObject) -> None:
    record_type, sound, keys = data.draw(st.sampled_from(FILES))
    more = data.draw(st.dictionaries(st.sampled_from(keys), VALUES, max_size=2))
    claims = {
        "claims": {
            name: {**CLAIM, **data.draw(st.dictionaries(st.sampled_from(OF_CLAIM), VALUES, max_size=2))}
            for name in data.draw(st.lists(WORDS, max_size=3))
        }
    }  # fmt: skip
    plain, from_pack = _both(
        {**sound, **more, **(claims if record_type is not Source else {})}, record_type
    )
    assert plain == from_pack


@pytest.mark.parametrize("word", ["true", "false", "null", "1", "1.0", "nan", "1e309", "-0", "٣"])
@pytest.mark.parametrize(
    ("record_type", "data"),
    [
        (Incident, {"title": "T", "mention": "{}"}),
        (Incident, {"title": "T", "date": "{}"}),
        (Incident, {"title": "T", "inferred": "{}"}),
        (Actor, {"title": "T", "claims": {"c": {**CLAIM, "credibility": "{}"}}}),
        (Actor, {"title": "T", "claims": {"c": {**CLAIM, "complete": "{}", "basis": "witnessed"}}}),
        (Place, {"title": "T", "coordinates": {"latitude": "{}", "longitude": "{}", "precision": "1"}}),
        (Source, {"title": "T", "publisher": "p", "published": "2020", "snapshot": {"sha256": "x", "bytes": "{}"}}),
    ],
)  # fmt: skip
def test_words_that_mean_a_type_mean_the_same(
    record_type: type[AnyRecord], data: dict[str, Any], word: str
) -> None:
    plain, from_pack = _both(_filled(data, word), record_type)
    assert plain == from_pack


def _filled(data: Any, word: str) -> Any:  # noqa: ANN401 - plain data
    if isinstance(data, dict):
        return {key: _filled(value, word) for key, value in data.items()}
    return word if data == "{}" else data


@pytest.mark.parametrize("folder", ["examples", "starter"])
def test_whole_dossiers_come_out_of_packs_as_out_of_their_files(folder: str) -> None:
    tree, _ = read_folder(EXCHANGE / folder, "facts")
    parsed = {path: parse_file(path, content, Pack()) for path, content in tree.items()}
    documents = {path: one for path, one in parsed.items() if not isinstance(one, Problem)}
    first, problems = decode(documents, "facts", list(tree), VOCABULARY)
    filled = [path for path, one in documents.items() if one.pack and one.pack.content]
    assert len(filled) == len(first.records) > 5
    again = {path: Document(path, one.content, pack=one.pack) for path, one in documents.items()}
    second, others = decode(again, "facts", list(tree), VOCABULARY)
    assert repr(second) == repr(first)
    assert list(second.records) == list(first.records)
    assert others == problems
    assert not [path for path in filled if "data" in vars(again[path])]  # nothing was parsed


FAULTY = {
    "of shape": "title: T\nclaims: no\n",
    "of a key": "title: T\ntitel: T\n",
    "of a value": "title: T\ndate: someday\n",
    "of a claim": "title: T\nclaims:\n  a: {value: 1, act: says}\n",
}


@pytest.mark.parametrize("text", FAULTY.values(), ids=FAULTY)
def test_a_faulty_file_is_never_packed(text: str) -> None:
    path = "facts/incidents/a.yaml"
    document = parse_file(path, text.encode(), Pack())
    assert isinstance(document, Document)
    _, problems = decode({path: document}, "facts", [path], VOCABULARY)
    assert problems
    assert document.pack
    assert document.pack.content == b""


@pytest.mark.parametrize("content", [b"\xc1", b"\x90", packed({"titel": "T"}), packed("T")])
def test_a_pack_that_holds_no_record_is_made_anew(content: bytes) -> None:
    path = "facts/incidents/a.yaml"
    document = Document(path, b"title: T\n", pack=Pack(content))
    subjects, problems = decode({path: document}, "facts", [path], VOCABULARY)
    assert (subjects.records, problems) == ({"a": Incident(title="T")}, [])
    assert document.pack
    assert document.pack.content == packed({"title": "T"})
