"""The store of archived documents: original bytes and extracted text, by sha256.

A document lies at `ab/abcd…`, its name being the sha256 of its bytes, and its text beside it at
`ab/abcd….SHA256-OF-THE-TEXT.txt`. So whatever was altered no longer matches its own name, and a
text, once kept, stays the one that quotes were looked up in. The store may be a folder or any place
that fsspec reaches.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.diagnostics.spot import Spot

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

SHA256 = re.compile(r"[0-9a-f]{64}")
TEXT_NAME = re.compile(r"([0-9a-f]{64})\.([0-9a-f]{64})\.txt")
SHARD = 2  # letters: 256 folders


class StoreError(Exception):
    """The store cannot be used; the message says so in the user's words, `mend` what to do."""

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.mend = mend


class Store(Mapping[str, bytes]):
    """Archived documents by their sha256, read when they are asked for.

    What lies there is handed out as it is, altered or not: `mismatched` tells, and `text_of` gives
    no text of altered bytes. Whatever is asked of a place that does not answer raises StoreError.
    """

    def __init__(
        self, files: AbstractFileSystem, folder: str, address: str, on_disk: Path | None = None
    ) -> None:
        self._files = files
        self._folder = folder.rstrip("/")
        self.address = address
        self.on_disk = on_disk

    def __getitem__(self, sha256: str) -> bytes:
        content = self.stored(sha256)
        if content is None:
            raise KeyError(sha256)
        return content

    def __iter__(self) -> Iterator[str]:
        with self._asked():
            paths = self._files.find(self._folder) if self._files.exists(self._folder) else []
        names = (path.rpartition("/")[2] for path in paths)
        yield from sorted(name for name in names if SHA256.fullmatch(name))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def stored(self, sha256: str) -> bytes | None:
        """What lies at the place of a document, whatever it is; None where nothing does."""
        if not SHA256.fullmatch(sha256):
            return None
        with self._asked():
            try:
                found: bytes = self._files.cat_file(self.place(sha256))
            except FileNotFoundError:
                return None
        return found

    def place(self, sha256: str) -> str:
        """Where a document lies, or would lie."""
        return f"{self._folder}/{sha256[:SHARD]}/{sha256}"

    def text(self, sha256: str) -> str | None:
        """The text that was kept of a document; None where there is none that is as it was."""
        for path, wanted in self.texts(sha256):
            content = self.read(path)
            if digest(content) == wanted:
                return content.decode("utf-8", "replace")
        return None

    def texts(self, sha256: str) -> list[tuple[str, str]]:
        """The places of the texts kept of a document, each with the sha256 it should have."""
        if not SHA256.fullmatch(sha256):
            return []
        with self._asked():
            self._files.invalidate_cache()  # others write here, too
            found = self._files.glob(f"{self.place(sha256)}.*.txt")
        matches = [(path, TEXT_NAME.fullmatch(path.rpartition("/")[2])) for path in sorted(found)]
        return [(path, match[2]) for path, match in matches if match and match[1] == sha256]

    def keep(self, content: bytes, text: str | None) -> str:
        """Keep a document with its text, which may be none; the sha256 of the document.

        What is there already stays as it is.
        """
        sha256 = digest(content)
        self._put(self.place(sha256), content)
        if text is not None and self.text(sha256) is None:
            encoded = text.encode()
            self._put(f"{self.place(sha256)}.{digest(encoded)}.txt", encoded)
        return sha256

    def read(self, path: str) -> bytes:
        """The bytes at a place in the store."""
        with self._asked():
            content: bytes = self._files.cat_file(path)
        return content

    def _put(self, path: str, content: bytes) -> None:
        """Write a file beside its place, then move it there; what is there is never overwritten."""
        with self._asked():
            if self._files.exists(path):
                if self._files.cat_file(path) == content:
                    return
                mend = "somebody altered it: move it away, then archive the document again"
                raise StoreError(f"{path} does not hold what its name says", mend)
            folder = path.rpartition("/")[0]
            self._files.makedirs(folder, exist_ok=True)
            beside = f"{folder}/.{uuid4().hex}.part"
            try:
                self._files.pipe_file(beside, content)
                self._files.mv(beside, path)
            except BaseException:
                with suppress(Exception):
                    self._files.rm_file(beside)
                raise

    @contextmanager
    def _asked(self) -> Iterator[None]:
        """Whatever a driver raises, in the user's words."""
        try:
            yield
        except StoreError:
            raise
        except Exception as error:  # each driver raises what its own library does
            said = getattr(error, "strerror", None) or str(error) or type(error).__name__
            message = f"the snapshots at {self.address} cannot be reached: {said}"
            mend = "look at the option `snapshots` in mkdocs.yml, and whether you may write there"
            raise StoreError(message, mend) from error


def open_store(address: str, root: Path) -> Store | Problem:
    """The store at an address: a folder, seen from `root`, or what fsspec takes."""
    import fsspec  # noqa: PLC0415 - most commands have no use for it, and should not wait
    from fsspec.core import url_to_fs  # noqa: PLC0415
    from fsspec.registry import known_implementations  # noqa: PLC0415

    is_folder = "://" not in address and "::" not in address
    whole = str((root / address).resolve()) if is_folder else address
    scheme = whole.partition("::")[0].partition("://")[0]
    try:
        files, folder = url_to_fs(whole)
    except ImportError:
        hint = str(known_implementations.get(scheme, {}).get("err", "")) or "install its driver"
        message = f"no driver is installed for the snapshots at {address}"
        return Problem("no-snapshots", message, Spot(address), hint)
    except Exception as error:  # noqa: BLE001 - each driver raises what its own library does
        known = fsspec.available_protocols()
        hint = did_you_mean(
            scheme, known, "name a folder, or an address such as s3://team/snapshots"
        )
        message = f"{address} is no place for snapshots: {error}"
        return Problem("no-snapshots", message, Spot(address), hint)
    is_local = "file" in (files.protocol, *files.protocol)
    return Store(files, folder, address, Path(folder).resolve() if is_local else None)


def digest(content: bytes) -> str:
    """The sha256 by which bytes are known."""
    return hashlib.sha256(content).hexdigest()
