"""Messages on the platform, and where they go."""

from __future__ import annotations

from dataclasses import dataclass, field

from bridge_bot.core.model.control import Button


@dataclass(frozen=True, slots=True)
class ChannelDestination:
    """A channel that messages go to (a thread and a direct-message channel are channels too).

    With `reply_to`, the first message there is a reply to the message of that id. `guild_id` is the
    server's, None in a direct message. It is not compared, since the channel determines it.
    """

    channel_id: int
    reply_to: int | None = None
    guild_id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class InteractionDestination:
    """An interaction that messages answer, such as a press of a button.

    `token` lets its holder write there without any other right, for 15 minutes (Discord's
    documentation): so it stays out of the log, and out of what `repr` shows.
    """

    application_id: int
    interaction_id: int
    token: str = field(repr=False)


Destination = ChannelDestination | InteractionDestination
"""Where messages go."""


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message of the bot's that exists on the platform, with its text."""

    id: int
    text: str
    has_buttons: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """What is attached to a message."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A message to be posted, or what an edit makes of one.

    Nobody is pinged, whatever the text says, but the member whose id is `ping`, or the role whose
    id is `ping_role`: the message then begins with a mention of that. One that `is_silent` is not
    pushed to anybody who gets notifications of all messages; whether it was does not make it
    another message. `buttons` stand in one row under it; None: there are some, but it is not known
    which. An edit that `keeps_files` leaves alone what is attached; else that is replaced by
    `file`, or removed.
    """

    text: str
    file: File | None = None
    ping: int | None = None
    ping_role: int | None = None
    is_silent: bool = field(default=False, compare=False)
    buttons: tuple[Button, ...] | None = ()
    keeps_files: bool = field(default=False, compare=False)
