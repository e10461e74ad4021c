"""Handoffs: that people are called to a conversation, and that the bot keeps quiet in it.

Times are in seconds since the Unix epoch, by the platform's clock.
"""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.model.message import ChannelDestination
from bridge_bot.core.model.question import ConversationKey, Member

UNTIL_RESUMED_S = 2**62
"""Later than any time: the bot keeps quiet until somebody lets it answer again."""


@dataclass(frozen=True, slots=True)
class QuietTime:
    """From when on and until when the bot keeps quiet in a conversation, which is held in that
    channel or thread.
    """

    conversation: ConversationKey
    channel_id: int
    since_s: int
    until_s: int

    def includes(self, at_s: float) -> bool:
        """Whether it keeps quiet about what was written then."""
        return self.since_s <= at_s < self.until_s


@dataclass(frozen=True, slots=True)
class HelpCall:
    """That a member calls the people of a server to a conversation.

    Its id is that of the interaction. `destination` is where they are called: the channel or thread
    in which the conversation is held. `locale` is Discord's name of the language in which they are
    called.
    """

    id: int
    conversation: ConversationKey
    guild_id: int
    destination: ChannelDestination
    member: Member
    at_s: float
    locale: str | None = None
