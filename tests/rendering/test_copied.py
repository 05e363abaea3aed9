from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main
from factbook.exchange.new import start_dossier
from factbook.rendering.copied import (
    UnknownTemplateError,
    copy_template,
    stale_templates,
    template_names,
)
from factbook.rendering.templates import template_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_every_template_can_be_copied_and_a_fresh_copy_is_current(tmp_path: Path) -> None:
    assert "site/incident.html" in template_names()
    for name in template_names():
        copy_template(name, tmp_path)
    assert stale_templates(tmp_path, "templates") == []


@pytest.mark.parametrize(
    ("first", "words"),
    [
        ("{# made from 0123456789ab #}", "was made from an older one"),
        ("<h1>mine</h1>", "does not say what it was made from"),
        ("", "does not say what it was made from"),
    ],
)
def test_an_older_copy_is_a_warning(tmp_path: Path, first: str, words: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "list.html").write_text(f"{first}\n")
    [problem] = stale_templates(tmp_path, "templates")
    assert (problem.rule, problem.severity.value) == ("stale-template", "warning")
    assert words in problem.message
    assert problem.spot.path == "templates/site/list.html"


def test_a_plain_copy_of_the_same_template_is_current(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    original = template_folder() / "site" / "list.html"
    (tmp_path / "site" / "list.html").write_bytes(original.read_bytes())
    assert stale_templates(tmp_path, "templates") == []


def test_nothing_is_copied_over_and_an_unknown_name_is_hinted_at(tmp_path: Path) -> None:
    copy_template("site/list.html", tmp_path)
    with pytest.raises(UnknownTemplateError, match="there already"):
        copy_template("site/list.html", tmp_path)
    with pytest.raises(UnknownTemplateError, match=r"did you mean site/incident\.html"):
        copy_template("site/incidnet.html", tmp_path)
    with pytest.raises(UnknownTemplateError, match="no template"):
        copy_template("../../etc/passwd", tmp_path)


def test_a_copied_template_is_used_and_upgrade_tells_when_it_is_older(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    start_dossier(folder)
    run = CliRunner().invoke
    assert run(main, ["template", "site/list.html", "--root", str(folder)]).exit_code == 0
    assert "no template is older" in run(main, ["upgrade", "--root", str(folder)]).stdout
    path = folder / "templates" / "site" / "list.html"
    path.write_text("{# made from 0123456789ab #}\nOLD {{ page.title }}")
    told = run(main, ["upgrade", "--root", str(folder)])
    assert "1 template is older" in told.stdout
    assert "stale-template" in told.stderr
    assert run(main, ["build", "--root", str(folder)]).exit_code == 0
    assert "OLD Actors" in (folder / "site" / "actors" / "index.html").read_text()


def test_one_that_goes_while_it_is_looked_at_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asked first and read then would find it there, and not there."""
    monkeypatch.setattr(type(tmp_path), "is_file", lambda _: True)
    assert stale_templates(tmp_path, "templates") == []
