"""Code in lists, and code spans."""

from __future__ import annotations

from tests.discord_markdown.harness.pages import pages_of


def test_code_with_gaps_leaves_its_list_unless_items_of_the_same_item_follow() -> None:
    code = "1. a\n   ```\n   x\n\n   y\n   ```\n"
    assert pages_of(f"{code}2. b") == ["1. a\n```\nx\n\ny\n```\n2. b"]
    assert pages_of(f"{code}   - c\n2. b") == [
        "1. a\n   \n   ```\n   x\n   \n   y\n   ```\n   - c\n2. b"
    ]


def test_code_in_a_line_that_is_longer_than_a_page_loses_nothing() -> None:
    pages = pages_of(f"x ````{'left ``` right ' * 60}```` end", 200)
    assert [sum(page.count(word) for page in pages) for word in ("left", "right")] == [60, 60]
    assert all("```" not in page for page in pages)
