"""What was written in a channel, from the JSON of its history. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bridge_bot.core.errors import PlatformBusy
from bridge_bot.core.model import ShownMessage

_BY_AUTHOR = (0, 19)  # types of messages: an ordinary one, a reply


class Written(NamedTuple):
    """A message. Its author wrote it himself, unless it is one of Discord's, such as that somebody
    joined; `replies_to` is the message that it is a reply to, if any.
    """

    shown: ShownMessage
    author_id: int
    by_author: bool
    replies_to: int | None


def written(history: Mapping[str, Any]) -> list[Written]:
    """The messages of a history, oldest first. One that can't be read is left out.

    Raises `PlatformBusy` if it is no list: so it is not Discord's, and says nothing.
    """
    items = history.get("items")
    if not isinstance(items, list):
        raise PlatformBusy("a history that is no list")
    return sorted(_readable(items), key=lambda each: each.shown.id)


def _readable(items: list[Any]) -> Iterator[Written]:
    for each in items:
        try:
            reference = (each.get("message_reference") or {}).get("message_id")
            yield Written(
                ShownMessage(int(each["id"]), str(each["content"])),
                int(each["author"]["id"]),
                each["type"] in _BY_AUTHOR,
                int(reference) if reference else None,
            )
        except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
            continue
