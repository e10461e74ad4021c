"""Which documents are read: the Markdown files of a folder, or the product's own documentation."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from bridge_bot.sandbox import CannotServe
from bridge_bot.sandbox.docs_bot.sections import Section, sections

PACKAGE = Path(__file__).parents[2]
_SUFFIXES = {".md", ".markdown"}
_MAX_FILES = 5_000
_MAX_FILE_BYTES = 2_000_000


def read_folder(folder: Path) -> list[Section]:
    """The sections of every Markdown file in a folder and below, hidden places left out."""
    if not folder.is_dir():
        raise CannotServe(f"there is no folder {folder}")
    found = _read(folder, _markdown_below(folder))
    if not found:
        raise CannotServe(f"there is no text in Markdown files (*.md) in {folder}")
    return found


def read_own(package: Path = PACKAGE) -> list[Section]:
    """The sections of the product's documentation, inside an installed package or beside it."""
    for root in (package / "documentation", package.parent):
        readme = root / "README.md"
        if readme.is_file():
            files = (readme, root / "CHANGELOG.md", *sorted((root / "docs").glob("*.md")))
            return _read(root, (file for file in files if file.is_file()))
    raise CannotServe("this installation lacks its documentation: give --docs a folder of yours")


def _read(root: Path, files: Iterable[Path]) -> list[Section]:
    found: list[Section] = []
    for file in files:
        try:
            source = file.read_text(encoding="utf-8-sig", errors="replace")
        except OSError as error:
            raise CannotServe(f"{file} cannot be read: {error.strerror}") from error
        found += sections(file.relative_to(root).as_posix(), source)
    return found


def _markdown_below(folder: Path) -> Iterator[Path]:
    """The Markdown files in order; too many or too large ones would keep everybody waiting."""
    left = _MAX_FILES
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if file.suffix.lower() not in _SUFFIXES or not _is_readable(file):
                continue
            if left == 0:
                raise CannotServe(f"{folder} holds more than {_MAX_FILES} Markdown files")
            left -= 1
            yield file


def _is_readable(file: Path) -> bool:
    """Whether it is a file at all, not a link to nowhere or a pipe, and of a usual size."""
    try:
        about = file.stat()
    except OSError:
        return False
    return stat.S_ISREG(about.st_mode) and about.st_size <= _MAX_FILE_BYTES
