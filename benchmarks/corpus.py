"""A dossier of any size, made up: what the benchmarks read, check, weigh and draw.

Each incident has twelve claims with two or three citations, in five to six kilobytes of YAML; there
is an actor for every ten incidents and a source for every five, in Latin and in Arabic script.
`python benchmarks/corpus.py FOLDER NUMBER` writes one to look at.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

TOWNS = ("Baghdad", "Basra", "Mosul", "Kirkuk", "Ramadi", "Najaf", "Erbil", "Samarra")
TOWNS_IN_ARABIC = ("بغداد", "البصرة", "الموصل", "كركوك", "الرمادي", "النجف", "أربيل", "سامراء")
SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te")
KINDS = ("organisation", "state body", "person", "outlet")
FIGURES = ("1", "2", "3", "8", "at least 3", "at least 8", "several", "about 5", "nearly 30")
AGREEING = 0.9  # of the claims on one attribute, how many give the first one's value
CLAIMS = (
    *("killed", "injured", "casualties", "rockets_fired", "rockets_landed", "date"),
    *("place", "held_responsible", "damage", "killed", "injured", "rockets_fired"),
)
QUOTES = (
    "{} by the count of a security source who spoke to reporters near the river crossing",
    "officials on the spot said {} when the volley came down over the quarter in the evening",
    "according to two officers in the operations command it was {}, and nobody claimed it",
    "قال مصدر أمني {} بعد سقوط الصواريخ قرب المنطقة السكنية وتضرر عدد من المنازل والسيارات",
    "وأفاد شهود عيان {} قبل أن تفرض القوات الأمنية طوقاً حول مكان الحادث وتبدأ التحقيق فيه",
)
CONFIGURATION = """\
site_name: A dossier of {number} incidents
docs_dir: site_src
theme:
  name: factbook
plugins:
  - factbook:
      format: 1
nav:
  - Home: index.md
  - Incidents: incidents/index.md
  - Actors: actors/index.md
  - Places: places/index.md
  - Conflicts: conflicts/index.md
  - Sources: sources/index.md
"""


def corpus(number: int, seed: int = 1) -> dict[str, str]:
    """The fact files of a dossier of so many incidents, by path."""
    chance = random.Random(seed)  # noqa: S311 - a corpus, no secret
    actors, sources, places = number // 10 or 1, number // 5 or 1, number // 50 or 1
    tree: dict[str, str] = {}
    for one in range(actors):
        tree[f"facts/actors/actor-{one}.yaml"] = _actor(one, chance)
    for one in range(places):
        tree[f"facts/places/place-{one}.yaml"] = f"title: {_title(one, 'Quarter')}\nkind: quarter\n"
    for one in range(sources):
        tree[f"facts/sources/source-{one}.yaml"] = _source(one, actors, chance)
    for one in range(number):
        made = _incident(one, actors, sources, places, chance)
        tree[f"facts/incidents/incident-{one}.yaml"] = made
    return tree


def write_corpus(folder: Path, number: int, seed: int = 1) -> None:
    """A whole dossier below `folder`: facts, configuration and a home page."""
    for path, text in corpus(number, seed).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "site_src").mkdir(exist_ok=True)
    (folder / "site_src/index.md").write_text("# Home\n\nA dossier.\n", encoding="utf-8")
    configuration = CONFIGURATION.format(number=number)
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")


def _title(number: int, word: str) -> str:
    """A title of its own for each number, without a figure that no claim holds."""
    name = ""
    rest = number + len(SYLLABLES)
    while rest:
        rest, syllable = divmod(rest, len(SYLLABLES))
        name += SYLLABLES[syllable]
    if number % 4 == 0:
        return f"{word} {name.capitalize()} {TOWNS_IN_ARABIC[number % len(TOWNS)]}"
    return f"{word} {name.capitalize()} of {TOWNS[number % len(TOWNS)]}"


def _actor(number: int, chance: random.Random) -> str:
    kind = KINDS[number % len(KINDS)]
    return f"title: {_title(number, kind.capitalize())}\nkind: {chance.choice([kind, kind, ''])}\n"


def _source(number: int, actors: int, chance: random.Random) -> str:
    day = f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return (
        f"title: {_title(number, 'Report')}\n"
        f"publisher: actor-{min(3 + 4 * chance.randrange(actors // 4 or 1), actors - 1)}\n"
        f"published: {day}\n"
        f"language: {'ar' if number % 4 == 0 else 'en'}\n"
        f"url: https://example.org/{number}\n"
    )


def _incident(number: int, actors: int, sources: int, places: int, chance: random.Random) -> str:
    day = f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    place = number % places
    head = (
        f"title: {_title(number, 'Attack')}\n"
        f"kind: rocket attack\ndate: {day}\nplace: place-{place}\n"
        f"summary: |\n  What was fired, by one account [@c3]; who was hurt, by another [@c1].\n"
        f"claims:\n"
    )
    usual = {one: chance.choice(FIGURES) for one in ("killed", "injured", "rockets_fired")}
    usual |= {"casualties": "some", "rockets_landed": "some", "damage": "cars and houses"}
    usual |= {"date": day, "place": f"place-{place}"}
    lines = [head]
    for place, attribute in enumerate(CLAIMS):
        value = usual.get(attribute) or f"actor-{chance.randrange(actors)}"
        if value in FIGURES and chance.random() > AGREEING:
            value = chance.choice(FIGURES)
        lines.append(f"  c{place}:\n    attribute: {attribute}\n    value: {value}\n")
        lines.append(f"    says: actor-{chance.randrange(actors)}\n")
        if attribute in {"killed", "injured"} and chance.random() < 0.25:
            lines.append("    of: {status: civilian}\n")
        lines.append("    cite:\n")
        for source in chance.sample(range(sources), min(sources, chance.choice((2, 2, 3)))):
            words = chance.choice(QUOTES).format(value)
            lines.append(f"      - source: source-{source}\n        quote: {words}\n")
    return "".join(lines)


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]))
