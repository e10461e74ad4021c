"""By which route a message is written: a channel's, or an interaction's."""

from __future__ import annotations

import pytest

from bridge_bot.core.model import ChannelDestination, Destination, InteractionDestination
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.message_routes import message_route

INTERACTION_ROUTE = Route("interaction", 8, is_interaction=True)


@pytest.mark.parametrize(
    ("destination", "new", "existing", "routes"),
    [
        (
            ChannelDestination(7, reply_to=5),
            "/channels/7/messages",
            "/channels/7/messages/1000",
            [Route("create", 7), Route("edit", 7), Route("delete", 7)],
        ),
        (
            InteractionDestination(9, 8, "token"),
            "/webhooks/9/token",
            "/webhooks/9/token/messages/1000",
            [INTERACTION_ROUTE] * 3,
        ),
    ],
)
def test_each_destination_has_its_paths_and_limits(
    destination: Destination, new: str, existing: str, routes: list[Route]
) -> None:
    assert [
        message_route("POST", destination),
        message_route("PATCH", destination, 1000),
        message_route("DELETE", destination, 1000),
    ] == [(new, routes[0]), (existing, routes[1]), (existing, routes[2])]
