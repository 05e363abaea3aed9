"""Edits at random: what is built over an old site, or kept in memory, is what a clean build makes."""

from __future__ import annotations

import os
import random
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from factbook.outputs.publishing.manifest import files_below
from factbook.pages.addresses import Addresses
from factbook.pipeline import examine
from factbook.plugin.build import build_site
from factbook.reading.kept import NOTHING_KEPT, Kept
from factbook.serving.preview import Preview
from factbook.serving.resident import Resident

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factbook.diagnostics.problem import Problem
    from factbook.dossier import Dossier

    Edit = Callable[[Path, random.Random], Path]

SEEDS = int(os.environ.get("FUZZ_SEEDS", "3"))
STEPS = 6
SIDES = ("east", "west", "north")
INCIDENT = "facts/incidents/2031-03-14-market-fire.yaml"


def silent(_dossier: Dossier, _problems: Sequence[Problem]) -> None:
    """Report to nobody."""


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def value(root: Path, chance: random.Random) -> Path:
    path = root / INCIDENT
    text = path.read_text(encoding="utf-8")
    new = re.sub("value: the .* roof", f"value: the {chance.choice(SIDES)} roof", text)
    assert "roof" in new
    return written(path, new)


def title(root: Path, chance: random.Random) -> Path:
    path = root / INCIDENT
    _, _, rest = path.read_text(encoding="utf-8").partition("\n")
    return written(path, f"title: Fire in the market {chance.choice('abc')}\n{rest}")


def added(root: Path, chance: random.Random) -> Path:
    name = f"fire-{chance.randrange(3)}"
    words = f"title: Another\nsummary: As before [@{INCIDENT[16:-5]}#when].\n"
    return written(root / f"facts/incidents/{name}.yaml", words)


def removed(root: Path, chance: random.Random) -> Path:
    path = root / f"facts/incidents/fire-{chance.randrange(3)}.yaml"
    path.unlink(missing_ok=True)
    return path


def renamed(root: Path, chance: random.Random) -> Path:
    path = added(root, chance)
    return path.rename(path.with_name(f"blaze-{chance.randrange(2)}.yaml"))


def actor(root: Path, chance: random.Random) -> Path:
    paths = sorted((root / "facts/actors").glob("*.yaml"))
    path = chance.choice(paths)
    return written(path, path.read_text(encoding="utf-8") + "note: Looked at again.\n")


def template(root: Path, chance: random.Random) -> Path:
    words = f"<h1>{{{{ page.title }}}}</h1><p>{chance.randrange(9)}</p>"
    return written(root / "templates/site/place.html", words)


def vocabulary(root: Path, chance: random.Random) -> Path:
    path = root / "facts/vocabulary.yaml"
    text = path.read_text(encoding="utf-8")
    words = f"label: {chance.choice(('Led out', 'Brought out'))}"
    return written(path, re.sub(r"label: (Led|Brought) out", words, text))


def settings(root: Path, chance: random.Random) -> Path:
    path = root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    line = chance.choice(("use_directory_urls: false\n", ""))
    return written(path, line + text.replace("use_directory_urls: false\n", ""))


def page(root: Path, chance: random.Random) -> Path:
    words = f"# Notes\n\nInjured: [@{INCIDENT[16:-5]}#injured-three], {chance.randrange(9)}.\n"
    return written(root / "site_src/notes.md", words)


def broken(root: Path, _chance: random.Random) -> Path:
    return written(root / "facts/incidents/fire-0.yaml", "title: [\n")


EDITS: tuple[Edit, ...] = (
    *(value, value, title, added, removed, renamed, actor, template, vocabulary, settings, page),
    broken,
)


def built(root: Path, kept: Kept = NOTHING_KEPT) -> dict[str, bytes] | None:
    made = build_site(root, silent, strict=False, searched=False, kept=kept)
    if isinstance(made, str):
        return None
    return {name: (made / name).read_bytes() for name in files_below(made)}


def shown(preview: Preview) -> dict[str, str]:
    """The bodies of all pages that are served now."""
    state = preview.now.state
    assert state is not None
    bodies = {name: state.page(name)[0] for name in state.entries}
    return {name: drawn.body for name, drawn in bodies.items() if drawn}


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_site_built_over_an_old_one_is_that_of_a_clean_build(mine: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits each time, no secret
    assert built(mine, Kept.of(mine))
    clean, sound = mine.with_name("clean"), mine.with_name("sound")
    for _ in range(STEPS):
        shutil.copytree(mine, sound)
        chance.choice(EDITS)(mine, chance)
        shutil.copytree(mine, clean)
        shutil.rmtree(clean / "site")
        expected, found = built(clean), built(mine, Kept.of(mine))
        assert found == expected
        if found is None:  # nothing would ever be built again
            shutil.rmtree(mine)
            shutil.copytree(sound, mine)
        shutil.rmtree(clean)
        shutil.rmtree(sound)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_is_served_after_edits_is_what_a_new_start_would_serve(
    mine: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits each time, no secret
    private = tmp_path / "private"
    private.mkdir()
    preview = Preview(Resident(mine), private, "http://localhost/", lambda *_: None)
    for _ in range(STEPS * 2):
        path = chance.choice(EDITS)(mine, chance)
        preview.renew({path, path.parent})
        again = examine(mine)
        assert preview.resident.dossier.problems == again.problems
        if any(problem.severity.value == "error" for problem in again.problems):
            continue
        plain = "use_directory_urls" not in (mine / "mkdocs.yml").read_text(encoding="utf-8")
        pages, _ = again.drawn(mine, Addresses(plain))
        expected = {Addresses.file(one.address): one.body for one in pages}
        assert shown(preview) == expected


def test_so_many_workers_as_you_like_make_the_same_site(
    mine: Path, crew_of: Callable[[int], None]
) -> None:
    alone = built(mine, Kept.of(mine))
    for number in (2, 5):
        crew_of(number)
        assert built(mine, Kept.of(mine)) == alone
        shutil.rmtree(mine / "site")
        assert built(mine, Kept.of(mine)) == alone
