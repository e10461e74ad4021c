"""Who may call people to a conversation, how often, and when the bot leaves it to them. Pure.

People are those with the role that the server has named for that place. Once they are called, the
bot keeps quiet in the conversation until `/resume`; after one of them wrote there by themselves,
for as long as the server has set. Who turns to the bot is answered all the same: by a mention, a
reply to a message of the bot's, or a command.
"""

from __future__ import annotations

from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import Member, QuietTime
from bridge_bot.core.policy.refusal import Refusal

CALL_EVERY_S = 1800
"""How long after a call nobody is called to the same conversation again, in seconds."""

CALLS_AN_HOUR = 10
"""How many calls a server may have within any hour."""


def refusal_of_call(settings: PlaceSettings, problem: str = "") -> Refusal | None:
    """Why nobody can be called in a place with these settings, or None. `problem` names what keeps
    the bot from pinging the role of the place.
    """
    if settings.help_role_id is None:
        return Refusal("handoff-no-role")
    return Refusal("handoff-unreachable") if problem else None


def is_helper(member: Member, settings: PlaceSettings) -> bool:
    """Whether a member is one of those who are called, as far as their roles are known."""
    return settings.help_role_id in member.role_ids


def quiets_after_helper(settings: PlaceSettings) -> bool:
    """Whether the bot keeps quiet in that place after one of those who help has written there."""
    return settings.help_role_id is not None and settings.quiet_after_helper_min > 0


def begins_quiet(member: Member, asker_id: int | None, settings: PlaceSettings) -> bool:
    """Whether the bot leaves a conversation to people once this member has written there.

    `asker_id` is who began it: with a role that helps others, they may still want an answer.
    """
    helps = is_helper(member, settings) and quiets_after_helper(settings)
    return helps and asker_id is not None and member.id != asker_id


def keeps_quiet(quiet: QuietTime | None, at_s: float, *, turns_to_bot: bool) -> bool:
    """Whether the bot leaves a message to people that was written then, in a conversation with that
    quiet time, the last one.
    """
    return quiet is not None and not turns_to_bot and quiet.includes(at_s)


def may_resume(
    member: Member, asker_id: int | None, settings: PlaceSettings, *, may_manage: bool
) -> bool:
    """Whether a member may let the bot answer again: who began the conversation, who helps there,
    and who `may_manage` messages or threads.
    """
    return may_manage or member.id == asker_id or is_helper(member, settings)
