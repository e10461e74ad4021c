"""The lock that keeps a second `run` off an SQLite file: two would answer every question twice.

It is a lock of the operating system on a file beside the database, so it ends with its process,
however that ends. `migrate`, a backup and `sqlite3` do not need it.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bridge_bot.core.errors import StoreError
from bridge_bot.store.sqlite.engine import sqlite_url
from bridge_bot.store.sqlite.files import database_file, make_folder


@contextmanager
def run_lock(database_url: str) -> Iterator[None]:
    """Hold the lock; `StoreError` if another process holds it, or it can't be had."""
    file = database_file(database_url) or Path(str(sqlite_url(database_url).database))
    path = Path(f"{file}.run")
    make_folder(file)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise _failed(path, error) from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.ftruncate(handle, 0)
            os.write(handle, str(os.getpid()).encode())
        except BlockingIOError:
            raise StoreError(
                f"another bridge-bot already runs on this database (process {_holder(handle)});"
                " stop it first, or give this one a DATABASE_URL of its own"
            ) from None
        except OSError as error:  # a file system without locks, or a full disk
            raise _failed(path, error) from None
        yield
    finally:
        # The file stays. If it were removed, a process that has it open would lock a file that no
        # other process can find.
        os.close(handle)


def lock_holder(database_url: str) -> str:
    """The number of the process that holds the lock; empty if none does, or it can't be known."""
    file = database_file(database_url) or Path(str(sqlite_url(database_url).database))
    try:
        handle = os.open(f"{file}.run", os.O_RDONLY)
    except OSError:
        return ""
    try:
        # Shared, and let go at once: that nobody holds it is all that is asked.
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _holder(handle)
    except OSError:  # a file system without locks
        return ""
    finally:
        os.close(handle)
    return ""


def _holder(handle: int) -> str:
    return os.pread(handle, 20, 0).decode("ascii", "replace") or "unknown"


def _failed(path: Path, error: OSError) -> StoreError:
    reason = error.strerror or type(error).__name__
    return StoreError(f"the file {path}, which guards the database, fails: {reason}")
