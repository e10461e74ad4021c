"""The routes by which messages are posted, edited and deleted: a channel's or an interaction's."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from bridge_bot.core.model import ChannelDestination, Destination, InteractionDestination
from bridge_bot.discord_adapter.ratelimit.limiter import CREATE, EDIT
from bridge_bot.discord_adapter.ratelimit.route_window import Route


class MessageRoute(NamedTuple):
    """One request about a message: its method, its path, and the route that its limit is of.

    The path may have an interaction's token in it: it is not to be logged.
    """

    method: str
    path: str
    route: Route


def post_route(destination: Destination) -> MessageRoute:
    """How a message is posted there."""
    return MessageRoute("POST", _path(destination), _route(CREATE, destination))


def edit_route(destination: Destination, message_id: int) -> MessageRoute:
    """How a message there is edited."""
    return MessageRoute("PATCH", _path(destination, message_id), _route(EDIT, destination))


def delete_route(destination: Destination, message_id: int) -> MessageRoute:
    """How a message there is deleted."""
    return MessageRoute("DELETE", _path(destination, message_id), _route("delete", destination))


def _path(destination: Destination, message_id: int | None = None) -> str:
    match destination:
        case ChannelDestination(channel_id=channel_id):
            path = f"/channels/{channel_id}/messages"
            return path if message_id is None else f"{path}/{message_id}"
        case InteractionDestination(application_id=application_id, token=token):
            path = f"/webhooks/{application_id}/{token}"
            return path if message_id is None else f"{path}/messages/{message_id}"
        case _:
            assert_never(destination)


def _route(action: str, destination: Destination) -> Route:
    """The route that is limited. An interaction has one for all of its requests: about 5 in 2 s
    (observed; its headers tell).
    """
    match destination:
        case ChannelDestination(channel_id=channel_id):
            return Route(action, channel_id)
        case InteractionDestination(interaction_id=interaction_id):
            return Route("interaction", interaction_id, is_interaction=True)
        case _:
            assert_never(destination)
