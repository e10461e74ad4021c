"""What is made of a message's text. Who is heard, and where, the end-to-end tests play."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.discord_adapter.intake.parsing import (
    Names,
    mentioned_members,
    readable,
    thread_name,
)
from bridge_bot.discord_adapter.invite import PERMISSIONS, invite_link

NAMES = Names(guild=None, own_ids=frozenset({1, 2}), members={7: "Ann"})


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Why is the sky blue?", "Why is the sky blue?"),
        ("Why is the **sky** _so_ ~~very~~ `blue`?", "Why is the sky so very blue?"),
        ("# A heading\nand a line", "A heading and a line"),
        ("- one\n- two", "one two"),
        ("> quoted\n\nand asked", "quoted and asked"),
        ("[the docs](https://example.com) say", "the docs say"),
        ("fix this:\n```python\nprint(1)\n```", "fix this: print(1)"),
        ("<b>why</b>", "<b>why</b>"),
        ("<div>why</div> not?", "<div>why</div> not?"),
        ("&lt; or <?", "&lt; or <?"),
        ("[a]: https://example.com", "[a]: https://example.com"),
        ("a ||secret|| thing", "a secret thing"),
        ("this || that || more", "this that more"),
        ("true || false", "true || false"),
        ("-# small\nand large", "small and large"),
        (">>> all\nof it", "all of it"),
        ("!!!", "!!!"),
        ("😀", "😀"),
        ("\u200b\u200d\ufe0f", "…"),
        ("   \n ", "…"),
        ("***", "…"),
        ("日本語の質問ですか？", "日本語の質問ですか？"),
    ],
)
def test_a_threads_name_is_the_question_in_one_plain_line(question: str, name: str) -> None:
    assert thread_name(question) == name


def test_a_long_name_is_cut_at_a_word() -> None:
    name = thread_name("word " * 50)
    assert name.endswith("word…")
    assert 50 < len(name) <= 100


def test_a_long_word_is_cut_all_the_same() -> None:
    assert thread_name("x" * 300) == "x" * 99 + "…"


@pytest.mark.parametrize("seen", ["👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "e\u0301"])
def test_a_long_name_is_not_cut_within_a_visible_character(seen: str) -> None:
    for before in range(12):
        name = thread_name("x" * before + seen * 99)
        assert name == "x" * before + seen * ((99 - before) // len(seen)) + "…"


@given(st.text())
def test_any_text_gives_a_name_that_discord_takes(text: str) -> None:
    name = thread_name(text)
    assert 1 <= len(name) <= 100
    assert name.strip() == name
    assert "\n" not in name


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<@1> why?", "why?"),
        ("<@!1> why, <@7>?", "why, @Ann?"),
        ("<@&2> why?", "why?"),
        ("is <@7> here", "is @Ann here"),
        ("is <@8> here", "is @unknown here"),
        ("ask <@&5>", "ask @unknown-role"),
        ("see <#5>", "see #unknown-channel"),
        ("nice <:thumb:123> <a:dance:456>", "nice :thumb: :dance:"),
        ("use </ask:123>", "use /ask"),
        ("see <id:browse>", "see #browse"),
        ("at <t:0:R>", "at 1970-01-01 00:00 UTC"),
        ("at <t:99999999999999999>", "at <t:99999999999999999>"),
        ("code:\n    indented  twice", "code:\n    indented  twice"),
        ("so, <@1>, why?", "so,, why?"),
        ("<@1>", ""),
    ],
)
def test_mentions_become_names_and_the_bots_own_is_left_out(content: str, text: str) -> None:
    assert readable(content, NAMES) == text


@given(st.text())
def test_any_text_can_be_read(content: str) -> None:
    readable(content, NAMES)


def test_only_members_are_looked_up_by_their_mention() -> None:
    assert mentioned_members("<@7> <@!8> <@&9> <#10>") == {7, 8}


def test_the_invite_link_asks_for_what_the_bot_uses_and_nothing_more() -> None:
    assert {name for name, granted in PERMISSIONS if granted} == {
        "read_messages",  # discord.py's name for Discord's View Channels
        "send_messages",
        "send_messages_in_threads",
        "create_public_threads",
        "attach_files",
        "add_reactions",
        "read_message_history",
    }
    assert invite_link(42) == (
        "https://discord.com/oauth2/authorize?client_id=42"
        "&scope=bot+applications.commands&permissions=309237746752"
    )
