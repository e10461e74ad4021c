"""The `custom_id` of a button that turns the page of a private message: `sources:1234:2` shows the
third page of the sources of the turn with the id 1234.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bridge_bot.discord_adapter.rest.control_ids import TURN_ID, match_with_turn

PREFIX = "sources"
"""With which the `custom_id` of each such button begins."""

_FORM = re.compile(rf"{PREFIX}:{TURN_ID}:(?P<page>0|[1-9][0-9]?)", re.ASCII)


class SourcePage(NamedTuple):
    """A page of a turn's sources, counted from 0."""

    turn_id: int
    page: int


def source_page_id(wanted: SourcePage) -> str:
    """The `custom_id` of the button that shows this page."""
    return f"{PREFIX}:{wanted.turn_id}:{wanted.page}"


def wanted_source_page(custom_id: str) -> SourcePage | None:
    """The page that a `custom_id` asks for; None if no button of the bot's has it."""
    found = match_with_turn(_FORM, custom_id)
    return found and SourcePage(int(found["turn_id"]), int(found["page"]))
