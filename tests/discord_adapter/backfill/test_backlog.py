"""In which order what was missed is read, and what a live message waits for."""

from __future__ import annotations

from collections.abc import Callable

import discord
import pytest

from bridge_bot.discord_adapter.backfill.backlog import (
    Backlog,
    Job,
    ListArchivedThreads,
    Location,
    ReadChannel,
    SearchMentions,
)
from tests.discord_adapter.offline_client import (
    GUILD_ID,
    add_guild,
    channel,
    guild,
    offline_client,
)

AFTER = 500
NOW_S = 100.0


@pytest.fixture
def lab() -> discord.Guild:
    return add_guild(offline_client(), guild(channel(10), channel(11), channel(12)))


def known(lab: discord.Guild, channel_id: int = 10, failures: int = 0) -> Job:
    """To read a channel that is known to hold something newer."""
    found = lab.get_channel(channel_id)
    assert isinstance(found, discord.TextChannel)
    return ReadChannel(channel_id, AFTER, found, failures=failures)


def direct(_: discord.Guild, channel_id: int = 70) -> Job:
    return ReadChannel(channel_id, AFTER)


def archive(lab: discord.Guild, channel_id: int = 10, failures: int = 0) -> Job:
    return ListArchivedThreads(lab.text_channels[channel_id - 10], AFTER, failures)


def search(lab: discord.Guild, failures: int = 0, due_s: float = 0.0) -> Job:
    return SearchMentions(lab, AFTER, due_s=due_s, failures=failures)


def taken(backlog: Backlog, *waiting: Location) -> list[Job]:
    """All jobs that are due, as they are to be done while live messages wait in these channels."""
    jobs = []
    while (job := backlog.take(NOW_S, waiting)) is not None:
        jobs.append(job)
        backlog.done()
    return jobs


Make = Callable[[discord.Guild], Job]


@pytest.mark.parametrize(
    ("added", "order"),
    [
        pytest.param([search, direct, archive, known], [3, 2, 1, 0], id="by their kind"),
        pytest.param(
            [lambda lab: known(lab, 11), lambda lab: known(lab, 10)],
            [0, 1],
            id="as they were added, within a kind",
        ),
        pytest.param(
            [lambda lab: known(lab, failures=1), search], [1, 0], id="what failed comes last"
        ),
        pytest.param(
            [lambda lab: search(lab, due_s=NOW_S + 1), known], [1], id="not before it is due"
        ),
    ],
)
def test_the_order_of_jobs(lab: discord.Guild, added: list[Make], order: list[int]) -> None:
    jobs = [make(lab) for make in added]
    backlog = Backlog()
    for job in jobs:
        backlog.add(job)
    assert taken(backlog) == [jobs[index] for index in order]


def test_a_channel_that_a_live_message_waits_for_comes_first(lab: discord.Guild) -> None:
    first, second = known(lab, 10), known(lab, 11)
    backlog = Backlog()
    backlog.add(first)
    backlog.add(second)
    assert backlog.may_find_in((11, GUILD_ID)) is second
    assert taken(backlog, (11, GUILD_ID)) == [second, first]


def test_a_server_that_may_hold_mentions_in_a_channel_is_searched_first(lab: discord.Guild) -> None:
    """After its archived threads are listed: they are read whole, which a search is not."""
    read, listing, searching = known(lab), archive(lab), search(lab)
    backlog = Backlog()
    for job in (read, listing, searching):
        backlog.add(job)
    assert backlog.may_find_in((99, GUILD_ID)) is searching
    assert taken(backlog, (99, GUILD_ID)) == [listing, searching, read]


@pytest.mark.parametrize(
    ("job", "channel_id", "guild_id", "waits"),
    [
        pytest.param(known, 10, GUILD_ID, True, id="for its own channel"),
        pytest.param(known, 11, GUILD_ID, False, id="not for another one"),
        pytest.param(direct, 70, None, True, id="for its direct messages"),
        pytest.param(search, 11, GUILD_ID, True, id="for the search of its server"),
        pytest.param(search, 11, GUILD_ID + 1, False, id="not for the search of another server"),
        pytest.param(search, 70, None, False, id="not for a search, as a direct message"),
        pytest.param(
            lambda lab: search(lab, failures=1), 11, GUILD_ID, False, id="not for a failed search"
        ),
        pytest.param(
            lambda lab: search(lab, due_s=NOW_S + 1), 11, GUILD_ID, False, id="nor for a later one"
        ),
        pytest.param(
            lambda lab: known(lab, failures=1), 10, GUILD_ID, True, id="though it failed once"
        ),
        pytest.param(
            lambda lab: known(lab, failures=2), 10, GUILD_ID, False, id="not if it failed twice"
        ),
    ],
)
@pytest.mark.parametrize("is_taken", [False, True], ids=["left", "being done"])
def test_what_a_live_message_waits_for(
    job: Make, channel_id: int, guild_id: int | None, waits: bool, is_taken: bool
) -> None:
    backlog = Backlog()
    backlog.add(job(add_guild(offline_client(), guild(channel(10), channel(11)))))
    if is_taken:
        backlog.take(1e9)
    found = backlog.may_find_in((channel_id, guild_id))
    assert (found is not None) is waits


def test_to_read_a_channel_that_is_there_already_stays_as_it_was(lab: discord.Guild) -> None:
    earlier, later = ReadChannel(10, AFTER), ReadChannel(10, AFTER + 50)
    backlog = Backlog()
    backlog.add(earlier)
    backlog.add(later)
    assert taken(backlog) == [earlier]


def test_to_read_a_channel_replaces_what_a_search_has_found_there() -> None:
    found, whole = ReadChannel(10, AFTER, found=[]), ReadChannel(10, AFTER)
    backlog = Backlog()
    backlog.add(found)
    backlog.add(whole)
    assert taken(backlog) == [whole]


def test_a_job_that_has_to_be_done_again_takes_the_place_of_one_added_meanwhile() -> None:
    earlier, later = ReadChannel(10, AFTER), ReadChannel(10, AFTER + 50)
    backlog = Backlog()
    backlog.add(earlier)
    assert backlog.take(NOW_S) is earlier
    assert not backlog
    backlog.add(later)
    backlog.again()
    assert taken(backlog) == [earlier]


def test_when_the_next_search_is_due(lab: discord.Guild) -> None:
    backlog = Backlog()
    assert backlog.due_in_s(NOW_S) is None
    backlog.add(search(lab, due_s=NOW_S + 7))
    assert backlog.due_in_s(NOW_S) == 7
    assert backlog.due_in_s(NOW_S + 10) == 0


def test_what_an_earlier_session_left_comes_before_what_a_later_one_adds(
    lab: discord.Guild,
) -> None:
    """Or direct messages, of the last ranks, would never be read where sessions are lost often."""
    backlog = Backlog()
    left = direct(lab)
    backlog.add(left)
    backlog.session_began()
    for number in (10, 11, 12):
        backlog.add(known(lab, number))
    assert taken(backlog)[0] is left


def test_a_failure_puts_a_job_back_by_one_session(lab: discord.Guild) -> None:
    backlog = Backlog()
    failed = direct(lab)
    failed.failures = 1
    backlog.add(failed)
    backlog.session_began()
    of_next = known(lab, 10)
    backlog.add(of_next)
    backlog.session_began()
    of_last = known(lab, 11)
    backlog.add(of_last)
    assert taken(backlog) == [of_next, failed, of_last]
