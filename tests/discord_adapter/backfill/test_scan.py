"""Which channels are read, and in which order, until everything that was missed is known."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import discord
import pytest
from typing_extensions import override

from bridge_bot.core.events import Operation, Outlook
from bridge_bot.core.guild_settings.values import (
    GuildSettings,
    Served,
    SettingName,
    SettingValue,
)
from bridge_bot.discord_adapter.backfill.backlog import Location
from bridge_bot.discord_adapter.backfill.history import (
    GREATEST_ID,
    History,
    ReadableChannel,
    ThreadParent,
)
from bridge_bot.discord_adapter.backfill.mention_search import Found, MentionSearch, NotIndexed
from bridge_bot.discord_adapter.backfill.scan import Scan
from bridge_bot.discord_adapter.patches import parse_message
from tests.discord_adapter.offline_client import (
    BOT_ID,
    GUILD_ID,
    Payload,
    add_guild,
    channel,
    guild,
    message,
    offline_client,
    state_of,
    thread,
)
from tests.harness.virtual_time import now_s, virtual_time

WATERMARK = 500
NOW = 10_000
DIRECT = 70
CLIENT = offline_client()
A_SECOND = 1000 << 22
"""By how much ids grow in a second."""


@dataclass
class FakeHistory(History):
    """Discord and the store, of which each says what it is told to."""

    asked_in: dict[int, int | None] = field(default_factory=dict)
    settings: dict[int, dict[SettingName, SettingValue]] = field(default_factory=dict)
    """What the server has set for each channel."""
    watermark: int | None = WATERMARK
    too_old: int = 0
    archive: list[discord.Thread] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    """Raised by the next readings."""
    read: list[tuple[int, int]] = field(default_factory=list)
    """The channels that were read, and after which message."""
    listed: list[int] = field(default_factory=list)
    failures: list[tuple[Operation, Outlook | None]] = field(default_factory=list)

    @property
    @override
    def bot_id(self) -> int:
        return BOT_ID

    @override
    async def stored_watermark(self, shard_id: int) -> int | None:
        return self.watermark

    @override
    async def channels_asked_in(self) -> dict[int, int | None]:
        return self.asked_in

    @override
    async def settings_of(self, guild_id: int) -> GuildSettings:
        return GuildSettings(guild_id, 1, self.settings)

    @override
    def oldest(self) -> int:
        return self.too_old

    @override
    async def messages(
        self, channel: ReadableChannel, channel_id: int, after: int
    ) -> list[discord.Message]:
        if self.errors:
            raise self.errors.pop(0)
        self.read.append((channel_id, after))
        return [parse_message(CLIENT, channel, message(after + 1, channel_id))]

    @override
    async def unread_direct_channel(
        self, channel_id: int, after: int
    ) -> discord.PartialMessageable | None:
        return discord.PartialMessageable(state_of(offline_client()), channel_id)

    @override
    async def archived_threads(
        self, parent: ThreadParent, after: int
    ) -> AsyncIterator[discord.Thread]:
        self.listed.append(parent.id)
        for each in self.archive:
            if each.parent_id == parent.id:
                yield each

    @override
    def failed(
        self, operation: Operation, error: BaseException, *, outlook: Outlook | None = None
    ) -> None:
        self.failures.append((operation, outlook))


@dataclass
class FakeSearch(MentionSearch):
    """What the search of each server gives, in turn; then nothing."""

    answers: list[Found | Exception] = field(default_factory=list)
    searched_s: list[float] = field(default_factory=list)

    @override
    async def mentions(self, guild: discord.Guild, after: int) -> Found:
        self.searched_s.append(now_s())
        answer = self.answers.pop(0) if self.answers else {}
        if isinstance(answer, Exception):
            raise answer
        return answer


def scan_of(history: FakeHistory, search: FakeSearch | None = None) -> Scan:
    return Scan(history, search, 0)


def lab(*channels: Payload, threads: tuple[Payload, ...] = ()) -> discord.Guild:
    return add_guild(offline_client(), guild(*channels, threads=threads))


async def missed(scan: Scan, *guilds: discord.Guild) -> list[int]:
    """A session begins with these servers; the channels that are read in it."""
    scan.session_began(NOW)
    for each in guilds:
        scan.guild_available(each)
    scan.all_guilds_available()
    return await read(scan)


async def read(scan: Scan, *waiting: Location) -> list[int]:
    """Read all that is left, while live messages wait in these channels; the channels read."""
    channels: list[int] = []

    def take_in(messages: list[discord.Message]) -> None:
        channels.extend(dict.fromkeys(each.channel.id for each in messages))

    await scan.run(take_in, lambda: waiting)
    return channels


@virtual_time
async def test_channels_with_something_newer_come_before_archives_and_direct_messages() -> None:
    server = lab(
        channel(10, 503), channel(11, 501), channel(12, 502), threads=(thread(20, 10, 504),)
    )
    old = thread(21, 10, 505)
    history = FakeHistory({10: GUILD_ID, 11: GUILD_ID, DIRECT: None})
    history.archive = [discord.Thread(guild=server, state=server._state, data=old)]  # type: ignore[arg-type]
    assert await missed(scan_of(history), server) == [11, 10, 20, 21, DIRECT]
    assert history.listed == [10, 11]
    assert {after for _, after in history.read} == {WATERMARK}


@pytest.mark.parametrize(
    ("history", "after"),
    [
        pytest.param(FakeHistory(), WATERMARK, id="after the watermark"),
        pytest.param(FakeHistory(too_old=600), 600, id="not what is too old"),
        pytest.param(FakeHistory(watermark=None), NOW, id="not what was said before the session"),
    ],
)
@virtual_time
async def test_after_which_message_is_read(history: FakeHistory, after: int) -> None:
    history.asked_in = {10: GUILD_ID}
    await missed(scan_of(history), lab(channel(10, NOW + 1)))
    assert history.read == [(10, after)]


@virtual_time
async def test_nothing_is_read_or_searched_where_nothing_is_to_be_caught_up() -> None:
    history, search = FakeHistory({10: GUILD_ID}, too_old=GREATEST_ID), FakeSearch()
    assert await missed(scan_of(history, search), lab(channel(10, 900))) == []
    assert search.searched_s == []


@virtual_time
async def test_a_live_message_has_its_channel_read_next() -> None:
    server = lab(channel(10, 501), channel(11, 502), channel(12, 503))
    scan = scan_of(FakeHistory(dict.fromkeys((10, 11, 12), GUILD_ID)))
    scan.session_began(NOW)
    scan.guild_available(server)
    scan.all_guilds_available()
    assert await read(scan, (12, GUILD_ID)) == [12, 10, 11]
    assert not scan.may_find_in((12, GUILD_ID))
    assert not scan.has_more


@virtual_time
async def test_a_live_message_waits_until_it_is_known_what_its_server_holds() -> None:
    scan = scan_of(FakeHistory())
    assert not scan.may_find_in((10, GUILD_ID))
    scan.session_began(NOW)
    assert scan.may_find_in((10, GUILD_ID))
    assert await missed(scan, lab(channel(10, 900))) == []
    assert not scan.may_find_in((10, GUILD_ID))


@virtual_time
async def test_what_passes_is_tried_again_after_growing_pauses_and_holds_up_nobody() -> None:
    history = FakeHistory({10: GUILD_ID}, errors=[OSError("down")] * 3)
    scan = scan_of(history)
    scan.session_began(NOW)
    scan.guild_available(lab(channel(10, 900, discord.ChannelType.voice)))  # it has no threads
    scan.all_guilds_available()
    waits: list[tuple[float, bool]] = []

    def take_in(messages: list[discord.Message]) -> None:
        if history.failures and not messages:
            waits.append((now_s(), scan.may_find_in((10, GUILD_ID))))

    await scan.run(take_in, lambda: ())
    assert waits == [(0.0, True), (1.0, False), (3.0, False)]
    assert history.read == [(10, WATERMARK)]
    assert now_s() == 7.0
    assert history.failures == [(Operation.CATCH_UP, Outlook.RETRIED)] * 3


@virtual_time
async def test_what_does_not_pass_is_left_out_and_the_rest_is_read() -> None:
    history = FakeHistory({10: GUILD_ID, 11: GUILD_ID}, errors=[])
    broken = lab(channel(10, 900), channel(11, 901))
    messages_of = history.messages

    async def fail_in_one(
        channel: ReadableChannel, channel_id: int, after: int
    ) -> list[discord.Message]:
        if channel_id == 10:
            raise TypeError("a fault of the program")
        return await messages_of(channel, channel_id, after)

    history.messages = fail_in_one  # type: ignore[method-assign]
    assert await missed(scan_of(history), broken) == [11]
    assert history.failures[-1] == (Operation.CATCH_UP, Outlook.LEFT_OUT)


@virtual_time
async def test_mentions_are_added_where_nothing_is_read_anyway() -> None:
    history = FakeHistory({10: GUILD_ID})
    server = lab(channel(10, 900), channel(11, 901), threads=(thread(20, 10, 902),))
    something = [parse_message(offline_client(), server.get_channel(11), message(901, 11))]
    search = FakeSearch([dict.fromkeys((10, 11, 20), something)])
    assert await missed(scan_of(history, search), server) == [10, 20, 11]
    assert history.read == [(10, WATERMARK), (20, WATERMARK)]  # the third has been found already


@pytest.mark.parametrize(
    ("asked_in", "settings"),
    [
        pytest.param({}, {0: {SettingName.SERVED: Served.MESSAGES}}, id="every message is served"),
        pytest.param({99: GUILD_ID}, {}, id="asked in before"),
    ],
)
@virtual_time
async def test_a_mention_is_kept_that_is_in_a_thread_archived_meanwhile_which_nobody_lists(
    asked_in: dict[int, int | None], settings: dict[int, dict[SettingName, SettingValue]]
) -> None:
    server, archived = lab(channel(10)), offline_client().get_partial_messageable(99)
    search = FakeSearch([{99: [parse_message(offline_client(), archived, message(901, 99))]}])
    scan = scan_of(FakeHistory(asked_in, settings), search)
    assert await missed(scan, server) == [99]


@virtual_time
async def test_a_server_without_an_index_is_searched_again_when_discord_says_for_a_minute() -> None:
    search = FakeSearch([NotIndexed(retry_after_s=5.0)] * 20)
    history = FakeHistory()
    await missed(scan_of(history, search), lab(channel(10)))
    assert search.searched_s[:3] == [0.0, 5.0, 10.0]
    assert 60.0 <= search.searched_s[-1] <= 75.0
    assert history.failures == [(Operation.SEARCH_MENTIONS, None)]


@virtual_time
async def test_a_second_session_reads_from_what_came_last_and_a_second_before() -> None:
    """A message may come a little after one that is younger."""
    history = FakeHistory({10: GUILD_ID})
    scan = scan_of(history)
    await missed(scan, lab(channel(10, 900)))
    newest = 50 * A_SECOND
    scan.message_received(newest)
    scan.session_began(newest + 1)
    scan.guild_available(lab(channel(10, newest + 2)))
    scan.all_guilds_available()
    assert await read(scan) == [10]
    assert history.read[-1] == (10, newest - A_SECOND)


@virtual_time
async def test_a_second_session_also_reads_again_what_was_dropped() -> None:
    history = FakeHistory({10: GUILD_ID})
    scan = scan_of(history)
    await missed(scan, lab(channel(10, 900)))
    newest = 50 * A_SECOND
    scan.message_received(newest)
    scan.session_began(newest + 1, oldest_dropped=700)
    scan.guild_available(lab(channel(10, newest + 2)))
    scan.all_guilds_available()
    assert await read(scan) == [10]
    assert history.read[-1] == (10, 699)


@virtual_time
async def test_a_session_that_is_lost_at_once_loses_nothing_that_was_to_be_read() -> None:
    history = FakeHistory({10: GUILD_ID})
    scan = scan_of(history)
    scan.session_began(NOW)
    scan.session_began(NOW + 50)
    assert await missed(scan, lab(channel(10, 900))) == [10]
    assert history.read == [(10, WATERMARK)]


@virtual_time
async def test_it_waits_for_servers_that_have_not_come() -> None:
    scan = scan_of(FakeHistory({10: GUILD_ID}))
    scan.session_began(NOW)
    loop = asyncio.get_running_loop()
    loop.call_later(5.0, scan.guild_available, lab(channel(10, 900)))
    loop.call_later(9.0, scan.all_guilds_available)
    came: list[tuple[int, float]] = []

    def take_in(messages: list[discord.Message]) -> None:
        came.extend((each.channel.id, now_s()) for each in messages)

    await scan.run(take_in, lambda: ())
    assert came == [(10, 5.0)]
    assert now_s() == 9.0
