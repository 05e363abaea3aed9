"""The files of a search: shards of the index, and what the page that searches must know of them.

Records are divided by their addresses into a power of two of indexes, which a browser merges. An
index that does not know a word passes over it or takes a shorter one, so that what is in one shard
alone brings wrong results from the others: nearly every dossier has one shard. What is needed to
filter and sort lies beside each, since Pagefind lists its filters in another order every time, and
puts the results of several indexes together by rank alone.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from factbook.outputs.search.engine import engine, indexed
from factbook.outputs.search.folding import LEAST, LETTERS, PREFIXES
from factbook.outputs.search.records import END, Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    File = tuple[str, bytes]

FORMAT = 1
FOLDER = "search"
MOST = 50_000  # records in a shard; of 13,200 the list that a search begins with has 80 kB
SHARED = ("pagefind.js", "pagefind-worker.js")
ENTRY = "pagefind-entry.json"
FRAGMENT, MAGIC = ".pf_fragment", b"pagefind_dcd"


def search_files(records: Iterable[Found], language: str) -> Iterator[File]:
    """All files of the search over some records; raises SearchError.

    `language` is the site's own: its words are stemmed, those of others are found as they begin.
    """
    whole = sorted(records, key=lambda one: one.url)
    shards = [shard for shard in divided(whole) if shard] or [[]]
    asked = [[_request(one) for one in shard] for shard in shards]
    for number, found in enumerate(indexed(asked, language, engine())):
        for name, content in sorted(found.items()):
            if _is_index(name) or (number == 0 and name in _program(found)):
                yield f"{FOLDER}/{number}/{name}", content
        yield f"{FOLDER}/{number}/facets.json", _facets(shards[number], found)
    yield f"{FOLDER}/index.json", _encoded(_manifest(shards))


def divided(records: Sequence[Found]) -> list[list[Found]]:
    """Records in shards, each where its address puts it."""
    count = 1
    while count * MOST < len(records):
        count *= 2
    shards: list[list[Found]] = [[] for _ in range(count)]
    for one in records:
        digest = hashlib.sha256(one.url.encode()).digest()
        shards[int.from_bytes(digest[:8]) % count].append(one)
    return shards


def _request(one: Found) -> dict[str, Any]:
    meta = {"title": one.title, "type": one.type, "date": one.date, "contested": one.contested}
    shown = {key: value for key, value in meta.items() if value}
    return {"url": one.url, "content": one.content, "meta": shown}


def _is_index(name: str) -> bool:
    return name.startswith(("index/", "fragment/")) or name.endswith((".pf_meta", ENTRY))


def _program(files: dict[str, bytes]) -> set[str]:
    """What reads the index, which lies beside the first shard alone: with its own language only."""
    languages = json.loads(files[ENTRY])["languages"].values() if ENTRY in files else ()
    return {*SHARED, *(f"wasm.{one['wasm'] or 'unknown'}.pagefind" for one in languages)}


def _facets(records: Sequence[Found], files: dict[str, bytes]) -> bytes:
    """Result -> its day, year, type and whether it is contested."""
    by_url = {one.url: one for one in records}
    types = sorted({one.type for one in records})
    found = {}
    for name, content in files.items():
        if name.endswith(FRAGMENT):
            fragment = json.loads(gzip.decompress(content).removeprefix(MAGIC))
            one = by_url[fragment["url"]]
            key = name.removeprefix("fragment/").removesuffix(FRAGMENT)
            found[key] = [one.day, one.year, types.index(one.type), int(bool(one.contested))]
    return _encoded({"types": types, "results": dict(sorted(found.items()))})


def _manifest(shards: Sequence[Sequence[Found]]) -> dict[str, Any]:
    """What the page needs before anything is searched; `digest` says which shard has changed."""
    every = [one for shard in shards for one in shard]
    types = Counter(one.type for one in every)
    years = Counter(one.year for one in every if one.year)
    return {
        "format": FORMAT,
        "records": len(every),
        "shards": [{"records": len(shard), "digest": _digest(shard)} for shard in shards],
        "types": dict(sorted(types.items())),
        "years": [[year, years[year]] for year in sorted(years, reverse=True)],
        "folding": {"letters": LETTERS, "prefixes": PREFIXES, "least": LEAST, "end": END.strip()},
    }


def _digest(shard: Sequence[Found]) -> str:
    return hashlib.sha256(repr(shard).encode()).hexdigest()


def _encoded(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
