"""A quoted question reads as its member wrote it, and nothing in it is alive."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.core.model import Attachment
from bridge_bot.discord_adapter.intake.commands.quotation import quotation, unquoted
from tests.harness.english import text

PIECES = [
    "http://", "https://", "HTTPS://evil.example/a", "discord://-/", "mailto:", "tel:+49", "sms:1",
    "[click](", "[the docs](https://evil.example)", "[x](mailto:a@b.example)", "![i](<", ")", ">",
    "<https://evil.example>", "<a@b.example>", "<@1>", "<@!1>", "<@&2>", "<#3>", "</ask:4>",
    "<id:browse>", "<t:0:R>", "<:e:5>", "<a:e:5>", "@everyone", "@here", "@EVERYONE",
    "\n# ", "\n## ", "\n### ", "\n  # ", "#", "-", "-# ", "\n-# ", "||", "|", "||hidden||",
    "discord.gg/abc", "discord.com/invite/abc", "DISCORDAPP.com/invite/abc", "discord.gift/abc",
    "`", "``", "```", "\\", "*", "**", "_", "~~", " ", "\n", "word", "日本",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text()

# What Discord's clients make something of, wherever it stands (discord.com's own bundles, and its
# documentation of message formatting): more than they do, where the place matters to them.
ALIVE = {
    "an address": re.compile(r"https?://|discord://", re.IGNORECASE),
    "a masked link": re.compile(r"\]\("),
    "something in angle brackets": re.compile(r"<[@#:/a-z+]", re.IGNORECASE),
    "everyone": re.compile(r"@(everyone|here)", re.IGNORECASE),
    "a heading": re.compile(r"(^|\n) *#{1,3}(\s|$)"),
    "small print": re.compile(r"(^|\n)-#"),
    "a spoiler": re.compile(r"\|\|"),
    "a card": re.compile(r"discord(app)?\.(com|gg|gift|new)/", re.IGNORECASE),
}


def alive_in(message: str) -> list[str]:
    """What would be alive in the message."""
    body = message.removeprefix(">>> ")
    return [name for name, pattern in ALIVE.items() if pattern.search(body)]


@given(TEXTS)
def test_a_quotation_has_no_links_and_no_mentions(text: str) -> None:
    assert alive_in(quotation(text)) == []


@given(TEXTS)
def test_a_quotation_reads_as_the_text_was_written(text: str) -> None:
    text = text.replace("\u200b", "")[:1200]
    assert quotation(text).replace("\u200b", "") == f">>> {text}"


@given(TEXTS.map(lambda text: text * 200))
def test_a_quotation_fits_into_a_message(text: str) -> None:
    assert len(quotation(text)) <= 2000


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_that_is_cut_has_no_links_or_mentions_either(piece: str) -> None:
    for before in range(1880, 1902):
        shown = quotation("x" * before + piece * 99)
        assert alive_in(shown) == []
        assert shown.endswith("…")


@pytest.mark.parametrize("text", ["Why *me*?", "use `a[0] < 3`", "- one\n- two", "a@b.example", ""])
def test_text_that_makes_no_link_or_mention_stays_as_it_is(text: str) -> None:
    assert quotation(text) == f">>> {text}"


@given(TEXTS)
def test_what_was_quoted_is_read_again(text: str) -> None:
    text = text.replace("\u200b", "").strip()[:1200]
    expected = text if text and not text.rsplit("\n", 1)[-1].startswith("📎 ") else None
    assert unquoted(quotation(text)) == expected
    assert unquoted(f"<@3> You asked me:\n{quotation(text)}") == expected


def test_a_question_of_which_a_part_is_missing_is_not_read_again() -> None:
    assert unquoted(quotation("word " * 1000)) is None
    assert unquoted(quotation("why?", [Attachment("log.txt", "https://cdn.example/1")])) is None
    assert unquoted("no quotation") is None
    about = text("about-shown", link="https://discord.com/channels/1/2/3")
    assert unquoted(f"{about}\n{quotation('why?')}") is None  # the message that it is about
    assert unquoted(quotation("well…")) == "well…"
