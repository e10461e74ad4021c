"""Whether messages that come back, or do not, are told apart, as a table."""

from __future__ import annotations

import pytest

from bridge_bot.core.gateway.own_messages import OwnMessages

Step = tuple[float, str, int]
"""A time in seconds, what happens, and the id of the message."""

STORIES: list[tuple[str, list[Step], float, int]] = [
    ("nothing was posted", [], 1000, 0),
    ("it came back", [(0, "post", 1), (0.1, "own", 1)], 1000, 0),
    ("it came back before the response", [(0, "own", 1), (0.1, "post", 1)], 1000, 0),
    ("it may still come", [(0, "post", 1)], 59.9, 0),
    ("it did not come, nor did anything else", [(0, "post", 1)], 60, 1),
    ("others were heard before it only", [(0, "other", 7), (1, "post", 1)], 61, 1),
    ("others were heard since", [(0, "post", 1), (1, "other", 7)], 1000, 0),
    (
        "three did not come, though others were heard",
        [(0, "post", 1), (1, "post", 2), (2, "post", 3), (3, "other", 7)],
        62,
        3,
    ),
    (
        "two did not come yet, though others were heard",
        [(0, "post", 1), (1, "post", 2), (2, "post", 3), (3, "other", 7)],
        61.5,
        0,
    ),
    (
        "one was lost, and a later one came back",
        [(0, "post", 1), (1, "post", 2), (2, "own", 2)],
        1000,
        0,
    ),
    (
        "an earlier one came back, a later one did not",
        [(0, "post", 1), (1, "post", 2), (2, "own", 1)],
        1000,
        0,
    ),
    ("a new session does not send it again", [(0, "post", 1), (1, "forget", 0)], 1000, 0),
    ("a session that is resumed does", [(0, "post", 1), (50, "anew", 0)], 100, 0),
    ("and if it does not", [(0, "post", 1), (50, "anew", 0)], 110, 1),
]


def played(steps: list[Step]) -> OwnMessages:
    messages = OwnMessages()
    for at_s, what, message_id in steps:
        match what:
            case "post":
                messages.posted(message_id, at_s)
            case "forget":
                messages.forget()
            case "anew":
                messages.wait_anew(at_s)
            case _:
                messages.received(message_id, at_s, is_own=what == "own")
    return messages


@pytest.mark.parametrize(
    ("steps", "now_s", "overdue"),
    [story[1:] for story in STORIES],
    ids=[story[0] for story in STORIES],
)
def test_messages_are_overdue_where_that_shows_deaf_ears(
    steps: list[Step], now_s: float, overdue: int
) -> None:
    assert played(steps).overdue(now_s) == overdue


def test_what_is_remembered_is_bounded() -> None:
    messages = OwnMessages()
    for number in range(10_000):
        messages.posted(number, 0.0)
        messages.received(100_000 + number, 0.0, is_own=True)
    assert len(messages._unseen) == len(messages._early) == 256
