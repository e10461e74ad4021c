"""A quoted question reads as its member wrote it, and nothing in it is alive."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.core.model import Attachment
from bridge_bot.discord_adapter.intake.commands.quotation import (
    MessageLink,
    ShownQuestion,
    link_above,
    quotation,
    shown_question,
    unquoted,
)
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

LOG = Attachment("log.txt", "https://cdn.example/1")
ABOUT = text("about-shown", link="https://discord.com/channels/1/2/3") + "\n"

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
    assert unquoted(quotation("why?", [LOG])) is None
    assert unquoted("no quotation") is None
    assert unquoted(quotation("well…")) == "well…"


def read_again(shown: ShownQuestion) -> str | None:
    """The question as it is read from what is shown."""
    if shown.file is not None:
        return shown.file.content.decode()
    return unquoted(shown.content.strip())  # as Discord trims it


@given(TEXTS | TEXTS.map(lambda text: text * 200), st.sampled_from(["", ABOUT]))
def test_whatever_a_member_writes_is_read_again_character_by_character(
    text: str, heading: str
) -> None:
    text = text.strip()[:6000] or "why?"
    shown = shown_question(text, heading=heading, whole=text)
    assert read_again(shown) == text
    assert len(shown.content) <= 2000
    assert alive_in(shown.content.removeprefix(heading)) == []


@pytest.mark.parametrize(
    ("text", "has_file"),
    [
        ("why?", False),
        ("see https://a.example and @everyone\n# a heading", False),
        ("word " * 300 + "end", False),
        ("word " * 400 + "end", True),
        ("a zero-width\u200bspace", True),
        ("as an emoji 👩‍💻", False),
        ("files:\n📎 log.txt", True),
        ("word " * 250 + "and so on…", True),
        ("a\x07bell", True),
    ],
)
def test_a_file_is_attached_where_the_message_does_not_say_all(text: str, has_file: bool) -> None:
    shown = shown_question(text, whole=text)
    assert (shown.file is not None) is has_file
    assert shown.content.startswith(">>> ")
    assert shown_question(text).file is None


def test_what_files_say_is_in_the_attached_file() -> None:
    shown = shown_question("why?", [LOG], whole="why?\n\nlog.txt:\nit broke")
    assert shown.content == quotation("why?", [LOG])
    assert read_again(shown) == "why?\n\nlog.txt:\nit broke"


def test_the_message_that_is_linked_to_above_a_quotation_is_found() -> None:
    link = MessageLink(2, 3)
    assert link_above(shown_question("why?", heading=ABOUT).content) == link
    opening = text("private-thread", link="https://discord.com/channels/@me/2/3")
    assert link_above(f"<@9> {opening}\n{quotation('why?')}") == link
    own = "https://discord.com/channels/1/2/3"
    assert link_above(quotation(own)) is None
    assert link_above(f"<@9> {text('private-thread', link='none')}\n{quotation(own)}") is None
