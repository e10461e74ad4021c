"""Addresses that Discord refuses are shown as code, on a page that still fits."""

from __future__ import annotations

import re
import time

import pytest

from bridge_bot.core.replies.links import links_as_code


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("See https://a.example/b_c, or not.", "See `https://a.example/b_c`, or not."),
        ("**https://a.example** ||http://b.example||", "**`https://a.example`** ||`http://b.example`||"),
        ("[the *manual*](https://a.example/b_(c))!", "the *manual* `https://a.example/b_(c)`!"),
        ("[a [b] c](<https://a.example> \"t\")", "a [b] c `https://a.example`"),
        ("<https://a.example>", "`https://a.example`"),
        ("`https://a.example` ```\nhttps://b.example\n```", "`https://a.example` ```\nhttps://b.example\n```"),
        ("https://a.example/`b`", "`https://a.example/%60b%60`"),
        ("no address", "no address"),
    ],
)  # fmt: skip
def test_addresses_become_code(page: str, shown: str) -> None:
    assert links_as_code(page, 2000) == shown
    assert links_as_code(shown, 2000) == shown


@pytest.mark.parametrize(
    "page", ["https://a.b " * 166, "[" * 2000, "[a](" * 500, "`" * 2000, "https://" + "`" * 1992]
)
def test_a_full_page_still_fits_with_its_addresses_as_code(page: str) -> None:
    began = time.process_time()
    shown = links_as_code(page, 2000)
    assert time.process_time() - began < 0.5
    assert len(shown) <= 2000
    assert "https://a" not in re.sub("`[^`]*`", "", shown)
