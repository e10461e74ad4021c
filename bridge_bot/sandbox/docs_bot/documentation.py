"""Which documents are read: the Markdown files of a folder, or the product's own documentation."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from bridge_bot.sandbox import CannotServe
from bridge_bot.sandbox.docs_bot.sections import Section, sections

PACKAGE = Path(__file__).parents[2]
_SUFFIXES = {".md", ".markdown"}
# Too many or too large files would keep everybody waiting.
_MAX_FILES = 5_000
_MAX_FILE_BYTES = 2_000_000


def read_folder(folder: Path) -> list[Section]:
    """The sections of every Markdown file in a folder and below, hidden folders left out."""
    if not folder.is_dir():
        raise CannotServe(f"there is no folder {folder}")
    files = list(_markdown_files(folder))
    if len(files) > _MAX_FILES:
        raise CannotServe(f"{folder} holds more than {_MAX_FILES} Markdown files")
    found = _read(folder, files)
    if not found:
        raise CannotServe(f"there is no text in Markdown files (*.md) in {folder}")
    return found


def read_own(package: Path = PACKAGE) -> list[Section]:
    """The sections of the product's documentation, inside an installed package or beside it."""
    for root in (package / "documentation", package.parent):
        if (root / "README.md").is_file():
            files = (root / "README.md", root / "CHANGELOG.md", *sorted(root.glob("docs/*.md")))
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


def _markdown_files(folder: Path) -> Iterator[Path]:
    """The Markdown files in order, but no links to nowhere, pipes or huge ones."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in (Path(root, name) for name in sorted(names)):
            readable = file.suffix.lower() in _SUFFIXES and file.is_file()
            if readable and file.stat().st_size <= _MAX_FILE_BYTES:
                yield file
