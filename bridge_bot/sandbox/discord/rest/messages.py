"""REST routes of messages, reactions and typing."""

from __future__ import annotations

from urllib.parse import unquote

from bridge_bot.sandbox.discord.actions import messages, reactions
from bridge_bot.sandbox.discord.payloads import message_objects
from bridge_bot.sandbox.discord.rest.routes import NOTHING, Call, Reply, Route

_CHANNEL = "/channels/{channel}"
_MESSAGES = f"{_CHANNEL}/messages"
_MESSAGE = f"{_MESSAGES}/{{message}}"
_REACTION = f"{_MESSAGE}/reactions/{{emoji}}/@me"


def _create(call: Call) -> Reply:
    made = messages.create_message(call.state, call.bot, call.channel, call.form, call.uploads)
    return Reply(message_objects.message(made, call.state))


def _edit(call: Call) -> Reply:
    edited = messages.edit_message(call.state, call.bot, call.message, call.form, call.uploads)
    return Reply(message_objects.message(edited, call.state))


def _delete(call: Call) -> Reply:
    messages.delete_message(call.state, call.bot, call.message)
    return NOTHING


def _get(call: Call) -> Reply:
    message = call.message
    call.state.require(call.bot, message.channel, "read_message_history")
    return Reply(message_objects.message(message, call.state))


def _list(call: Call) -> Reply:
    found = messages.history(
        call.state,
        call.bot,
        call.channel,
        before=call.asked("before"),
        after=call.asked("after"),
        around=call.asked("around"),
        limit=50 if (limit := call.asked("limit")) is None else limit,
    )
    return Reply([message_objects.message(each, call.state) for each in found])


def _type(call: Call) -> Reply:
    reactions.type_in(call.state, call.bot, call.channel)
    return NOTHING


def _react(call: Call) -> Reply:
    emoji = unquote(call.params["emoji"])
    reactions.react(call.state, call.bot, call.message, emoji, add=True)
    return NOTHING


def _unreact(call: Call) -> Reply:
    emoji = unquote(call.params["emoji"])
    reactions.react(call.state, call.bot, call.message, emoji, add=False)
    return NOTHING


ROUTES = (
    Route("POST", _MESSAGES, "create_message", _create, ("channel",)),
    Route("GET", _MESSAGES, "read", _list, ("channel",)),
    Route("GET", _MESSAGE, "read", _get, ("channel",)),
    Route("PATCH", _MESSAGE, "edit_message", _edit, ("channel",)),
    Route("DELETE", _MESSAGE, "delete_message", _delete, ("channel",)),
    Route("POST", f"{_CHANNEL}/typing", "typing", _type, ("channel",)),
    Route("PUT", _REACTION, "react", _react, ("channel",)),
    Route("DELETE", _REACTION, "react", _unreact, ("channel",)),
)
