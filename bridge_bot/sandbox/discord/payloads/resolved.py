"""What the ids in an interaction stand for ("Resolved Data")."""

from __future__ import annotations

from collections.abc import Iterable

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Attachment, Channel, Member, Message, Role, User
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.rules.permissions import channel_permissions
from bridge_bot.sandbox.discord.state import WorldState, member_of

Entity = User | Member | Role | Channel | Message | Attachment
"""Something that one can choose, or that a command is used on."""

_CHANNEL_FIELDS = (
    "id",
    "name",
    "type",
    "last_message_id",
    "nsfw",
    "parent_id",
    "guild_id",
    "flags",
    "rate_limit_per_user",
    "topic",
    "position",
    "thread_metadata",
)


def resolved(state: WorldState, place: Channel, user: User, chosen: Iterable[Entity]) -> Json:
    """Resolved data of what `user` chose in the channel `place`; empty if they chose nothing."""
    found: Json = {}
    for each in chosen:
        for kind, payload in _payloads(state, place, user, each):
            found.setdefault(kind, {})[str(each.id)] = payload
    return found


def _payloads(
    state: WorldState, place: Channel, user: User, of: Entity
) -> Iterable[tuple[str, Json]]:
    if isinstance(of, Member):
        of = of.user
    if isinstance(of, User):
        yield "users", objects.user(of)
        member = member_of(place, of)
        if member is not None:
            yield "members", _partial_member(member, place)
    elif isinstance(of, Role):
        yield "roles", objects.role(of)
    elif isinstance(of, Channel):
        yield "channels", _partial_channel(of, user, state.bot)
    elif isinstance(of, Message):
        yield "messages", message_objects.message(of, state)
    else:
        kept = message_objects.attachment(of, place, state.files_url)
        yield "attachments", kept | {"ephemeral": True}


def _partial_member(of: Member, place: Channel) -> Json:
    payload = objects.member(of, with_user=False)
    permissions = str(channel_permissions(place, of.id))
    return {k: v for k, v in payload.items() if k not in {"deaf", "mute"}} | {
        "permissions": permissions
    }


def _partial_channel(of: Channel, user: User, bot: User) -> Json:
    payload = objects.channel(of)
    return {name: payload[name] for name in _CHANNEL_FIELDS if name in payload} | {
        "permissions": str(channel_permissions(of, user.id)),
        "app_permissions": str(channel_permissions(of, bot.id)),
    }
