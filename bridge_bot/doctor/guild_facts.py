"""What is known of a server and the bot there. Nothing of Discord's library is needed for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.policy.daily_limits import ReachedLimit


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """A channel or forum. `label` is how it is named to whoever reads it.

    `lacks` are the permissions that the bot does not have there, as discord.py names them, such as
    `send_messages`. `is_own` tells whether something is set for just this channel, and `is_here`
    whether the command was used in it. `feedback_lacks` are those that it lacks in the channel for
    feedback.
    """

    label: str
    kind: PlaceKind = PlaceKind.TEXT
    lacks: frozenset[str] = frozenset()
    settings: PlaceSettings = field(default_factory=PlaceSettings)
    is_own: bool = False
    is_here: bool = False
    may_call_role: bool = True
    feedback_lacks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lately:
    """What the running bot has seen in the last hour.

    `refused` counts questions by why they were refused, and `failed` answers by why they failed,
    both by keys of texts. `answer_age_s` is how long ago an answer was complete, in seconds.
    `outage` is the key of a text that says why the Chat API does not answer now, if it does not.
    """

    refused: Mapping[str, int] = field(default_factory=dict)
    failed: Mapping[str, int] = field(default_factory=dict)
    answer_age_s: float | None = None
    outage: str = ""


@dataclass(frozen=True, slots=True)
class GuildFacts:
    """A server. `label` is empty where it is clear which one is meant.

    `gone` names the channels that have settings and are gone; `chat_bots` are the names of
    `CHAT_BOTS`. Without `reads_messages` the bot reads only what mentions it. `shown_in_vain` names
    where sources or buttons are switched on that the operator has switched off. `reached` are the
    limits of the day that are reached; None in `lately` is not known.
    """

    label: str = ""
    channels: tuple[ChannelFacts, ...] = ()
    gone: tuple[str, ...] = ()
    is_askers_gone: bool = False
    is_allowed: bool = True
    is_paused: bool = False
    is_paused_by_operator: bool = False
    is_timed_out: bool = False
    is_known: bool = True
    chat_bots: tuple[str, ...] = ()
    reads_messages: bool = True
    shown_in_vain: tuple[str, ...] = ()
    reached: tuple[ReachedLimit, ...] = ()
    lately: Lately | None = None
