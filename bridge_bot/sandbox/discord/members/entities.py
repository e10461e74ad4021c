"""The people, roles and channels that a member's client offers, and what was chosen of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bridge_bot.sandbox.discord.enums import ComponentType, OptionType
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Channel, Member, Role, User
from bridge_bot.sandbox.discord.rules.permissions import may

Chosen = str | int | User | Member | Role | Channel
"""How a test names what it chooses: the thing itself, its id, or its name."""

_OF_COMPONENT: dict[int, tuple[type, ...]] = {
    ComponentType.USER_SELECT: (User,),
    ComponentType.ROLE_SELECT: (Role,),
    ComponentType.MENTIONABLE_SELECT: (User, Role),
    ComponentType.CHANNEL_SELECT: (Channel,),
}
_OF_OPTION: dict[int, tuple[type, ...]] = {
    OptionType.USER: (User,),
    OptionType.ROLE: (Role,),
    OptionType.MENTIONABLE: (User, Role),
    OptionType.CHANNEL: (Channel,),
}


def offered_by_component(
    component_type: int, place: Channel, user: User, channel_types: Sequence[int] = ()
) -> list[User | Role | Channel] | None:
    """What a select of that type offers to a user; None if it has options of its own."""
    wanted = _OF_COMPONENT.get(component_type)
    return None if wanted is None else list(_offered(wanted, place, user, channel_types))


def offered_by_option(
    option_type: int, place: Channel, user: User, channel_types: Sequence[int] = ()
) -> list[User | Role | Channel] | None:
    """What an option of a command of that type offers; None if its value is none of these."""
    wanted = _OF_OPTION.get(option_type)
    return None if wanted is None else list(_offered(wanted, place, user, channel_types))


def choose(chosen: Chosen, offered: Sequence[User | Role | Channel]) -> User | Role | Channel:
    """The one of `offered` that is meant. Raises `NotOffered` for anything else."""
    meant = chosen.user if isinstance(chosen, Member) else chosen
    for each in offered:
        if each is meant or meant in {each.id, str(each.id), each.name}:
            return each
    raise NotOffered(f"{chosen!r} is not offered; there are {[each.name for each in offered]}")


def _offered(
    wanted: tuple[type, ...], place: Channel, user: User, channel_types: Sequence[int]
) -> Iterator[User | Role | Channel]:
    guild = place.guild
    if guild is None:
        yield from place.recipients if User in wanted else ()
        return
    if User in wanted:
        yield from (member.user for member in guild.members.values())
    if Role in wanted:
        yield from guild.roles.values()
    if Channel in wanted:
        for each in (*guild.channels.values(), *guild.threads.values()):
            fits = not channel_types or each.type in channel_types
            if fits and not each.archived and may(each, user.id, "view_channel"):
                yield each
