"""How often a message is tried that could not be taken in."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.backfill.pending_message import PendingMessage
from tests.discord_adapter.offline_client import add_guild, channel, guild, message, offline_client

CLIENT = offline_client()
MESSAGE = patches.parse_message(
    CLIENT, add_guild(CLIENT, guild(channel(10))).get_channel(10), message(100, 10)
)


@pytest.mark.parametrize(
    ("error", "failures", "should_give_up"),
    [
        pytest.param(OSError("down"), 1, False, id="an outage"),
        pytest.param(StoreError("full"), 1000, False, id="however often it fails"),
        pytest.param(TypeError("?"), 2, False, id="a fault of the program, twice"),
        pytest.param(TypeError("?"), 3, True, id="and three times"),
    ],
)
def test_when_another_attempt_would_not_help(
    error: Exception, failures: int, should_give_up: bool
) -> None:
    assert PendingMessage(MESSAGE, failures=failures).should_give_up(error) is should_give_up


def test_a_message_that_failed_counts_as_missed_from_then_on() -> None:
    assert PendingMessage(MESSAGE).failed_again() == PendingMessage(MESSAGE, True, 1)
    assert PendingMessage(MESSAGE, True, 1).failed_again() == PendingMessage(MESSAGE, True, 2)
