"""Which shards are connected, silent or deaf, by a clock of the test's own."""

from __future__ import annotations

import math

import pytest

from bridge_bot.core.gateway.shards import GatewayShards


class Watched:
    """Two shards, of which the second has the servers with odd ids."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.shards = GatewayShards(lambda: self.now_s)
        self.latencies: list[tuple[int, float]] = []

    def begin(self) -> None:
        self.shards.begin([0, 1], lambda guild_id: guild_id % 2, lambda: self.latencies)

    def connect(self, shard_id: int, *, is_resumed: bool = False) -> None:
        self.shards.heard(shard_id)
        self.shards.connected(shard_id, is_resumed=is_resumed)

    def after(self, seconds: float, *heard: int) -> None:
        self.now_s += seconds
        for shard_id in heard:
            self.shards.heard(shard_id)


@pytest.fixture
def watched() -> Watched:
    watched = Watched()
    watched.begin()
    watched.connect(0)
    watched.connect(1)
    watched.after(60.0, 0, 1)
    return watched


def test_before_the_first_login_nothing_is_heard() -> None:
    report = Watched().shards.report()
    assert (report.shards, report.is_heard, report.heard_s) == ((), False, None)


def test_shards_are_heard_once_all_of_them_are_connected() -> None:
    watched = Watched()
    watched.begin()
    watched.connect(0)
    assert not watched.shards.report().is_heard
    assert watched.shards.report().disconnected == (1,)
    watched.connect(1)
    assert watched.shards.report().is_heard


def test_a_shard_is_disconnected_until_it_is_resumed(watched: Watched) -> None:
    watched.shards.disconnected(1)
    assert watched.shards.report().disconnected == (1,)
    watched.connect(1, is_resumed=True)
    assert watched.shards.report().is_heard


def test_a_zombie_is_silent_within_a_minute(watched: Watched) -> None:
    """Of two shards that are connected, only one answers its heartbeats."""
    for _ in range(2):
        watched.after(27.9, 0)
    report = watched.shards.report()
    assert (report.silent, report.is_heard) == ((1,), False)
    assert report.heard_s == pytest.approx(55.8)


def test_a_shard_that_only_answers_its_heartbeats_is_heard(watched: Watched) -> None:
    for _ in range(100):
        watched.after(41.25, 0, 1)
        assert watched.shards.report().is_heard


def test_a_shard_that_does_not_bring_own_messages_back_is_deaf(watched: Watched) -> None:
    watched.shards.message_posted(3, 1000)
    watched.shards.message_posted(2, 1001)
    watched.shards.message_received(2, 1001, is_own=True)
    for _ in range(2):
        watched.after(30.0, 0, 1)
    report = watched.shards.report()
    assert (report.deaf, report.is_heard, report.silent) == ((1,), False, ())
    assert watched.shards.unheard_messages(1) == 1


def test_a_new_session_ends_deafness_and_what_is_disconnected_is_not_called_deaf(
    watched: Watched,
) -> None:
    watched.shards.message_posted(3, 1000)
    watched.after(60.0, 0, 1)
    watched.shards.disconnected(1)
    assert watched.shards.report().deaf == ()
    watched.connect(1)
    assert watched.shards.report().is_heard


def test_messages_of_the_first_minute_of_a_session_or_without_one_do_not_count() -> None:
    """Before Discord has sent their servers, they may not come back."""
    watched = Watched()
    watched.begin()
    watched.shards.message_posted(2, 1000)
    watched.connect(0)
    watched.connect(1)
    watched.after(59.0, 0, 1)
    watched.shards.message_posted(2, 1001)
    watched.after(55.0, 0, 1)
    watched.after(55.0, 0, 1)
    assert watched.shards.report().is_heard


def test_servers_of_other_processes_do_not_count(watched: Watched) -> None:
    watched.shards.begin([0], lambda guild_id: guild_id % 2, tuple)
    watched.connect(0)
    watched.shards.message_posted(3, 1000)
    watched.shards.message_received(5, 1001, is_own=True)
    watched.after(60.0, 0)
    assert watched.shards.report().is_heard


def test_latencies_are_numbers_or_not_known(watched: Watched) -> None:
    """discord.py has infinity for a shard whose first heartbeat was not answered yet."""
    watched.latencies = [(0, 0.05), (1, math.inf)]
    known = watched.shards.latencies_s()
    assert known[0] == 0.05
    assert math.isnan(known[1])
    watched.shards.end()
    assert all(math.isnan(each) for each in watched.shards.latencies_s().values())
    assert watched.shards.report().disconnected == (0, 1)
