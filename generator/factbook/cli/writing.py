"""Files written all or none: what goes wrong on the way is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def write_together(root: Path, written: Mapping[str, bytes], removed: Iterable[str] = ()) -> None:
    """Write files below `root` and remove others; raises OSError with everything as it was.

    The new texts are put beside their places first, so that a full disk stops it early.
    """
    gone = [root / path for path in removed]
    targets = {root / path: content for path, content in written.items()}
    before = {path: path.read_bytes() if path.is_file() else None for path in (*targets, *gone)}
    waiting: dict[Path, Path] = {}
    try:
        for path, content in targets.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            waiting[path] = path.with_name(f".{path.name}.new")
            waiting[path].write_bytes(content)
            if path.is_file():
                waiting[path].chmod(path.stat().st_mode)
        for path, new in waiting.items():
            new.replace(path)
        for path in gone:
            path.unlink()
    except OSError:
        for new in waiting.values():
            new.unlink(missing_ok=True)
        _restore(before)
        raise


def _restore(before: Mapping[Path, bytes | None]) -> None:
    for path, content in before.items():
        now = path.read_bytes() if path.is_file() else None
        if content is None and now is not None:
            path.unlink()
        elif content is not None and now != content:
            path.write_bytes(content)
