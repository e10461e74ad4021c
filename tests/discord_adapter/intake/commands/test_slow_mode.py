"""Who has to wait in slow mode, in Discord's time."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest

from bridge_bot.discord_adapter.intake.commands import slow_mode
from bridge_bot.discord_adapter.intake.commands.slow_mode import SlowMode
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel, Member
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rules.permissions import MEMBER_DEFAULT, bits
from bridge_bot.sandbox.discord.world import World
from tests.discord_adapter.intake.commands.used_commands import ASK, answered, shown
from tests.harness.loopback import loopback

AT_S = 1_800_000_000.0
ANN, BEN = 7, 8
NOBODY_WAITS = None


def snowflake(after_s: float) -> int:
    """An id that Discord gave so many seconds after the beginning."""
    at = discord.utils.snowflake_time(0).timestamp()
    return int((AT_S + after_s - at) * 1000) << 22


class SlowChannel:
    """A channel with slow mode, as discord.py reads it, and members with some permissions."""

    def __init__(self, slow_mode_s: int = 30, kind: ChannelType = ChannelType.TEXT) -> None:
        self.world = World(lambda: AT_S)
        self.guild = self.world.add_guild("Lab")
        self.client = discord.Client(intents=discord.Intents.none())
        state = self.client._connection
        self.read_guild = discord.Guild(data={"id": str(self.guild.id)}, state=state)  # type: ignore[typeddict-item]
        self.state = state
        self.channel = self.read(
            self.world.channels.add(self.guild, "slow", kind=kind, slow_mode_s=slow_mode_s)
        )

    def read(self, channel: Channel) -> object:
        kinds = {ChannelType.TEXT: discord.TextChannel, ChannelType.VOICE: discord.VoiceChannel}
        kind = kinds.get(channel.type, discord.StageChannel)
        data = objects.channel(channel)
        return kind(state=self.state, guild=self.read_guild, data=data)

    def member(
        self, user_id: int = ANN, permissions: int | None = MEMBER_DEFAULT
    ) -> discord.Member:
        someone = self.world.people.add(self.guild, f"member {user_id}")
        return self.of(someone, user_id, permissions)

    def of(self, someone: Member, user_id: int, permissions: int | None) -> discord.Member:
        data = objects.member(someone)
        data["user"]["id"] = str(user_id)
        if permissions is not None:
            data["permissions"] = str(permissions)
        return discord.Member(data=data, guild=self.read_guild, state=self.state)  # type: ignore[arg-type]


def waits(
    slow_channel: SlowChannel, after_s: float, member: discord.Member, slow: SlowMode
) -> float | None:
    """For how long that member still has to wait, so many seconds after the beginning."""
    until_s = slow.until_s(slow_channel.channel, member, snowflake(after_s))
    return None if until_s is None else round(until_s - AT_S - after_s, 3)


@pytest.mark.parametrize("kind", [ChannelType.TEXT, ChannelType.VOICE, ChannelType.STAGE])
def test_who_wrote_waits_until_the_time_is_over(kind: ChannelType) -> None:
    slow_channel, slow = SlowChannel(30, kind), SlowMode()
    ann = slow_channel.member()
    assert waits(slow_channel, 0, ann, slow) is NOBODY_WAITS
    slow.wrote(slow_channel.channel, ANN, snowflake(0))
    assert waits(slow_channel, 10, ann, slow) == 20
    assert waits(slow_channel, 29.9, ann, slow) == pytest.approx(0.1)
    assert waits(slow_channel, 30, ann, slow) is NOBODY_WAITS
    assert waits(slow_channel, 10, slow_channel.member(BEN), slow) is NOBODY_WAITS


def test_without_slow_mode_nobody_waits() -> None:
    slow_channel, slow = SlowChannel(0), SlowMode()
    slow.wrote(slow_channel.channel, ANN, snowflake(0))
    assert waits(slow_channel, 1, slow_channel.member(), slow) is NOBODY_WAITS


@pytest.mark.parametrize(
    ("permissions", "exempt"),
    [
        (("bypass_slowmode",), True),
        (("administrator",), True),
        (("manage_messages", "manage_channels", "manage_threads"), False),
    ],
)
def test_who_may_bypass_slow_mode_does_not_wait(permissions: tuple[str, ...], exempt: bool) -> None:
    slow_channel, slow = SlowChannel(), SlowMode()
    slow.wrote(slow_channel.channel, ANN, snowflake(0))
    moderator = slow_channel.member(permissions=MEMBER_DEFAULT | bits(permissions))
    assert (waits(slow_channel, 1, moderator, slow) is NOBODY_WAITS) == exempt


def test_a_message_that_comes_late_does_not_shorten_the_wait() -> None:
    slow_channel, slow = SlowChannel(), SlowMode()
    slow.wrote(slow_channel.channel, ANN, snowflake(10))
    slow.wrote(slow_channel.channel, ANN, snowflake(0))
    assert waits(slow_channel, 11, slow_channel.member(), slow) == 29


def test_what_was_not_shown_is_taken_back_unless_they_wrote_since() -> None:
    slow_channel, slow = SlowChannel(), SlowMode()
    assert isinstance(slow_channel.channel, discord.TextChannel)
    slow.wrote(slow_channel.channel, ANN, snowflake(0))
    slow.take_back(slow_channel.channel.id, ANN, snowflake(0))
    assert waits(slow_channel, 1, slow_channel.member(), slow) is NOBODY_WAITS
    slow.wrote(slow_channel.channel, ANN, snowflake(2))
    slow.take_back(slow_channel.channel.id, ANN, snowflake(0))
    assert waits(slow_channel, 3, slow_channel.member(), slow) == 29


def test_what_is_remembered_is_bounded_and_the_earliest_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(slow_mode, "REMEMBERED", 2)
    slow_channel, slow = SlowChannel(), SlowMode()
    for second, member_id in enumerate((ANN, BEN, ANN, 9)):
        slow.wrote(slow_channel.channel, member_id, snowflake(second))
    assert waits(slow_channel, 4, slow_channel.member(BEN), slow) is NOBODY_WAITS
    assert waits(slow_channel, 4, slow_channel.member(ANN), slow) == 28
    assert waits(slow_channel, 4, slow_channel.member(9), slow) == 29


def test_what_discord_does_not_tell_refuses_nobody() -> None:
    slow_channel, slow = SlowChannel(), SlowMode()
    slow.wrote(slow_channel.channel, ANN, snowflake(0))
    untold = slow_channel.member(permissions=None)
    assert waits(slow_channel, 1, untold, slow) is NOBODY_WAITS


async def test_slow_mode_holds_for_questions_by_command(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.channels.set_slow_mode(system.channel, 600)
        await system.start()
        first = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        await system.reads(await system.thread(await shown(system, first)), "turn 1")
        second = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        assert "Slow mode is on here" in await answered(system, second)
        assert f"<t:{int(first.at) + 601}:R>" in second.responses[0].content
        assert second.responses[0].ephemeral
        assert len(system.api.requests) == 1
        ben = system.world.people.add(system.guild, "Ben")
        other = system.world.commands.use(system.channel, ben, "ask", ASK)
        await system.thread(await shown(system, other))


async def test_a_message_counts_for_slow_mode_also_without_its_content(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.channels.set_slow_mode(system.channel, 600)
        await system.start(MESSAGE_CONTENT="false")
        system.world.messages.send(system.channel, system.ann, "just talking")
        used = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        assert "Slow mode is on here" in await answered(system, used)
        assert system.api.requests == []


async def test_slow_mode_is_looked_up_as_it_is_now_and_spares_who_may_bypass_it(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        system.world.channels.set_slow_mode(system.channel, 600)
        await system.start()
        for words in ("one?", "two?"):
            system.world.people.give_permission(system.channel, "bypass_slowmode", system.ann)
            used = system.world.commands.use(system.channel, system.ann, "ask", {"question": words})
            await system.thread(await shown(system, used))
        system.world.people.take_permission(system.channel, "bypass_slowmode", system.ann)
        slowed = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        assert "Slow mode is on here" in await answered(system, slowed)
        system.world.channels.set_slow_mode(system.channel, 0)
        used = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        await system.thread(await shown(system, used))


async def test_two_questions_at_once_in_slow_mode_are_one(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.channels.set_slow_mode(system.channel, 600)
        await system.start()
        both = [system.world.commands.use(system.channel, system.ann, "ask", ASK) for _ in range(2)]
        for used in both:
            await answered(system, used)
        assert sorted(used.responses[0].ephemeral for used in both) == [False, True]


async def test_a_question_that_could_not_be_shown_does_not_slow_its_member(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.channels.set_slow_mode(system.channel, 600)
        bot = await system.start()
        system.world.state.response_within_s = -1.0  # every response comes too late
        system.world.commands.use(system.channel, system.ann, "ask", ASK)
        await system.discord.until(lambda: "10062" in bot.log)
        system.world.state.response_within_s = 3.0
        used = system.world.commands.use(system.channel, system.ann, "ask", ASK)
        await system.reads(await system.thread(await shown(system, used)), "turn 1")
        assert len(system.api.requests) == 1
