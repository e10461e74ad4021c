"""Given a server's channels, threads and settings, and where the bot was asked: what to read."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import discord
import pytest

from bridge_bot.core.guild_settings.values import (
    AnswerPlace,
    GuildSettings,
    Served,
    SettingName,
    SettingValue,
)
from bridge_bot.discord_adapter.backfill.unread import QuestionPlaces
from tests.discord_adapter.offline_client import (
    ANN_ID,
    BOT_ID,
    GUILD_ID,
    Payload,
    add_guild,
    channel,
    guild,
    offline_client,
    thread,
)

WATERMARK = 500
FORUM = 12
KINDS = discord.ChannelType


@pytest.mark.parametrize(
    ("channels", "threads", "asked_in", "read"),
    [
        pytest.param([channel(10, 501)], [], {10}, [10], id="where the bot was asked"),
        pytest.param([channel(10, 501)], [], set(), [], id="not where it was never asked"),
        pytest.param([channel(10, 500)], [], {10}, [], id="not without anything newer"),
        pytest.param([channel(10, None)], [], {10}, [], id="not an empty channel"),
        pytest.param([channel(10)], [thread(20, 10, 501)], set(), [20], id="the bot's own thread"),
        pytest.param(
            [channel(10)],
            [thread(20, 10, 501, owner_id=ANN_ID)],
            set(),
            [],
            id="not another's thread",
        ),
        pytest.param(
            [channel(10)],
            [thread(20, 10, 501, owner_id=ANN_ID)],
            {20},
            [20],
            id="another's thread where it was asked",
        ),
        pytest.param(
            [channel(10)], [thread(20, 10, 499)], {20}, [], id="not a thread with nothing newer"
        ),
        pytest.param(
            [channel(10, 501, KINDS.voice), channel(11, 502, KINDS.stage_voice)],
            [],
            {10, 11},
            [10, 11],
            id="the chat of voice and stage channels",
        ),
        pytest.param(
            [channel(10, 503), channel(11, 501)],
            [thread(20, 10, 502)],
            {10, 11},
            [11, 20, 10],
            id="the one that was silent for the longest time first",
        ),
    ],
)
def test_the_channels_to_read_in_their_order(
    channels: list[Payload], threads: list[Payload], asked_in: Collection[int], read: list[int]
) -> None:
    lab = add_guild(offline_client(), guild(*channels, threads=tuple(threads)))
    found = places(asked_in).unread(lab, WATERMARK)
    assert [each.id for each in found] == read


@pytest.mark.parametrize(
    ("name", "value", "read", "listed"),
    [
        pytest.param(SettingName.SERVED, Served.MENTIONS, [], [], id="mentions"),
        pytest.param(SettingName.SERVED, Served.MESSAGES, [10, 11], [], id="every message"),
        pytest.param(SettingName.SERVED, Served.POSTS, [31], [FORUM], id="posts"),
        pytest.param(SettingName.SERVED, Served.NOTHING, [], [], id="nothing"),
        pytest.param(
            SettingName.ANSWER_PLACE, AnswerPlace.PRIVATE_THREAD, [], [10], id="private threads"
        ),
    ],
)
def test_what_is_read_where_the_server_has_set_what_a_question_is(
    name: SettingName, value: SettingValue, read: list[int], listed: list[int]
) -> None:
    lab = add_guild(
        offline_client(),
        guild(
            channel(10, 501),
            channel(11, 502, KINDS.voice),
            channel(FORUM, 31, KINDS.forum),
            threads=(
                thread(20, 10, 503, owner_id=ANN_ID),
                thread(30, FORUM, 499, owner_id=ANN_ID),
                thread(31, FORUM, 504, owner_id=ANN_ID),
            ),
        ),
    )
    found = places(set(), {0: {name: value}})
    assert [each.id for each in found.unread(lab, WATERMARK)] == read
    assert [each.id for each in found.thread_parents(lab)] == listed
    blind = places(set(), {0: {name: value}}, sees_content=False)
    assert blind.unread(lab, WATERMARK) == []


def test_a_channel_that_is_not_set_so_is_not_read() -> None:
    lab = add_guild(offline_client(), guild(channel(10, 501), channel(11, 502)))
    found = places(set(), {11: {SettingName.SERVED: Served.MESSAGES}})
    assert [each.id for each in found.unread(lab, WATERMARK)] == [11]


def places(
    asked_in: Collection[int],
    settings: Mapping[int, Mapping[SettingName, SettingValue]] | None = None,
    *,
    sees_content: bool = True,
) -> QuestionPlaces:
    return QuestionPlaces(
        asked_in, BOT_ID, GuildSettings(GUILD_ID, 1, settings or {}), sees_content=sees_content
    )


@pytest.mark.parametrize(
    ("asked_in", "listed"),
    [
        pytest.param(set(), [], id="none where nothing was asked"),
        pytest.param({10}, [10], id="a text channel where something was asked"),
        pytest.param({11}, [], id="not a voice channel, which has no threads"),
        pytest.param({20}, [], id="not for a thread that is active"),
        pytest.param({12}, [12], id="a forum where something was asked"),
        pytest.param({99}, [12], id="forums, if a channel is not known: it may be an old post"),
        pytest.param({10, 99}, [10, 12], id="both"),
    ],
)
def test_the_channels_whose_archived_threads_are_listed(
    asked_in: Collection[int], listed: list[int]
) -> None:
    channels = channel(10), channel(11, None, KINDS.voice), channel(12, None, KINDS.forum)
    lab = add_guild(offline_client(), guild(*channels, threads=(thread(20, 10),)))
    assert [each.id for each in places(asked_in).thread_parents(lab)] == listed
