"""Catalogues of the operator's own, for a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bridge_bot.texts import override_texts


@contextmanager
def own_texts(folder: Path, catalogues: dict[str, str]) -> Iterator[Path]:
    """Let these Fluent texts, by their languages, come before ours; they are put into a folder."""
    for language, source in catalogues.items():
        (folder / language).mkdir(parents=True)
        (folder / language / "own.ftl").write_text(source, "utf-8")
    override_texts(folder)
    try:
        yield folder
    finally:
        override_texts(None)
