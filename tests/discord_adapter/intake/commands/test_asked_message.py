"""What is taken of a message that a question is about."""

from __future__ import annotations

import pytest

from bridge_bot.core.model import ChannelDestination, ConversationKey, Member, Question
from bridge_bot.discord_adapter.intake.commands.asked_message import AskedMessage
from tests.harness.english import ENGLISH, text

QUESTION = Question(11, ConversationKey("7"), "Why?", Member(3), ChannelDestination(7))


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("it broke\n\nagain", f"Why?\n\n{text('about-quoted')}\n> it broke\n> \n> again"),
        ("", "Why?"),
    ],
)
def test_each_line_of_the_message_stands_quoted_below_the_question(said: str, asked: str) -> None:
    about = AskedMessage(5, frozenset({4}), said, "https://discord.com/channels/1/7/5")
    assert about.added_to(QUESTION, ENGLISH).text == asked
