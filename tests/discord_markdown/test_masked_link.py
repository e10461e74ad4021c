"""A masked link with a text from outside is always read as that link."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bridge_bot.discord_markdown import masked_link
from tests.discord_markdown.harness.reader.discord_reader import read
from tests.discord_markdown.harness.reader.rules import READINGS

ADDRESS = "https://a.example/x"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Setup", "Setup"),
        ("README.md", "README.md"),
        ("snake_case_name.py", "`snake_case_name.py`"),
        ("__init__.py", "`__init__.py`"),
        ("a `b` c", "`a 'b' c`"),
        ("f(x[0]) [draft]", "f(x(0)) (draft)"),
        ("😀 Docs 🎉 here", "Docs here"),
        ("https://evil.example/a", "evil.example/a (a.example)"),
        ("https://a.example/b", "a.example/b"),
        ("Log in at ｂａｎｋ.com", "Log in at ｂａｎｋ.com (a.example)"),
        ("bank.com " + "x" * 60, "bank.com " + "x" * 39 + " (a.example)"),
        ("hthttps://tps://evil.example", "evil.example"),
        ("ｈｔｔｐｓ：//evil.example", "evil.example"),
        ("join discord.gg/abc", "join discord.gg abc"),
        ("<@123> and <#4> <t:1:R>", "‹@123› and ‹#4› ‹t:1:R›"),
        ("for @everyone", "for ＠everyone"),
        (":smile: a", "꞉smile꞉ a"),
        ("C:\\docs", "C:/docs"),
        ("# Head", "`# Head`"),
        ("1. Intro", "`1. Intro`"),
        ("\u200b\u2800", "a.example"),
        ("word " * 9, "word word word word"),
    ],
)
def test_the_text_is_made_safe(text: str, shown: str) -> None:
    assert masked_link(text, ADDRESS, 20 if "word" in text else 60) == f"[{shown}](<{ADDRESS}>)"


@given(
    st.text(max_size=90) | st.text("*_~|`[]()<>@#:\\/. -😀abhttps12\u200b", max_size=90),
    st.sampled_from(["", "[1] ", "[12] "]),
)
@example("http:///", "")
def test_discord_reads_every_text_as_a_link_to_the_address(text: str, label: str) -> None:
    link = masked_link(text, ADDRESS, 60, label=label)
    for reading in READINGS:
        nodes = read(f"see {link} now", reading)
        assert [node["t"] for node in nodes] == ["text", "link", "text"], link
        assert nodes[1]["href"] == ADDRESS
        assert not any(node["t"] not in {"text", "code"} for node in nodes[1]["c"])
