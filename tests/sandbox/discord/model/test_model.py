"""What the records say of themselves."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.enums import ChannelType, InteractionType, MessageFlag
from bridge_bot.sandbox.discord.model import Channel, Guild, Interaction, Member, Message, User
from bridge_bot.sandbox.discord.model.thread_state import ThreadState
from tests.sandbox.one_guild_lab import raises_error

ANN = User(1, "Ann")
DM = Channel(2, ChannelType.DM, "")


@pytest.mark.parametrize(
    ("thread", "archived", "locked"),
    [
        (None, False, False),
        (ThreadState(1, 0.0, 0.0), False, False),
        (ThreadState(1, 0.0, 0.0, archived=True), True, False),
        (ThreadState(1, 0.0, 0.0, locked=True), False, True),
    ],
)
def test_only_a_thread_is_archived_or_locked(
    thread: ThreadState | None, archived: bool, locked: bool
) -> None:
    channel = Channel(3, ChannelType.TEXT, "general", thread=thread)
    assert (channel.archived, channel.locked) == (archived, locked)
    if thread is None:
        raises_error(50024, lambda: channel.thread_or_error)
    else:
        assert channel.thread_or_error is thread


def test_a_direct_channel_is_in_no_guild() -> None:
    raises_error(50003, lambda: DM.guild_or_error)


def test_a_member_is_shown_by_the_name_that_the_guild_knows() -> None:
    guild = Guild(4, "Lab", ANN.id, 0.0)
    member = Member(ANN, guild, [], 0.0)
    assert (member.id, member.name) == (1, "Ann")
    member.nick = "Annie"
    assert member.name == "Annie"


def test_a_message_says_whether_it_is_gone_private_or_still_thinking() -> None:
    message = Message(5, DM, ANN, 0.0)
    assert (message.deleted, message.ephemeral, message.loading) == (False, False, False)
    message.deleted_at, message.only_for, message.flags = 1.0, ANN.id, MessageFlag.LOADING
    assert (message.deleted, message.ephemeral, message.loading) == (True, True, True)


def test_an_interaction_lists_its_responses_the_first_one_first() -> None:
    used = Interaction(6, "token", InteractionType.COMMAND, ANN, DM, {}, 0.0)
    assert (used.acknowledged, used.responses) == (False, [])
    first, second = Message(7, DM, ANN, 0.0), Message(8, DM, ANN, 0.0)
    used.followups.append(second)
    assert used.responses == [second]
    used.original, used.acknowledged_at = first, 1.0
    assert (used.acknowledged, used.responses) == (True, [first, second])
