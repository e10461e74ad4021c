"""Who has to wait in slow mode, in Discord's time."""

from __future__ import annotations

import discord
import pytest

from bridge_bot.discord_adapter.intake.commands import slow_mode
from bridge_bot.discord_adapter.intake.commands.slow_mode import SlowMode
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel, Member
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rules.permissions import MEMBER_DEFAULT, bits
from bridge_bot.sandbox.discord.world import World

AT_S = 1_800_000_000.0
ANN, BEN = 7, 8
NOBODY_WAITS = None


def snowflake(after_s: float) -> int:
    """An id that Discord gave so many seconds after the beginning."""
    at = discord.utils.snowflake_time(0).timestamp()
    return int((AT_S + after_s - at) * 1000) << 22


class Scene:
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


def waits(scene: Scene, after_s: float, member: discord.Member, slow: SlowMode) -> float | None:
    """For how long that member still has to wait, so many seconds after the beginning."""
    until_s = slow.until_s(scene.channel, member, snowflake(after_s))
    return None if until_s is None else round(until_s - AT_S - after_s, 3)


@pytest.mark.parametrize("kind", [ChannelType.TEXT, ChannelType.VOICE, ChannelType.STAGE])
def test_who_wrote_waits_until_the_time_is_over(kind: ChannelType) -> None:
    scene, slow = Scene(30, kind), SlowMode()
    ann = scene.member()
    assert waits(scene, 0, ann, slow) is NOBODY_WAITS
    slow.wrote(scene.channel, ANN, snowflake(0))
    assert waits(scene, 10, ann, slow) == 20
    assert waits(scene, 29.9, ann, slow) == pytest.approx(0.1)
    assert waits(scene, 30, ann, slow) is NOBODY_WAITS
    assert waits(scene, 10, scene.member(BEN), slow) is NOBODY_WAITS


def test_without_slow_mode_nobody_waits() -> None:
    scene, slow = Scene(0), SlowMode()
    slow.wrote(scene.channel, ANN, snowflake(0))
    assert waits(scene, 1, scene.member(), slow) is NOBODY_WAITS


@pytest.mark.parametrize(
    ("permissions", "exempt"),
    [
        (("bypass_slowmode",), True),
        (("administrator",), True),
        (("manage_messages", "manage_channels", "manage_threads"), False),
    ],
)
def test_who_may_bypass_slow_mode_does_not_wait(permissions: tuple[str, ...], exempt: bool) -> None:
    scene, slow = Scene(), SlowMode()
    slow.wrote(scene.channel, ANN, snowflake(0))
    moderator = scene.member(permissions=MEMBER_DEFAULT | bits(permissions))
    assert (waits(scene, 1, moderator, slow) is NOBODY_WAITS) == exempt


def test_a_message_that_comes_late_does_not_shorten_the_wait() -> None:
    scene, slow = Scene(), SlowMode()
    slow.wrote(scene.channel, ANN, snowflake(10))
    slow.wrote(scene.channel, ANN, snowflake(0))
    assert waits(scene, 11, scene.member(), slow) == 29


def test_what_was_not_shown_is_taken_back_unless_they_wrote_since() -> None:
    scene, slow = Scene(), SlowMode()
    assert isinstance(scene.channel, discord.TextChannel)
    slow.wrote(scene.channel, ANN, snowflake(0))
    slow.take_back(scene.channel, ANN, snowflake(0))
    assert waits(scene, 1, scene.member(), slow) is NOBODY_WAITS
    slow.wrote(scene.channel, ANN, snowflake(2))
    slow.take_back(scene.channel, ANN, snowflake(0))
    assert waits(scene, 3, scene.member(), slow) == 29


def test_what_is_remembered_is_bounded_and_the_earliest_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(slow_mode, "REMEMBERED", 2)
    scene, slow = Scene(), SlowMode()
    for second, member_id in enumerate((ANN, BEN, ANN, 9)):
        slow.wrote(scene.channel, member_id, snowflake(second))
    assert waits(scene, 4, scene.member(BEN), slow) is NOBODY_WAITS
    assert waits(scene, 4, scene.member(ANN), slow) == 28
    assert waits(scene, 4, scene.member(9), slow) == 29


def test_what_discord_does_not_tell_refuses_nobody() -> None:
    scene, slow = Scene(), SlowMode()
    slow.wrote(scene.channel, ANN, snowflake(0))
    untold = scene.member(permissions=None)
    assert waits(scene, 1, untold, slow) is NOBODY_WAITS
