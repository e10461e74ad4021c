"""Which documents are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bridge_bot.sandbox import CannotServe
from bridge_bot.sandbox.docs_bot.documentation import read_folder, read_own
from bridge_bot.sandbox.docs_bot.search import DocsSearch


def test_a_folder_is_read_with_what_is_below_it_but_not_hidden_places(tmp_path: Path) -> None:
    for name in ("b.md", "below/a.MD", ".hidden/c.md", "d.txt", "empty.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("" if "empty" in name else f"# {name}\n\ntext\n")
    (tmp_path / "latin.md").write_bytes("# Thé\n\ntea\n".encode("latin-1"))
    assert {section.document for section in read_folder(tmp_path)} == {
        "b.md",
        "below/a.MD",
        "latin.md",
    }


@pytest.mark.parametrize("place", ["", "missing"])
def test_a_folder_without_documents_is_refused_in_a_sentence(tmp_path: Path, place: str) -> None:
    with pytest.raises(CannotServe, match="there is no"):
        read_folder(tmp_path / place)


def test_links_to_nowhere_pipes_and_odd_bytes_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    (tmp_path / "itself.md").symlink_to(tmp_path / "itself.md")
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "empty.md").touch()
    (tmp_path / "odd.md").write_bytes(b"# Odd\n\n\xff\xfe\x00 tea <script>x</script>\n\n~~~\nopen")
    (only,) = read_folder(tmp_path)
    assert DocsSearch([only]).find("where is tea?") == [only]


def test_a_huge_file_is_left_out_and_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / "huge.md").write_text("# Huge\n\ntea\n")
    os.truncate(tmp_path / "huge.md", 2_000_001)
    (tmp_path / os.fsdecode(b"\xff.md")).write_text("tea")
    assert [section.title for section in read_folder(tmp_path)] == ["?.md"]


def test_the_products_own_documentation_is_found() -> None:
    documents = {section.document for section in read_own()}
    assert {"README.md", "CHANGELOG.md", "docs/settings.md", "docs/sandbox.md"} <= documents


def test_an_installation_without_documentation_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CannotServe, match="--docs"):
        read_own(tmp_path / "bridge_bot")
