"""The gateway's sessions without sockets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bridge_bot.sandbox.discord.gateway.sessions import (
    REPLAY_LIMIT,
    CloseConnection,
    Session,
    Sessions,
)
from bridge_bot.sandbox.discord.model import Channel
from bridge_bot.sandbox.discord.world import World

GUILDS, MESSAGES, DIRECT, CONTENT = 1 << 0, 1 << 9, 1 << 12, 1 << 15
USUAL = GUILDS | MESSAGES | DIRECT | CONTENT


class Wire:
    """Keeps what a session sends."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []

    def __call__(self, text: str) -> None:
        self.got.append(json.loads(text))

    def of(self, name: str) -> list[dict[str, Any]]:
        return [payload["d"] for payload in self.got if payload["t"] == name]


class Setup:
    """A world with a guild, and a gateway."""

    def __init__(self) -> None:
        self.world = World(lambda: 1_800_000_000.0)
        self.guild = self.world.add_guild("Lab")
        self.channel: Channel = self.world.channels.add(self.guild, "general")
        self.ann = self.world.people.add(self.guild, "Ann")
        self.sessions = Sessions(self.world, token="secret")
        self.wire = Wire()

    def identify(self, wire: Wire | None = None, **data: Any) -> Session:
        form = {"token": "secret", "intents": USUAL} | data
        return self.sessions.identify(form, "ws://here", wire or self.wire)


@pytest.fixture
def setup() -> Setup:
    return Setup()


def test_identifying_brings_ready_then_the_guilds(setup: Setup) -> None:
    session = setup.identify()
    assert [payload["t"] for payload in setup.wire.got] == ["READY", "GUILD_CREATE"]
    ready, guild = (payload["d"] for payload in setup.wire.got)
    assert ready["session_id"] == session.id
    assert ready["resume_gateway_url"] == "ws://here"
    assert ready["guilds"] == [{"id": str(setup.guild.id), "unavailable": True}]
    assert [each["name"] for each in guild["channels"]] == ["general"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"token": "wrong"}, 4004),
        ({"intents": 1 << 30}, 4013),
        ({"shard": [2, 2]}, 4010),
    ],
)
def test_a_faulty_identify_is_closed(setup: Setup, data: dict[str, Any], code: int) -> None:
    with pytest.raises(CloseConnection) as closed:
        setup.identify(**data)
    assert closed.value.code == code


def test_an_intent_that_is_switched_off_is_closed_with_4014(setup: Setup) -> None:
    setup.world.allowed_intents.discard("message_content")
    with pytest.raises(CloseConnection) as closed:
        setup.identify()
    assert closed.value.code == 4014
    setup.identify(intents=USUAL & ~CONTENT)


def test_without_the_content_intent_only_mentions_own_and_direct_messages_are_readable(
    setup: Setup,
) -> None:
    setup.identify(intents=USUAL & ~CONTENT)
    world = setup.world
    world.messages.send(setup.channel, setup.ann, "hidden")
    world.messages.send(setup.channel, setup.ann, f"<@{world.bot.id}> seen")
    world.messages.send(setup.channel, world.bot, "own")
    world.messages.send(world.channels.open_dm(setup.ann), setup.ann, "direct")
    contents = [message["content"] for message in setup.wire.of("MESSAGE_CREATE")]
    assert contents == ["", f"<@{world.bot.id}> seen", "own", "direct"]


def test_events_go_to_the_shard_of_their_guild_and_direct_ones_to_shard_0(setup: Setup) -> None:
    world = setup.world
    other = world.add_guild("Other")
    elsewhere = world.channels.add(other, "else")
    wires = [Wire(), Wire()]
    for number, wire in enumerate(wires):
        setup.identify(wire, shard=[number, 2])
    world.messages.send(setup.channel, setup.ann, "lab")
    world.messages.send(elsewhere, world.people.add(other, setup.ann.user), "other")
    world.messages.send(world.channels.open_dm(setup.ann), setup.ann, "direct")
    received = [{each["content"] for each in wire.of("MESSAGE_CREATE")} for wire in wires]
    home = (setup.guild.id >> 22) % 2
    assert received[home] - {"direct"} == {"lab"}
    assert received[1 - home] - {"direct"} == {"other"}
    assert "direct" in received[0] - received[1]


def test_a_resume_brings_what_was_missed_in_order(setup: Setup) -> None:
    session = setup.identify()
    seen = session.seq
    session.send = None
    for number in range(3):
        setup.world.messages.send(setup.channel, setup.ann, str(number))
    wire = Wire()
    form = {"token": "secret", "session_id": session.id, "seq": seen}
    assert setup.sessions.resume(form, wire) is session
    assert [each["content"] for each in wire.of("MESSAGE_CREATE")] == ["0", "1", "2"]
    assert [each["s"] for each in wire.got] == [seen + 1, seen + 2, seen + 3, seen + 4]
    assert wire.got[-1]["t"] == "RESUMED"


def test_who_missed_too_much_has_to_identify_again(setup: Setup) -> None:
    session = setup.identify()
    seen = session.seq
    session.send = None
    for number in range(REPLAY_LIMIT + 1):
        setup.world.messages.send(setup.channel, setup.ann, str(number))
    form = {"token": "secret", "session_id": session.id, "seq": seen}
    assert setup.sessions.resume(form, Wire()) is None
    assert setup.sessions.resume(form, Wire()) is None


def test_an_event_can_come_twice(setup: Setup) -> None:
    session = setup.identify()
    setup.world.messages.send(setup.channel, setup.ann, "hello")
    session.repeat()
    first, second = setup.wire.of("MESSAGE_CREATE")
    assert first["id"] == second["id"]
    assert setup.wire.got[-1]["s"] == setup.wire.got[-2]["s"]


def test_no_more_sessions_begin_than_the_limit_allows_until_it_resets(setup: Setup) -> None:
    starts = setup.sessions.start_limit
    assert starts.payload() == {
        "total": 1000,
        "remaining": 1000,
        "reset_after": 86_400_000,
        "max_concurrency": 1,
    }
    setup.identify()
    assert starts.payload()["remaining"] == 999
    starts.limit(1, 60.0)
    setup.identify()
    with pytest.raises(CloseConnection) as closed:
        setup.identify()
    assert closed.value.code == 4004
    assert starts.overspent == 1
    assert setup.sessions.all() == []
    starts.limit(0, 0.0)
    setup.identify()
    assert starts.payload()["remaining"] == 999
