"""How long weighing takes: many incidents, and one that everybody speaks of.

`python benchmarks/weighing.py` makes its own corpus, weighs it some times on one core, and prints
the fastest and the slowest run. Reading and checking are not part of it. All in one process, so
that the figures can be set against each other; on a noisy machine only their ratios mean much.
"""

from __future__ import annotations

import gc
import random
import sys
import time

from factbook.facts.decoding import decode
from factbook.facts.ledger import Ledger, index
from factbook.facts.vocabulary import read_vocabulary
from factbook.reading.document import parse_tree
from factbook.weighing.weigh import weigh

RUNS = 5
INCIDENTS = 10_000
CLAIMS = (
    *("killed", "injured", "casualties", "rockets_fired", "rockets_landed", "date"),
    *("place", "held_responsible", "damage", "killed", "injured", "rockets_fired"),
)
FIGURES = ("1", "2", "3", "at least 3", "several", "none", "about 5")
KINDS = ("organisation", "state body", "person", "label")


def many(chance: random.Random) -> dict[str, bytes]:
    """Incidents of twelve claims each, on ten attributes, a quarter of the casualties qualified."""
    tree = {f"facts/incidents/i{n}.yaml": _incident(n, chance) for n in range(INCIDENTS)}
    for number in range(1000):
        kind = chance.choice(KINDS)
        tree[f"facts/actors/a{number}.yaml"] = f"title: Actor\nkind: {kind}\n".encode()
    return tree


def _incident(number: int, chance: random.Random) -> bytes:
    values = {
        "date": f"2020-01-0{chance.randint(1, 3)}",
        "place": f"p{chance.randint(0, 49)}",
        "held_responsible": f"a{chance.randint(0, 999)}",
        "damage": "cars",
    }
    lines = [f"title: Incident {number}\nclaims:\n"]
    for place, attribute in enumerate(CLAIMS):
        value = values.get(attribute) or chance.choice(FIGURES)
        part = attribute in {"killed", "injured"} and chance.random() < 0.25
        of = ", of: {status: civilian}" if part else ""
        lines.append(_claim(place, attribute, value, f"says: a{chance.randint(0, 999)}{of}"))
    return "".join(lines).encode()


def one(figures: int, chance: random.Random) -> dict[str, bytes]:
    """One incident of 5,000 claims on one attribute, by 300 speakers, with so many figures."""
    lines = ["title: Incident\nclaims:\n"]
    for number in range(5000):
        says = f"says: a{chance.randint(0, 299)}"
        lines.append(_claim(number, "killed", str(chance.randint(1, figures)), says))
    return {"facts/incidents/i.yaml": "".join(lines).encode()}


def _claim(number: int, attribute: str, value: str, more: str) -> str:
    cite = f"cite: [{{source: s{number % 200}, quote: q}}]"
    return f"  c{number}: {{attribute: {attribute}, value: {value}, {more}, {cite}}}\n"


def ledger_of(tree: dict[str, bytes]) -> Ledger:
    """Everything before the weighing."""
    documents, _ = parse_tree(tree)
    vocabulary, _ = read_vocabulary(None)
    subjects, _ = decode(documents, "facts", list(tree), vocabulary)
    return index(subjects, vocabulary, "facts/vocabulary.yaml")


def main() -> None:
    """Print a line for each corpus."""
    gc.disable()  # as the pipeline does while it loads and weighs
    chance = random.Random(1)  # noqa: S311 - a corpus, no secret
    corpora = {
        f"{INCIDENTS:,} incidents of {len(CLAIMS)} claims": many(chance),
        "5,000 claims on one attribute, 40 figures": one(40, chance),
        "5,000 claims on one attribute, 5,000 figures": one(5000, chance),
    }
    for name, tree in corpora.items():
        ledger = ledger_of(tree)
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            found = weigh(ledger)
            times.append(time.perf_counter() - start)
        spread = f"{min(times):.2f} to {max(times):.2f} s"
        sys.stdout.write(f"{name}: {spread}, {len(found.conflicts):,} conflicts\n")


if __name__ == "__main__":
    main()
