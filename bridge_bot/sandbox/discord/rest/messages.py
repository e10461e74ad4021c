"""REST routes of messages, reactions and typing."""

from __future__ import annotations

from urllib.parse import unquote

from bridge_bot.sandbox.discord.actions import history, messages, reactions
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.payloads import message_objects
from bridge_bot.sandbox.discord.rest.routes import RestCall, RestRoute

_CHANNEL = "/channels/{channel}"
_MESSAGES = f"{_CHANNEL}/messages"
_MESSAGE = f"{_MESSAGES}/{{message}}"
_REACTION = f"{_MESSAGE}/reactions/{{emoji}}/@me"


def _create(call: RestCall) -> Json:
    made = messages.create_message(call.state, call.bot, call.channel, call.json, call.uploads)
    return message_objects.message(made, call.state)


def _edit(call: RestCall) -> Json:
    edited = messages.edit_message(call.state, call.bot, call.message, call.json, call.uploads)
    return message_objects.message(edited, call.state)


def _delete(call: RestCall) -> None:
    messages.delete_message(call.state, call.bot, call.message)


def _get(call: RestCall) -> Json:
    message = call.message
    call.state.require(call.bot, message.channel, "read_message_history")
    return message_objects.message(message, call.state)


def _list(call: RestCall) -> list[Json]:
    found = history.history(
        call.state,
        call.bot,
        call.channel,
        before=call.query_number("before"),
        after=call.query_number("after"),
        around=call.query_number("around"),
        limit=50 if (limit := call.query_number("limit")) is None else limit,
    )
    return [message_objects.message(each, call.state) for each in found]


def _type(call: RestCall) -> None:
    reactions.start_typing(call.state, call.bot, call.channel)


def _react(call: RestCall) -> None:
    reactions.react(call.state, call.bot, call.message, unquote(call.params["emoji"]), add=True)


def _unreact(call: RestCall) -> None:
    reactions.react(call.state, call.bot, call.message, unquote(call.params["emoji"]), add=False)


ROUTES = (
    RestRoute("POST", _MESSAGES, "create_message", _create, "channel"),
    RestRoute("GET", _MESSAGES, "read", _list, "channel"),
    RestRoute("GET", _MESSAGE, "read", _get, "channel"),
    RestRoute("PATCH", _MESSAGE, "edit_message", _edit, "channel"),
    RestRoute("DELETE", _MESSAGE, "delete_message", _delete, "channel"),
    RestRoute("POST", f"{_CHANNEL}/typing", "typing", _type, "channel"),
    RestRoute("PUT", _REACTION, "react", _react, "channel"),
    RestRoute("DELETE", _REACTION, "react", _unreact, "channel"),
)
