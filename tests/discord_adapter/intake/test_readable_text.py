"""What is made of a message's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.discord_adapter.intake.readable_text import Names, mentioned_members, readable

NAMES = Names(guild=None, own_ids=frozenset({1, 2}), members={7: "Ann"})


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
