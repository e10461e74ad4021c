"""Which messages are left to people, by the place that they stand in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.handoffs.handoffs import Handoffs
from bridge_bot.core.handoffs.quiet_times import QuietTimes
from bridge_bot.core.model import UNTIL_RESUMED_S, ConversationKey, QuietTime
from bridge_bot.discord_adapter.intake.handoff.quiet_conversations import QuietConversations
from bridge_bot.discord_adapter.intake.parsing import parse_message
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel, Message
from tests.harness.lab import AT_S, Lab
from tests.harness.running_core import RunningCore, running_core

CHAIN = ConversationKey("5")


class Place(Lab):
    """With a post of Ann's in a forum."""

    def __init__(self) -> None:
        super().__init__()
        forum = self.world.channels.add(self.guild, "forum", kind=ChannelType.FORUM)
        self.post = self.world.threads.post(forum, self.ann, "A title", "why?")


async def quiet_in(core: RunningCore, *places: Channel) -> QuietConversations:
    """The bot keeps quiet in these threads, and in the chain."""
    quiet_times = QuietTimes(core.store.handoffs, core.events.append, lambda: AT_S)
    await quiet_times.look()
    for key in (CHAIN, *(ConversationKey(str(each.id)) for each in places)):
        quiet_times.note(QuietTime(key, 7, int(AT_S), UNTIL_RESUMED_S))
    return QuietConversations(Handoffs(core.dependencies, quiet_times), lambda _: None)


@pytest.mark.parametrize(
    ("write", "chain", "is_left"),
    [
        (lambda lab: lab.say("why?", lab.own_thread), None, True),
        (lambda lab: lab.say("@bot why?", lab.own_thread), None, False),
        (lambda lab: lab.say("why?", lab.post), None, True),
        (lambda lab: lab.say("@bot why?", lab.post), None, False),
        (lambda lab: lab.say("why?", reply_to=lab.say("so")), CHAIN, True),
        (lambda lab: lab.say("why?", reply_to=lab.bot_says(), ping=False), CHAIN, False),
        (lambda lab: lab.say("why?"), None, False),  # it begins a conversation of its own
        (lambda lab: lab.say("why?", lab.thread), None, False),  # nobody was called there
        (lambda lab: lab.say("why?", lab.direct), None, False),
    ],
)
async def test_what_does_not_turn_to_the_bot_is_left_where_it_keeps_quiet(
    tmp_path: Path,
    write: Callable[[Place], Message],
    chain: ConversationKey | None,
    is_left: bool,
) -> None:
    lab = Place()
    async with running_core(tmp_path) as core:
        quiet = await quiet_in(core, lab.own_thread, lab.post, lab.direct, lab.channel)
        message = lab.client.message(write(lab))
        parsed = parse_message(message, lab.client.me, sees_content=True)
        assert await quiet.include(message, parsed, chain, PlaceSettings()) is is_left


@pytest.mark.parametrize(
    ("write", "begins"),
    [
        (lambda lab: lab.say("Try this.", lab.own_thread), True),
        (lambda lab: lab.say("@Ben, try this.", lab.own_thread), True),
        (lambda lab: lab.say("Try this.", lab.thread), False),
    ],
)
async def test_a_helper_keeps_it_quiet_in_its_own_threads(
    tmp_path: Path, write: Callable[[Place], Message], begins: bool
) -> None:
    """The asker of the conversation is somebody else; in other threads nobody is looked up."""
    lab = Place()
    lab.world.people.give_role(lab.ann, lab.world.people.add_role(lab.guild, "Helpers"))
    place = PlaceSettings(help_role_id=lab.ann.roles[-1].id)
    async with running_core(tmp_path) as core:
        message = lab.client.message(write(lab))
        key = message.channel.id
        await core.ask()
        await core.ended()
        core.database.execute(
            f"INSERT INTO conversations (key, created_at, updated_at) VALUES ('{key}', 1, 1)",
            f"UPDATE turns SET conversation_key = '{key}'",
        )
        quiet = await quiet_in(core)
        parsed = parse_message(message, lab.client.me, sees_content=True)
        assert await quiet.include(message, parsed, None, place) is begins
