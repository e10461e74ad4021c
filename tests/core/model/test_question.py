"""Questions, and where they come from."""

from __future__ import annotations

import pytest

from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    Member,
    Origin,
    Question,
)


@pytest.mark.parametrize("guild_id", [1, None], ids=["in a server", "in a direct message"])
def test_the_origin_of_a_question_is_where_it_was_asked_by_ids_alone(guild_id: int | None) -> None:
    """Also if the answer goes into a thread, and the question was a reply."""
    asked = Question(
        11,
        ConversationKey("7"),
        "why?",
        Member(3, frozenset({5})),
        ChannelDestination(7, reply_to=9),
        guild_id,
        thread_on=11,
    )
    assert asked.origin == Origin(question_id=11, guild_id=guild_id, channel_id=7, member_id=3)
