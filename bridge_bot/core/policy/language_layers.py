"""In which language answers come: what was chosen for the conversation, by the member who asks, for
the channel, for the server and by the operator; and who may choose it where. Pure.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.model import ConversationKey
from bridge_bot.core.policy.refusal import Refusal


class LanguageLayer(enum.StrEnum):
    """Whose choice it is, the narrowest first. The values are those of `/language`'s option."""

    CONVERSATION = "conversation"
    MEMBER = "me"
    CHANNEL = "channel"
    GUILD = "server"
    DEFAULT = "default"
    """The operator's `DEFAULT_LANGUAGE`, which no member chooses."""


SCOPES = tuple(each for each in LanguageLayer if each is not LanguageLayer.DEFAULT)
"""What a member can choose a language for."""

_OF_GUILD = frozenset({LanguageLayer.CHANNEL, LanguageLayer.GUILD})


@dataclass(frozen=True, slots=True)
class LanguageLayers:
    """What each layer says, as a code of the Chat API; None: nothing."""

    conversation: str | None = None
    member: str | None = None
    channel: str | None = None
    guild: str | None = None
    default: str = "auto"

    @property
    def codes(self) -> Mapping[LanguageLayer, str | None]:
        """What each layer says, the first of which decides."""
        said = (self.conversation, self.member, self.channel, self.guild, self.default)
        return dict(zip(LanguageLayer, said, strict=True))

    @property
    def in_force(self) -> tuple[LanguageLayer, str]:
        """The layer that decides, and the language."""
        for layer, code in self.codes.items():
            if code is not None:
                return layer, code
        raise AssertionError("the operator's language is always known")


@dataclass(frozen=True, slots=True)
class LanguagePlace:
    """Who speaks with the bot, and where.

    `conversation` is the one that the whole place is; None in a channel, where there may be many.
    `guild_id` is that of a server of which the bot is a member, None elsewhere. `place_id` is the
    channel or forum whose settings hold, see `Question.place_id`.
    """

    member_id: int
    place_id: int
    conversation: ConversationKey | None = None
    guild_id: int | None = None
    may_manage_guild: bool = False

    @property
    def usual_scope(self) -> LanguageLayer:
        """What a language is chosen for where the member does not say it."""
        return LanguageLayer.CONVERSATION if self.conversation else LanguageLayer.MEMBER

    @property
    def layers(self) -> tuple[LanguageLayer, ...]:
        """Those that there are in this place."""
        absent = frozenset() if self.conversation else frozenset({LanguageLayer.CONVERSATION})
        if self.guild_id is None:
            absent |= _OF_GUILD
        return tuple(each for each in LanguageLayer if each not in absent)


def refusal_of_scope(scope: LanguageLayer, place: LanguagePlace) -> Refusal | None:
    """Why a member can't choose a language for that, or None. What holds for others in a channel or
    server is one of its settings, and for whoever may change those.
    """
    if scope not in place.layers:
        return Refusal("language-no-server" if scope in _OF_GUILD else "language-outside")
    if scope in _OF_GUILD and not place.may_manage_guild:
        return Refusal("settings-not-allowed")
    return None


def refusal_of_language(code: str) -> Refusal | None:
    """Why answers can't come in a language, or None if they can."""
    return None if code in LANGUAGES else Refusal("language-unknown", {"code": code[:20]})
