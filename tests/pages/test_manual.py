from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.checks.manuals import manuals
from factbook.diagnostics.problem import Severity
from factbook.pages.manual import manual_page
from factbook.rendering.templates import draw, environment

if TYPE_CHECKING:
    from pathlib import Path


def test_every_rule_is_there_with_the_severity_of_this_dossier() -> None:
    page = manual_page("checks/", {"unreached-subject": None, "long-quote": Severity.ERROR})
    assert [one.rule for one in page.rules] == list(manuals())
    outcomes = {one.rule: one.outcome for one in page.rules}
    assert outcomes["unreached-subject"] == "switched off here"
    assert outcomes["long-quote"] == "error"
    assert outcomes["ids-alike"] == "warning"


def test_the_page_shows_manuals_as_markdown_and_examples_as_they_stand(tmp_path: Path) -> None:
    body = draw(manual_page("checks/", {}), environment(tmp_path))
    assert isinstance(body, str)
    assert 'id="rule-uncited-claim"' in body
    assert "<code>cite</code>" in body
    assert body.count("<dt>What it finds</dt>") == len(manuals())
    assert "title: &#34;Fire: two injured&#34;" in body
    assert "`" not in body
