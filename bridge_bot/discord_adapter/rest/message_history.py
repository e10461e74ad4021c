"""The messages of a channel, from the JSON of its history. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bridge_bot.core.errors import PlatformBusy
from bridge_bot.core.model import ShownMessage

_BY_AUTHOR = (0, 19)  # types of messages: an ordinary one, a reply


class HistoryMessage(NamedTuple):
    """A message of a channel's history.

    `by_author` is False for a message of Discord's own, such as that somebody joined; `replies_to`
    is the message that this one is a reply to, if any.
    """

    shown: ShownMessage
    author_id: int
    by_author: bool
    replies_to: int | None


def messages_of(history: Mapping[str, Any]) -> list[HistoryMessage]:
    """The messages of a history, oldest first. One that can't be read is left out.

    Raises `PlatformBusy` if it is no list: then it is not Discord's, and says nothing.
    """
    items = history.get("items")
    if not isinstance(items, list):
        raise PlatformBusy("a history that is no list")
    return sorted(_readable(items), key=lambda each: each.shown.id)


def _readable(items: list[Any]) -> Iterator[HistoryMessage]:
    for each in items:
        try:
            reference = (each.get("message_reference") or {}).get("message_id")
            yield HistoryMessage(
                ShownMessage(int(each["id"]), str(each["content"])),
                int(each["author"]["id"]),
                each["type"] in _BY_AUTHOR,
                int(reference) if reference else None,
            )
        except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
            continue
