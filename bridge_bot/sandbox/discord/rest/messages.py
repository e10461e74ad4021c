"""REST routes of messages, reactions and typing."""

from __future__ import annotations

from urllib.parse import unquote

from bridge_bot.sandbox.discord.actions import history, messages, reactions
from bridge_bot.sandbox.discord.payloads import message_objects
from bridge_bot.sandbox.discord.rest.routes import NOTHING, RestCall, RestResponse, RestRoute

_CHANNEL = "/channels/{channel}"
_MESSAGES = f"{_CHANNEL}/messages"
_MESSAGE = f"{_MESSAGES}/{{message}}"
_REACTION = f"{_MESSAGE}/reactions/{{emoji}}/@me"


def _create(call: RestCall) -> RestResponse:
    made = messages.create_message(call.state, call.bot, call.channel, call.json, call.uploads)
    return RestResponse(message_objects.message(made, call.state))


def _edit(call: RestCall) -> RestResponse:
    edited = messages.edit_message(call.state, call.bot, call.message, call.json, call.uploads)
    return RestResponse(message_objects.message(edited, call.state))


def _delete(call: RestCall) -> RestResponse:
    messages.delete_message(call.state, call.bot, call.message)
    return NOTHING


def _get(call: RestCall) -> RestResponse:
    message = call.message
    call.state.require(call.bot, message.channel, "read_message_history")
    return RestResponse(message_objects.message(message, call.state))


def _list(call: RestCall) -> RestResponse:
    found = history.history(
        call.state,
        call.bot,
        call.channel,
        before=call.query_number("before"),
        after=call.query_number("after"),
        around=call.query_number("around"),
        limit=50 if (limit := call.query_number("limit")) is None else limit,
    )
    return RestResponse([message_objects.message(each, call.state) for each in found])


def _type(call: RestCall) -> RestResponse:
    reactions.start_typing(call.state, call.bot, call.channel)
    return NOTHING


def _react(call: RestCall) -> RestResponse:
    emoji = unquote(call.params["emoji"])
    reactions.react(call.state, call.bot, call.message, emoji, add=True)
    return NOTHING


def _unreact(call: RestCall) -> RestResponse:
    emoji = unquote(call.params["emoji"])
    reactions.react(call.state, call.bot, call.message, emoji, add=False)
    return NOTHING


ROUTES = (
    RestRoute("POST", _MESSAGES, "create_message", _create, ("channel",)),
    RestRoute("GET", _MESSAGES, "read", _list, ("channel",)),
    RestRoute("GET", _MESSAGE, "read", _get, ("channel",)),
    RestRoute("PATCH", _MESSAGE, "edit_message", _edit, ("channel",)),
    RestRoute("DELETE", _MESSAGE, "delete_message", _delete, ("channel",)),
    RestRoute("POST", f"{_CHANNEL}/typing", "typing", _type, ("channel",)),
    RestRoute("PUT", _REACTION, "react", _react, ("channel",)),
    RestRoute("DELETE", _REACTION, "react", _unreact, ("channel",)),
)
