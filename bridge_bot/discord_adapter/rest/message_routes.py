"""The routes by which messages are posted, edited and deleted: a channel's or an interaction's."""

from __future__ import annotations

from typing import assert_never

from bridge_bot.core.model import ChannelDestination, Destination, InteractionDestination
from bridge_bot.discord_adapter.ratelimit.route_window import CREATE, EDIT, Route

_ACTIONS = {"POST": CREATE, "PATCH": EDIT, "DELETE": "delete"}


def message_route(
    method: str, destination: Destination, message_id: int | None = None
) -> tuple[str, Route]:
    """The path at which a message is posted (POST), edited (PATCH) or deleted (DELETE), and the
    route whose limit that counts into.

    The path may contain an interaction's token, so it must not be logged. All requests of an
    interaction share one limit: about 5 in 2 s (observed; its headers tell).
    """
    match destination:
        case ChannelDestination(channel_id=channel_id):
            new = f"/channels/{channel_id}/messages"
            existing = f"{new}/{message_id}"
            route = Route(_ACTIONS[method], channel_id)
        case InteractionDestination(application_id, interaction_id, token):
            new = f"/webhooks/{application_id}/{token}"
            existing = f"{new}/messages/{message_id}"
            route = Route("interaction", interaction_id, is_interaction=True)
        case _:
            assert_never(destination)
    return new if message_id is None else existing, route
