"""What a panel shows, and what a press on one of its controls asks for. Pure.

Both stand in the control's `custom_id`, so that a press needs nothing that the process remembers,
and works after a restart: `settings:limits:1429384729384729384:12:0:reset:shut_out`.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

PREFIX = "settings"
"""With which each `custom_id` of a panel begins."""

_PARTS = 7


class Page(enum.StrEnum):
    """The pages of a panel, in the order in which they are offered."""

    OVERVIEW = "overview"
    QUESTIONS = "questions"
    ASKERS = "askers"
    LIMITS = "limits"
    EXTRAS = "extras"
    CHANGES = "changes"


class Action(enum.StrEnum):
    """What a press asks for. Most go by what is chosen in the select, or by the argument."""

    SHOW = "show"
    """The page and channel of the press itself."""
    SHOW_CHANNEL = "channel"
    SHOW_PAGE = "page"
    SET = "set"
    """The setting that the argument names, to what is chosen."""
    TAKE = "take"
    """The setting and value of the argument, such as `served=messages`: it was confirmed."""
    RESET = "reset"
    """The setting that the argument names, to what it would be without."""
    FILL_IN = "form"
    """The form of the limits."""
    SUBMIT = "submit"
    """That form, filled in."""


@dataclass(frozen=True, slots=True)
class PanelState:
    """What a panel shows: a page, for a channel or forum, or for the whole server (0).

    `version` is that of the settings from which it was drawn. The list of changes shows those
    before the version `before`; 0: the newest.
    """

    page: Page = Page.OVERVIEW
    channel_id: int = 0
    version: int = 0
    before: int = 0

    def press(self, action: Action, argument: str = "") -> str:
        """The `custom_id` of a control that stands in this panel."""
        return Press(self, action, argument).custom_id

    def on(self, page: Page) -> PanelState:
        """The same channel on another page."""
        return replace(self, page=page, before=0)


@dataclass(frozen=True, slots=True)
class Press:
    """A press on a control of a panel that shows `state`."""

    state: PanelState
    action: Action
    argument: str = ""

    @property
    def custom_id(self) -> str:
        """At most 100 characters, as Discord wants it."""
        state = self.state
        numbers = (state.channel_id, state.version, state.before)
        return ":".join((PREFIX, state.page, *map(str, numbers), self.action, self.argument))

    @classmethod
    def of(cls, custom_id: str) -> Press | None:
        """The press that has this `custom_id`, or None if no panel makes it."""
        parts = custom_id.split(":", _PARTS - 1)
        if len(parts) != _PARTS or parts[0] != PREFIX:
            return None
        try:
            channel_id, version, before = map(int, parts[2:5])
            state = PanelState(Page(parts[1]), channel_id, version, before)
            return cls(state, Action(parts[5]), parts[6])
        except ValueError:
            return None
