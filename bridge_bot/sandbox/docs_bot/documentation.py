"""Which documents are read: the Markdown files of a folder, or the product's own documentation."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from bridge_bot.sandbox import CannotServe
from bridge_bot.sandbox.docs_bot.sections import Section, sections

PACKAGE = Path(__file__).parents[2]
# Too many or too large files would keep everybody waiting.
_MAX_FILES = 5_000
_MAX_FILE_BYTES = 2_000_000


def read_folder(folder: Path) -> list[Section]:
    """The sections of every Markdown file in a folder and below, hidden folders left out."""
    if not folder.is_dir():
        raise CannotServe(f"there is no folder {folder}")
    files: list[Path] = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += (Path(root, name) for name in sorted(names))
    if found := _read(folder, files):
        return found
    raise CannotServe(f"there is no text in Markdown files (*.md) in {folder}")


def read_own(package: Path = PACKAGE) -> list[Section]:
    """The sections of the product's documentation, inside an installed package or beside it."""
    for root in (package / "documentation", package.parent):
        if (root / "README.md").is_file():
            own = (root / "README.md", root / "CHANGELOG.md", *sorted(root.glob("docs/*.md")))
            return _read(root, own)
    raise CannotServe("this installation lacks its documentation: give --docs a folder of yours")


def _read(root: Path, files: Iterable[Path]) -> list[Section]:
    markdown = [file for file in files if file.suffix.lower() in {".md", ".markdown"}]
    if len(markdown) > _MAX_FILES:
        raise CannotServe(f"{root} holds more than {_MAX_FILES} Markdown files")
    found: list[Section] = []
    for file in markdown:
        # A link to nowhere, a pipe or a huge file is left out.
        if not file.is_file() or file.stat().st_size > _MAX_FILE_BYTES:
            continue
        try:
            source = file.read_text(encoding="utf-8-sig", errors="replace")
        except OSError as error:
            raise CannotServe(f"{file} cannot be read: {error.strerror}") from error
        # The name of a file may hold bytes that are no UTF-8.
        name = file.relative_to(root).as_posix().encode("utf-8", "replace").decode()
        found += sections(name, source)
    return found
