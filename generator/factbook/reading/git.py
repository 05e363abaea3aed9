"""Trees out of git: the fact files of a revision, read from its objects without a checkout."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.reading.tree import Tree

MAIN_BRANCHES = ("origin/HEAD", "main", "master", "origin/main", "origin/master")
FILE_MODES = ("100644", "100755")


class GitError(Exception):
    """Git cannot do what was asked; the message says why in the user's words."""


def resolve(root: Path, revision: str) -> str:
    """The commit that a revision names; raises GitError where it names none."""
    _inside(root)
    found = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if found is None:
        raise GitError(f"there is no revision {revision}: name a commit, a branch or a tag")
    return found.decode().strip()


def merge_base(root: Path) -> str:
    """The commit from which the current branch left the main branch."""
    _inside(root)
    if _git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}") is None:
        raise GitError("this repository has no commit yet: there is nothing to compare with")
    for branch in MAIN_BRANCHES:
        found = _git(root, "merge-base", "HEAD", branch)
        if found is not None:
            return found.decode().strip()
    raise GitError("there is no main branch to compare with: name a revision, such as HEAD")


def read_revision(root: Path, commit: str, *names: str) -> Tree:
    """Path -> bytes of all files of a commit at or below `names`, relative to `root`.

    A name that the commit does not have gives nothing: its files did not exist yet.
    """
    listing = _git(root, "ls-tree", "-r", "-z", commit, "--", *names)
    if listing is None:
        raise GitError(f"the files of {commit} cannot be read: is this clone complete?")
    entries = []
    for line in filter(None, listing.split(b"\0")):
        head, _, path = line.partition(b"\t")
        mode, _, blob = head.decode().split()
        if mode in FILE_MODES:
            entries.append((path.decode("utf-8", "replace"), blob))
    contents = _blobs(root, [blob for _, blob in entries])
    paths = (path for path, _ in entries)
    return dict(sorted(zip(paths, contents, strict=True)))


def leaves_out(root: Path, path: Path) -> bool:
    """Whether what is written to a path stays out of git: ignored, or in no repository."""
    try:
        _inside(root)
    except GitError:
        return True
    return _git(root, "check-ignore", "--quiet", "--no-index", "--", str(path)) is not None


def _blobs(root: Path, blobs: list[str]) -> list[bytes]:
    """The contents of blobs, in one conversation with git."""
    if not blobs:
        return []
    answer = _git(root, "cat-file", "--batch", send="\n".join(blobs).encode() + b"\n")
    if answer is None:
        raise GitError("the objects of this repository cannot be read")
    contents = []
    position = 0
    for blob in blobs:
        end = answer.index(b"\n", position)
        head = answer[position:end].split()
        if len(head) != 3:
            raise GitError(f"the object {blob} is missing: is this clone complete?")
        size = int(head[2])
        contents.append(answer[end + 1 : end + 1 + size])
        position = end + 1 + size + 1
    return contents


def _inside(root: Path) -> None:
    if _git(root, "rev-parse", "--is-inside-work-tree") is None:
        raise GitError(f"{root} is not in a git repository")


def _git(root: Path, *arguments: str, send: bytes | None = None) -> bytes | None:
    """What git says, or None where it fails."""
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    try:
        ran = subprocess.run(command, input=send, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise GitError("git is not installed") from error
    return ran.stdout if ran.returncode == 0 else None
