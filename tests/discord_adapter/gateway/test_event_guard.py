"""Which events take effect, which are skipped, and that a skipped one leaves nothing behind.

discord.py's own parsers run here, without a connection.
"""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bridge_bot.core.events import Event, EventSkipped
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.gateway.event_guard import EventGuard
from tests.discord_adapter.offline_client import (
    ANN_ID,
    GUILD_ID,
    Payload,
    channel,
    guild,
    message,
    offline_client,
    state_of,
    thread,
)

NOW_S = 1_793_700_000.0
NOW_ID = int(NOW_S * 1000 - discord.utils.DISCORD_EPOCH) << 22
TOMORROW_ID = NOW_ID + (25 * 3600 * 1000 << 22)


class Guarded:
    """A guarded client, what it dispatched to handlers, and what was skipped."""

    def __init__(self) -> None:
        self.dispatched: list[tuple[Any, ...]] = []
        self.events: list[Event] = []
        self.client = offline_client()
        state = state_of(self.client)
        patches.replace_dispatch(state, lambda *arguments: self.dispatched.append(arguments))
        clock = DiscordClock(steady_s=lambda: 0.0, machine_s=lambda: NOW_S)
        clock.read_message_id(NOW_ID)
        self.now_s = 0.0
        self.shards = GatewayShards(lambda: self.now_s)
        EventGuard(state, clock, self.events.append, self.shards)

    def receive(self, event: str, data: Any) -> list[str]:
        """Have an event parsed; what it had dispatched."""
        before = len(self.dispatched)
        state_of(self.client).parsers[event](data)
        return [name for name, *_ in self.dispatched[before:]]

    @property
    def skipped(self) -> list[str]:
        return [each.event for each in self.events if isinstance(each, EventSkipped)]

    def has_lab(self) -> bool:
        """Whether the server is there, and not merely known by its id."""
        return not self.lab.unavailable

    @property
    def lab(self) -> discord.Guild:
        found = self.client.get_guild(GUILD_ID)
        assert found is not None
        return found


@pytest.fixture
def guarded() -> Guarded:
    """With a server of one channel and one thread."""
    on = Guarded()
    on.receive("GUILD_CREATE", guild(channel(10), threads=(thread(20, 10),)))
    assert on.skipped == []
    return on


@pytest.mark.parametrize(
    ("event", "data"),
    [
        pytest.param("MESSAGE_CREATE", {}, id="a message of nothing"),
        pytest.param("MESSAGE_CREATE", [], id="no object"),
        pytest.param("MESSAGE_CREATE", message(5, 10, author=None), id="a message of nobody"),
        pytest.param("MESSAGE_CREATE", message(5, 10, content=None), id="without a content"),
        pytest.param("MESSAGE_CREATE", message(5, 10, mentions={}), id="mentions that are no list"),
        pytest.param("MESSAGE_CREATE", message(5, 10, flags="4"), id="flags that are no number"),
        pytest.param("MESSAGE_CREATE", message(TOMORROW_ID, 10), id="a message from the future"),
        pytest.param(
            "MESSAGE_CREATE", message(5, 10, guild_id=None), id="a direct message in a channel"
        ),
        pytest.param("GUILD_UPDATE", guild(name="Renamed", roles=[{}]), id="a server's update"),
        pytest.param(
            "CHANNEL_UPDATE",
            channel(10) | {"name": "renamed", "permission_overwrites": [{}]},
            id="a channel's",
        ),
        pytest.param(
            "THREAD_UPDATE",
            thread(20, 10) | {"name": "renamed", "thread_metadata": None},
            id="a thread's",
        ),
    ],
)
def test_an_event_that_cannot_be_read_is_skipped_and_changes_nothing(
    guarded: Guarded, event: str, data: Any
) -> None:
    assert guarded.receive(event, data) == []
    assert guarded.skipped == [event]
    assert guarded.lab.name == "Lab"
    assert [each.name for each in guarded.lab.text_channels] == ["channel-10"]
    assert [each.name for each in guarded.lab.threads] == ["thread-20"]
    assert guarded.receive("MESSAGE_CREATE", message(6, 10)) == ["message"]


def test_ready_is_not_skipped(guarded: Guarded) -> None:
    """There is no session without it."""
    with pytest.raises(KeyError):
        guarded.receive("READY", {})


@pytest.mark.parametrize(
    "unreadable",
    [
        pytest.param(guild(members=[]), id="without the bot"),
        pytest.param(guild(channels=[{}]), id="with a channel of nothing"),
        pytest.param(guild(roles=None), id="without roles"),
    ],
)
def test_a_server_that_cannot_be_read_is_left_out_until_it_can(unreadable: Payload) -> None:
    on = Guarded()
    on.receive("GUILD_CREATE", unreadable)
    assert on.skipped == ["GUILD_CREATE"]
    assert not on.has_lab()
    assert on.receive("MESSAGE_CREATE", message(5, 10)) == []
    on.receive("GUILD_CREATE", guild(channel(10)))
    assert on.has_lab()
    assert on.receive("MESSAGE_CREATE", message(6, 10)) == ["message"]
    assert on.skipped == ["GUILD_CREATE"]


def test_parts_of_a_server_that_are_not_used_cannot_make_it_unreadable() -> None:
    on = Guarded()
    on.receive("GUILD_CREATE", guild(channel(10), stage_instances=[{}], voice_states=[None]))
    assert on.skipped == []
    assert on.has_lab()


def test_a_message_that_comes_before_its_server_is_none_of_a_direct_channel() -> None:
    on = Guarded()
    on.receive("MESSAGE_CREATE", message(5, 10))
    (_, received) = on.dispatched[-1]
    assert received.guild.id == GUILD_ID
    assert received.guild.unavailable


@pytest.mark.parametrize(
    ("payload", "shown_id"),
    [
        pytest.param({"id": "5"}, 5, id="its id is kept"),
        pytest.param({}, 0, id="without an id"),
        pytest.param({"id": str(TOMORROW_ID)}, 0, id="an id from the future is not"),
    ],
)
def test_a_message_of_a_history_that_cannot_be_read_becomes_an_empty_one(
    guarded: Guarded, payload: Payload, shown_id: int
) -> None:
    read = patches.parse_message(guarded.client, guarded.lab.text_channels[0], payload)
    assert (read.id, read.content, read.author.bot) == (shown_id, "", True)
    assert guarded.skipped == ["MESSAGE_CREATE"]


def test_a_message_of_a_history_that_can_be_read_is_as_it_is(guarded: Guarded) -> None:
    payload = message(5, 10)
    read = patches.parse_message(guarded.client, guarded.lab.text_channels[0], payload)
    assert (read.id, read.content, read.author.id) == (5, "why?", ANN_ID)
    assert guarded.skipped == []


@pytest.mark.parametrize("event", [message(6, 10), message(6, 10) | {"content": None}])
def test_an_own_message_that_comes_back_is_noted_whether_or_not_it_can_be_read(
    guarded: Guarded, event: Payload
) -> None:
    state_of(guarded.client).user = discord.ClientUser(
        state=state_of(guarded.client), data=event["author"]
    )
    guarded.shards.begin([0], lambda _: 0, tuple)
    guarded.shards.connected(0, is_resumed=True)
    guarded.shards.message_posted(GUILD_ID, int(event["id"]))
    guarded.shards.message_posted(GUILD_ID, 1)
    guarded.receive("MESSAGE_CREATE", event)
    guarded.now_s = 1000.0
    assert guarded.shards.unheard_messages(0) == 0
