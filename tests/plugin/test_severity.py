"""The severities that a dossier chooses hold in a build as they do in a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.plugin.build import build_site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factbook.diagnostics.problem import Problem
    from factbook.dossier import Dossier

    Pages = Callable[[Path], dict[str, str]]


@pytest.mark.parametrize(
    ("word", "told", "built"),
    [("off", [], True), ("warning", ["warning"], True), ("error", ["error"], False)],
)
def test_a_build_obeys_severities_and_says_so_to_readers(
    mine: Path, pages: Pages, word: str, told: list[str], *, built: bool
) -> None:
    settings = mine / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    line = f"      severity: {{unreached-subject: {word}}}\n"
    settings.write_text(text.replace("      format: 1", f"{line}      format: 1"), encoding="utf-8")
    (mine / "facts" / "actors" / "nobody.yaml").write_text("title: Nobody\n", encoding="utf-8")
    seen: list[Problem] = []

    def report(_dossier: Dossier, problems: Sequence[Problem]) -> None:
        seen.extend(problems)

    site = build_site(mine, report, strict=False)
    assert [problem.severity.value for problem in seen] == told
    assert (site == mine / "site") is built
    if built:
        page = pages(mine / "site")["checks/index.html"]
        outcome = "switched off here" if word == "off" else word
        assert f"<code>unreached-subject</code>, {outcome}</p>" in page


def test_the_page_of_checks_is_in_the_navigation_of_a_new_dossier(mine: Path, pages: Pages) -> None:
    build_site(mine, lambda *_: None, strict=True)
    found = pages(mine / "site")
    assert 'href="checks/"' in found["index.html"]
    assert "<h1>How we check</h1>" in found["checks/index.html"]
