"""The files of a database: where they are, that they are private, and a copy of them.

They hold who asked what and where, so they are readable by their owner alone, whatever the umask
of the process is. SQLite gives its companions of a file the permissions of that file.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bridge_bot.core.errors import StoreError
from bridge_bot.store.sqlite.engine import LOCK_WAIT_S, sqlite_url
from bridge_bot.store.sqlite.errors import as_store_errors

COMPANIONS = ("-wal", "-shm", "-journal", ".run")
"""What stands beside a database: SQLite's own three, and the lock of `run_lock`."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def database_file(database_url: str) -> Path | None:
    """The file that a URL names, None if that is one of SQLite's own URLs ("file:…").

    Links are followed, as SQLite does: its companions stand beside the file itself.
    """
    url = sqlite_url(database_url)
    if not url.database or url.database == ":memory:":
        raise StoreError("DATABASE_URL names no file: what is in memory is lost at once")
    if url.query.get("uri"):
        return None
    return Path(os.path.realpath(url.database))


def is_same_file(database_url: str, other_url: str) -> bool:
    """Whether two URLs name the same file, by whatever path or link."""
    one, other = database_file(database_url), database_file(other_url)
    if one is None or other is None:
        return database_url == other_url
    try:
        return one == other or one.samefile(other)
    except OSError:  # one of them is missing
        return False


def is_there(path: Path) -> bool:
    """Whether a file or folder is there; `StoreError` if that can't be found out."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreError(f"{path} cannot be looked for: {reason}") from error
    return True


def make_folder(file: Path) -> None:
    """Make the folder of a file, and those above it, each for its owner alone, if missing."""
    try:
        missing = [folder for folder in file.parents if not folder.is_dir()]
        for folder in reversed(missing):
            folder.mkdir(0o700, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreError(f"the folder of the database {file} cannot be made: {reason}") from error


def require_creatable(database_url: str) -> None:
    """Raise a `StoreError` if a database and its folder could not be made. Nothing is made."""
    file = database_file(database_url)
    if file is None:
        return
    nearest = next(folder for folder in file.parents if is_there(folder))
    if not (nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)):
        raise StoreError(f"the database {file} cannot be made: {nearest} cannot be written to")


def make_private(database_url: str) -> list[str]:
    """Let the owner alone read the database and its companions; make the file if missing.

    Returns a sentence about each that others could read until now, or still can.
    """
    file = database_file(database_url)
    if file is None:
        return []
    make_folder(file)
    # If that fails, SQLite can't make it either, and its error says more.
    with contextlib.suppress(OSError):
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    files = (file, *(Path(f"{file}{ending}") for ending in COMPANIONS))
    return [sentence for each in files if (sentence := _take_rights_from_others(each))]


def _take_rights_from_others(file: Path) -> str:
    """Let the owner alone read a file. Returns a sentence about it, empty if that was so before."""
    try:
        mode = file.stat().st_mode
        if not stat.S_ISREG(mode) or not mode & _OTHERS:
            return ""
        file.chmod(stat.S_IMODE(mode) & ~_OTHERS)
        if not file.stat().st_mode & _OTHERS:
            return f"others could read {file}; from now on its owner alone can"
        reason = "this file system keeps no permissions"
    except FileNotFoundError:
        return ""
    except OSError as error:
        reason = error.strerror or type(error).__name__
    return f"others can read {file}, and that cannot be changed: {reason}"


@contextmanager
def copied(database: Path, revision: str | None) -> Iterator[Path]:
    """A copy of a database, beside it, which is removed again if the context raises.

    Otherwise a program that is restarted again and again, and fails to upgrade each time, would
    fill the disk with copies. The copy has what is only in the `-wal` of the database, too. Raises
    `StoreError` if it can't be made.

    Nobody else may change the database meanwhile, nor copy it with this.
    """
    copy = _free_name(database, revision)
    unfinished = Path(f"{copy}.part")
    try:
        _remove_unfinished(database)
        with as_store_errors():
            _copy(database, unfinished)
        unfinished.rename(copy)
        _sync_folder(copy.parent)
    except (StoreError, OSError) as error:
        _remove(unfinished)
        raise StoreError(
            "before its upgrade the database is copied; that failed, so nothing was changed:"
            f" {error}"
        ) from error
    try:
        yield copy
    except BaseException:
        _remove(copy)
        raise


def _free_name(database: Path, revision: str | None) -> Path:
    """The database's name with its revision and the time, and a number where that is taken."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    name = f"{database}.{revision or '0000'}-{moment}"
    number = 1
    while os.path.lexists(name if number == 1 else f"{name}-{number}"):
        number += 1
    return Path(name if number == 1 else f"{name}-{number}")


def _remove_unfinished(database: Path) -> None:
    """Remove the copies that were not finished, because their process was killed."""
    ours = re.compile(re.escape(database.name) + r"\.[0-9]{4}-[0-9]{8}T[0-9]{6}Z(-[0-9]+)?\.part")
    with contextlib.suppress(OSError):  # they do no harm where the folder can't be listed
        for file in database.parent.iterdir():
            if ours.match(file.name):
                file.unlink(missing_ok=True)


def _copy(database: Path, copy: Path) -> None:
    os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with (
        closing(sqlite3.connect(database, timeout=LOCK_WAIT_S)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
        # One file alone, which can be moved without its companions.
        target.execute("PRAGMA journal_mode=DELETE")


def _remove(copy: Path) -> None:
    for ending in ("", *COMPANIONS):
        with contextlib.suppress(OSError):  # the error that led here says more
            Path(f"{copy}{ending}").unlink()


def _sync_folder(folder: Path) -> None:
    """Write the names of a folder's files to the disk, so that a power cut does not lose one.

    Some file systems, such as those of a network, can't.
    """
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
