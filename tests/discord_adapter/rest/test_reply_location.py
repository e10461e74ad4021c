"""What of a channel's history is a message; where a reply is, the contract of platforms tests."""

from __future__ import annotations

from typing import Any

import pytest

from bridge_bot.core.errors import PlatformBusy
from bridge_bot.core.model import ShownMessage
from bridge_bot.discord_adapter.rest.reply_location import HistoryMessage, messages_of


def message(message_id: int, **changes: Any) -> dict[str, Any]:
    return {"id": str(message_id), "content": "text", "author": {"id": "2"}, "type": 0} | changes


def read(
    message_id: int, *, by_author: bool = True, replies_to: int | None = None, calls: bool = False
) -> HistoryMessage:
    return HistoryMessage(ShownMessage(message_id, "text"), 2, by_author, replies_to, calls)


@pytest.mark.parametrize(
    ("items", "messages"),
    [
        pytest.param([message(12), message(11)], [read(11), read(12)], id="the oldest first"),
        pytest.param([message(11, type=7)], [read(11, by_author=False)], id="a member joined"),
        pytest.param(
            [message(11, type=19, message_reference={"message_id": "5"})],
            [read(11, replies_to=5)],
            id="a reply",
        ),
        pytest.param(
            [message(11, mention_roles=[]), message(12, mention_roles=["9"])],
            [read(11), read(12, calls=True)],
            id="a call for help",
        ),
        pytest.param([message(11, message_reference=None)], [read(11)], id="no reference"),
        pytest.param(
            [None, {}, message(11), message(12, author=None)], [read(11)], id="unreadable"
        ),
    ],
)
def test_the_messages_of_a_history(items: list[Any], messages: list[HistoryMessage]) -> None:
    assert messages_of({"items": items}) == messages


@pytest.mark.parametrize("history", [{}, {"items": {}}, {"message": "welcome"}])
def test_a_history_that_is_no_list_is_not_discords(history: dict[str, Any]) -> None:
    with pytest.raises(PlatformBusy):
        messages_of(history)
