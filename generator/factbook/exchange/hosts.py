"""What a new dossier needs to be checked, built and published by a host of repositories."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

import factbook

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOWS = {"github": ".github/workflows/site.yml", "gitlab": ".gitlab-ci.yml"}
HOSTS = tuple(WORKFLOWS)
REQUIREMENTS = "requirements.txt"
SETTINGS = "mkdocs.yml"
_PINNED = """\
# What the site is built with, so that it is built alike everywhere. Where your index of packages
# does not have it, name its repository: factbook @ git+https://...
factbook == {version}
"""
_AFTER = "site_dir: "
_ADDRESS = """\
site_url: !ENV [SITE_URL, ""]  # where it will be; whoever publishes it says so: see the workflow
"""


def add_workflow(folder: Path, host: str) -> list[Path]:
    """Write the workflow of a host into a new dossier; the files written, settings not counted.

    The settings take the site's address from whoever publishes it: the page for what is missing,
    which is shown at any depth, has its links from the root of the host.
    """
    text = resources.files("factbook.exchange").joinpath("ci", f"{host}.yml").read_bytes()
    workflow, pinned, settings = (
        folder / WORKFLOWS[host],
        folder / REQUIREMENTS,
        folder / SETTINGS,
    )
    workflow.parent.mkdir(parents=True, exist_ok=True)
    workflow.write_bytes(text)
    pinned.write_text(_PINNED.format(version=factbook.__version__), encoding="utf-8")
    before, line, after = settings.read_text(encoding="utf-8").partition(f"\n{_AFTER}")
    settings.write_text(f"{before}\n{_ADDRESS}{line[1:]}{after}", encoding="utf-8")
    return [workflow, pinned]
