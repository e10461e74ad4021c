"""Whom a message mentions: what is in its text, and what `allowed_mentions` lets through.

The rules are those of Discord's documentation ("Allowed Mentions Object"): without that object
everything in the text pings, everybody included if the author may; with it, only what it names.
"""

from __future__ import annotations

import re

from bridge_bot.sandbox.discord.errors import Json, invalid_form_body, too_long
from bridge_bot.sandbox.discord.model import Channel, Message, User
from bridge_bot.sandbox.discord.model.message_content import MentionedIds
from bridge_bot.sandbox.discord.rules.permissions import may

_CODE = re.compile(r"```.*?```|``.*?``|`[^`\n]+`", re.DOTALL)
_USER = re.compile(r"<@!?(\d{1,20})>")
_ROLE = re.compile(r"<@&(\d{1,20})>")
_EVERYONE = re.compile(r"@(?:everyone|here)\b")


def mentions_in(content: str, channel: Channel, author: User) -> MentionedIds:
    """The users and roles of the guild that a text mentions outside of code."""
    text = _CODE.sub(" ", content)
    users = {int(found) for found in _USER.findall(text)}
    guild = channel.guild
    if guild is None:
        return MentionedIds(users=frozenset(users & {user.id for user in channel.recipients}))
    all_roles = may(channel, author.id, "mention_everyone")
    roles = {
        role.id
        for role in (guild.roles.get(int(found)) for found in _ROLE.findall(text))
        if role is not None and (role.mentionable or all_roles)
    }
    return MentionedIds(
        users=frozenset(users & guild.members.keys()),
        roles=frozenset(roles),
        everyone=all_roles and _EVERYONE.search(text) is not None,
    )


def check_allowed(allowed: Json) -> None:
    """Raise 50035 for an `allowed_mentions` that contradicts itself or has an unknown kind."""
    parse = allowed.get("parse") or []
    if not {"everyone", "roles", "users"}.issuperset(parse):
        raise invalid_form_body(
            "allowed_mentions.parse",
            "BASE_TYPE_CHOICES",
            "Value must be one of ('everyone', 'roles', 'users').",
        )
    for kind in ("users", "roles"):
        if kind in parse and allowed.get(kind):
            raise invalid_form_body(
                "allowed_mentions",
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
            )
        if len(allowed.get(kind) or ()) > 100:
            raise too_long(f"allowed_mentions.{kind}", 100)


def mentions_allowed(
    content: str,
    channel: Channel,
    author: User,
    allowed: Json | None,
    reply_to: Message | None = None,
) -> MentionedIds:
    """Whom a message mentions, as its author may and `allowed_mentions` lets through."""
    found = mentions_in(content, channel, author)
    replied = reply_to.author.id if reply_to is not None and reply_to.webhook_id is None else None
    if allowed is None:
        # Without the object a reply pings, too (Discord's documentation, `replied_user`).
        return found | _one(replied)
    parse = allowed.get("parse") or []
    users, roles = (
        ids if kind in parse else ids & {int(one) for one in allowed.get(kind) or ()}
        for kind, ids in (("users", found.users), ("roles", found.roles))
    )
    kept = MentionedIds(users, roles, found.everyone and "everyone" in parse)
    return kept | _one(replied if allowed.get("replied_user") else None)


def _one(user_id: int | None) -> MentionedIds:
    return MentionedIds() if user_id is None else MentionedIds(users=frozenset({user_id}))
