"""The REST route by which a bot searches the messages of a guild.

Known are the filters by author, mention, channel and id, and both orders by time; another filter is
refused with 50035 rather than overlooked. The index is always there: a test orders the answer of a
guild that has none as a fault. Which codes refuse a bot is a guess; the documentation names only
what is needed.
"""

from __future__ import annotations

from collections.abc import Callable

from bridge_bot.sandbox.discord.errors import Json, discord_error, invalid_form_body
from bridge_bot.sandbox.discord.model import Channel, Guild, Message
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.rest.routes import RestCall, RestRoute
from bridge_bot.sandbox.discord.rules.permissions import BITS, guild_permissions, may

_MOST = 25
_LAST_OFFSET = 9975
_KINDS: dict[str, Callable[[Message], bool]] = {
    "user": lambda message: not message.author.bot and message.webhook_id is None,
    "bot": lambda message: message.author.bot and message.webhook_id is None,
    "webhook": lambda message: message.webhook_id is not None,
}
_ORDERS = {"sort_by": ("timestamp", "relevance"), "sort_order": ("asc", "desc")}
_NUMBERS = ("author_id", "mentions", "mentions_role_id", "channel_id")
_KNOWN = {*_ORDERS, *_NUMBERS, "author_type", "min_id", "max_id", "limit", "offset", "include_nsfw"}


def _search(call: RestCall) -> Json:
    guild = call.state.guild(call.path_id("guild"))
    me = guild.members.get(call.bot.id)
    if me is None:
        raise discord_error(10004)
    if not guild_permissions(guild, me) & BITS["read_message_history"]:
        raise discord_error(50013)
    if "message_content" not in call.world.allowed_intents:
        raise discord_error(50001)
    fits = _filter(call)
    limit = _within(call, "limit", 1, _MOST, _MOST)
    offset = _within(call, "offset", 0, _LAST_OFFSET, 0)
    found = [
        message
        for channel in _readable(guild, call.bot.id)
        for message in channel.messages.values()
        if not (message.deleted or message.ephemeral) and fits(message)
    ]
    found.sort(key=lambda message: message.id, reverse=call.query.get("sort_order") != "asc")
    page = found[offset : offset + limit]
    threads = {each.channel.id: each.channel for each in page if each.channel.thread is not None}
    return {
        "doing_deep_historical_index": False,
        "total_results": len(found),
        "messages": [[_hit(each, call)] for each in page],
        **objects.thread_list(list(threads.values()), call.bot),
    }


def _readable(guild: Guild, bot_id: int) -> list[Channel]:
    places = [*guild.channels.values(), *guild.threads.values()]
    return [
        each
        for each in places
        if not each.deleted
        and may(each, bot_id, "view_channel")
        and may(each, bot_id, "read_message_history")
    ]


def _filter(call: RestCall) -> Callable[[Message], bool]:
    """What a message has to be like; all filters have to fit, and of each one value."""
    if unknown := set(call.query) - _KNOWN:
        raise invalid_form_body(min(unknown), "UNKNOWN", "The sandbox does not know this filter.")
    for name, values in _ORDERS.items():
        if call.query.get(name, values[0]) not in values:
            raise invalid_form_body(name, "BASE_TYPE_CHOICES", f"Value must be one of {values}.")
    kinds = call.query_all("author_type")
    if not all(each.removeprefix("-") in _KINDS for each in kinds):
        raise invalid_form_body(
            "author_type", "BASE_TYPE_CHOICES", "Value must be a type of author."
        )
    authors, users, roles, channels = (
        {call.snowflake(name, each) for each in call.query_all(name)} for name in _NUMBERS
    )
    least, most = call.query_number("min_id"), call.query_number("max_id")

    def fits(message: Message) -> bool:
        return (
            (not authors or message.author.id in authors)
            and (not users or bool(message.mentions.users & users))
            and (not roles or bool(message.mentions.roles & roles))
            and (not channels or message.channel.id in channels)
            and (least is None or message.id > least)
            and (most is None or message.id < most)
            and _is_of(message, kinds)
        )

    return fits


def _is_of(message: Message, kinds: list[str]) -> bool:
    wanted = [each for each in kinds if not each.startswith("-")]
    unwanted = [each[1:] for each in kinds if each.startswith("-")]
    return (not wanted or any(_KINDS[each](message) for each in wanted)) and not any(
        _KINDS[each](message) for each in unwanted
    )


def _within(call: RestCall, name: str, least: int, most: int, otherwise: int) -> int:
    found = call.query_number(name)
    if found is None:
        return otherwise
    if not least <= found <= most:
        words = f"int value should be between {least} and {most}."
        raise invalid_form_body(name, "NUMBER_TYPE_RANGE", words)
    return found


def _hit(message: Message, call: RestCall) -> Json:
    """Without reactions (Discord's documentation)."""
    payload = message_objects.message(message, call.state)
    del payload["reactions"]
    return payload | {"hit": True}


ROUTES = (RestRoute("GET", "/guilds/{guild}/messages/search", "read", _search, "guild"),)
