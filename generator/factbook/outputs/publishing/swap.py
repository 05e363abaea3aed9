"""Two folders exchanged in one step; where the system cannot, two renames."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CURRENT_FOLDER = -100  # AT_FDCWD
RENAME_EXCHANGE = 2
UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}  # the system or the disk cannot do it
FIXED = {errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES}  # this folder cannot be renamed


def swap(new: Path, site: Path, retired: Path) -> None:
    """Put the folder `new` in the place of `site`, which is `retired` afterwards.

    Raises OSError with the old site in place. Killed between two renames, where one step is not to
    be had, it leaves the old site retired.
    """
    if not site.exists():
        new.rename(site)
    elif exchange(new, site):
        new.rename(retired)
    else:
        site.rename(retired)
        try:
            new.rename(site)
        except OSError:
            retired.rename(site)
            raise


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the disk cannot do that.

    Raises OSError where it can, and these two folders cannot be exchanged.
    """
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    names = os.fsencode(one), os.fsencode(other)
    if library.renameat2(CURRENT_FOLDER, names[0], CURRENT_FOLDER, names[1], RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in UNKNOWN:
        return False
    raise OSError(code, os.strerror(code), str(other))
