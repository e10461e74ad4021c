"""REST routes of commands, of responses to interactions, and of what follows up on them."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions import commands, interactions, messages, responses
from bridge_bot.sandbox.discord.errors import Json, discord_error, invalid_form_body
from bridge_bot.sandbox.discord.model import Interaction, Message
from bridge_bot.sandbox.discord.payloads import interaction_objects, message_objects
from bridge_bot.sandbox.discord.rest.routes import Handler, RestCall, RestRoute

_APPLICATION = "/applications/{application}"
_WEBHOOK = "/webhooks/{application}/{token}"
_RESPONSE = f"{_WEBHOOK}/messages/{{message}}"


def _respond(call: RestCall) -> Json | None:
    interaction_id, token = call.path_id("interaction"), call.params["token"]
    answered = interactions.respond(call.state, interaction_id, token, call.json, call.uploads)
    if not call.query_flag("with_response"):
        return None
    return interaction_objects.callback_resource(answered, call.state)


def _follow_up(call: RestCall) -> Json:
    made = responses.follow_up(call.state, _interaction(call), call.json, call.uploads)
    return message_objects.message(made, call.state)


def _get_response(call: RestCall) -> Json:
    return message_objects.message(_response(call), call.state)


def _edit_response(call: RestCall) -> Json:
    message = _response(call)
    interaction = _interaction(call)
    edited = responses.edit_response(call.state, interaction, message, call.json, call.uploads)
    return message_objects.message(edited, call.state)


def _delete_response(call: RestCall) -> None:
    messages.remove(call.state, _response(call))


def _interaction(call: RestCall) -> Interaction:
    return interactions.by_token(call.state, call.path_id("application"), call.params["token"])


def _response(call: RestCall) -> Message:
    which = None if call.params["message"] == "@original" else call.path_id("message")
    return responses.response_message(_interaction(call), which)


def _list_commands(call: RestCall) -> list[Json]:
    return commands.registered(call.state, _guild_id(call))


def _get_command(call: RestCall) -> Json:
    return commands.command(call.state, call.path_id("command"), _guild_id(call))


def _create_command(call: RestCall) -> Json:
    return commands.register(call.state, call.json, _guild_id(call))


def _replace_commands(call: RestCall) -> list[Json]:
    definitions: list[Json] = call.body
    if not isinstance(definitions, list):
        raise invalid_form_body("_", "LIST_TYPE_CONVERT")
    return commands.replace_all(call.state, definitions, _guild_id(call))


def _change_command(call: RestCall) -> Json:
    command_id = call.path_id("command")
    return commands.change(call.state, command_id, call.json, _guild_id(call))


def _delete_command(call: RestCall) -> None:
    commands.remove(call.state, call.path_id("command"), _guild_id(call))


def _guild_id(call: RestCall) -> int | None:
    if call.path_id("application") != call.bot.id:
        raise discord_error(50001)
    return call.state.guild(call.path_id("guild")).id if "guild" in call.params else None


def _command_routes(base: str) -> tuple[RestRoute, ...]:
    one = f"{base}/{{command}}"
    return (
        RestRoute("GET", base, "commands", _list_commands),
        RestRoute("POST", base, "commands", _create_command, status=201),
        RestRoute("PUT", base, "commands", _replace_commands),
        RestRoute("GET", one, "commands", _get_command),
        RestRoute("PATCH", one, "commands", _change_command),
        RestRoute("DELETE", one, "commands", _delete_command),
    )


def _token_route(method: str, template: str, limit: str, handler: Handler) -> RestRoute:
    """A route of an interaction's token: it needs no other, and is not counted for the bot."""
    return RestRoute(method, template, limit, handler, "token", with_token=False)


ROUTES = (
    *_command_routes(f"{_APPLICATION}/commands"),
    *_command_routes(f"{_APPLICATION}/guilds/{{guild}}/commands"),
    _token_route("POST", "/interactions/{interaction}/{token}/callback", "callback", _respond),
    _token_route("POST", _WEBHOOK, "webhook", _follow_up),
    _token_route("GET", _RESPONSE, "webhook", _get_response),
    _token_route("PATCH", _RESPONSE, "webhook", _edit_response),
    _token_route("DELETE", _RESPONSE, "webhook", _delete_response),
)
