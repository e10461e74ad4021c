"""Who may use the bot in one place, by what its server has set. Pure.

The rules hold alike for messages, commands, buttons and missed questions. They know nothing of how
often somebody asks: that is `Policy.check`'s.
"""

from __future__ import annotations

from collections.abc import Callable

from bridge_bot.core.guild_settings.values import PlaceSettings, Served
from bridge_bot.core.model import Member
from bridge_bot.core.policy.refusal import Refusal

Rule = Callable[[Member, PlaceSettings], Refusal | None]


def _of_shut_out(member: Member, settings: PlaceSettings) -> Refusal | None:
    """Whom the server has shut out is told privately, and by a message not at all: a word that all
    can read would show them up, and be something to play with.
    """
    if member.id not in settings.shut_out_ids:
        return None
    return Refusal("refused-shut-out", is_private=True)


def _of_channel(_: Member, settings: PlaceSettings) -> Refusal | None:
    return Refusal("refused-channel") if settings.served is Served.NOTHING else None


def _of_roles(member: Member, settings: PlaceSettings) -> Refusal | None:
    roles = settings.asker_role_ids
    return None if not roles or roles & member.role_ids else Refusal("refused-role")


RULES: tuple[Rule, ...] = (_of_shut_out, _of_channel, _of_roles)
"""In the order in which they are told, the one that lasts longest first."""


def refusal_of_member(member: Member, settings: PlaceSettings) -> Refusal | None:
    """Why a member may not use the bot where these settings hold, or None."""
    return next((refusal for rule in RULES if (refusal := rule(member, settings))), None)


def refusal_of_voter(member: Member, settings: PlaceSettings) -> Refusal | None:
    """Why a member may not vote on an answer where these settings hold, or None. A vote costs
    nothing, and is no question: it is for everybody who reads the answer, but for whom the server
    has shut out.
    """
    return _of_shut_out(member, settings)
