"""What a person can do on the page, as a member of a guild: write, react, use a command, …

An action takes the fields of the page's request and returns the fields of the answer. It raises
`DiscordError` (by Discord's rules), `NotOffered` (Discord's client would not offer it) or
`InvalidField`, and nothing else, whatever the page sends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bridge_bot.sandbox.discord.actions import messages, posts, reactions, threads
from bridge_bot.sandbox.discord.errors import DiscordError, Json, discord_error
from bridge_bot.sandbox.discord.members.command_data import OptionValue
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Channel, Interaction, Message, User
from bridge_bot.sandbox.discord.rules.command_definitions import LOCALES
from bridge_bot.sandbox.discord.rules.validation import check_thread_name
from bridge_bot.sandbox.discord.world import World
from bridge_bot.sandbox.web.fields import Fields, InvalidField
from bridge_bot.sandbox.web.views import is_shown

_CONTENT_CHARS = 100_000
"""As in Discord's client a long text becomes a file; more than this can't be sent at all."""

_PATH = re.compile(r"[-_'\w]{1,32}( [-_'\w]{1,32}){0,2}")
_EMOJI_CHARS = 16


@dataclass(slots=True)
class Actor:
    """The member that a page acts as, and the interactions that they began on it."""

    world: World
    user: User
    started: dict[int, Interaction] = field(default_factory=dict)

    def begin(self, interaction: Interaction) -> Json:
        """Remember an interaction, so that the page is told how the bot reacts; return its id."""
        self.started[interaction.id] = interaction
        return {"interaction": str(interaction.id)}


OptionValues = Mapping[str, OptionValue]
Action = Callable[[Actor, Fields], Json | None]
"""Returns the fields of the answer, if it has any."""


def explain(error: DiscordError | NotOffered | InvalidField) -> str:
    """Return an error as a text for a person."""
    if not isinstance(error, DiscordError):
        return str(error)
    details = list(_complaints(error.errors or {}))
    return f"{error.message}: {'; '.join(details)}" if details else error.message


def _complaints(errors: Json) -> list[str]:
    """Return the messages of Discord's nested error object."""
    found = [str(each["message"]) for each in errors.get("_errors", ())]
    for name, inner in errors.items():
        if name != "_errors":
            found += _complaints(inner)
    return found


def _channel(actor: Actor, fields: Fields) -> Channel:
    return actor.world.state.channel_for(actor.user, fields.id("channel"))


def _message(actor: Actor, fields: Fields, name: str = "message") -> Message:
    """Return a message that the actor sees. Raises `DiscordError` (10008) if there is none."""
    found = _channel(actor, fields).messages.get(fields.id(name))
    if found is None or not is_shown(actor.user, found):
        raise discord_error(10008)
    return found


def _send_message(actor: Actor, fields: Fields) -> Json:
    channel = _channel(actor, fields)
    answered = None if fields.maybe_id("reply_to") is None else _message(actor, fields, "reply_to")
    sent = actor.world.messages.send(
        channel,
        actor.user,
        fields.text("content", most=_CONTENT_CHARS),
        reply_to=answered,
        ping=fields.flag("ping", otherwise=True),
        files=fields.files("files"),
    )
    return {"message": str(sent.id)}


def _forward_message(actor: Actor, fields: Fields) -> Json:
    target = actor.world.state.channel_for(actor.user, fields.id("to"))
    sent = actor.world.messages.forward(_message(actor, fields), actor.user, target)
    return {"message": str(sent.id), "channel": str(target.id)}


def _edit_message(actor: Actor, fields: Fields) -> None:
    message = _message(actor, fields)
    body: Json = {"content": fields.text("content", most=_CONTENT_CHARS)}
    messages.edit_message(actor.world.state, actor.user, message, body)


def _delete_message(actor: Actor, fields: Fields) -> None:
    messages.delete_message(actor.world.state, actor.user, _message(actor, fields))


def _open_dm(actor: Actor, _fields: Fields) -> Json:
    return {"channel": str(actor.world.channels.open_dm(actor.user).id)}


def _open_thread(actor: Actor, fields: Fields) -> Json:
    is_on_message = fields.maybe_id("message") is not None
    target = _message(actor, fields) if is_on_message else _channel(actor, fields)
    name, private = check_thread_name(fields.text("name", most=200)), fields.flag("private")
    opened = actor.world.threads.start(actor.user, target, name, private=private)
    return {"channel": str(opened.id)}


def _open_post(actor: Actor, fields: Fields) -> Json:
    body: Json = {
        "name": fields.text("name", most=200),
        "message": {"content": fields.text("content", most=2000)},
        "applied_tags": fields.texts("tags"),
    }
    first = posts.create(actor.world.state, actor.user, _channel(actor, fields), body)
    return {"channel": str(first.channel.id)}


def _set_tags(actor: Actor, fields: Fields) -> None:
    body: Json = {"applied_tags": fields.texts("tags")}
    threads.modify(actor.world.state, actor.user, _channel(actor, fields), body)


def _archive(actor: Actor, fields: Fields) -> None:
    channel = _channel(actor, fields)
    # As time, or a moderator, would: a page to play on needs no moderator.
    threads.change(actor.world.state, channel, archived=fields.flag("archived"))


def _set_app(actor: Actor, fields: Fields) -> None:
    people = actor.world.people
    (people.add_app if fields.flag("added") else people.remove_app)(actor.user)


def _by_member(actor: Actor, channel: Channel) -> bool:
    """Whether a command is used by what the member installed, since the bot is no member there.

    Raises `NotOffered` if the member has not added it to their apps.
    """
    state = actor.world.state
    if state.has_bot(channel):
        return False
    if actor.user.id not in state.app_user_ids:
        raise NotOffered(f"{actor.world.bot.name} is no member here, and not in your apps")
    return True


def _use_command(actor: Actor, fields: Fields) -> Json:
    channel, user, path, options = _typed_command(actor, fields)
    used = actor.world.commands.use(
        *(channel, user, path, options),
        locale=_locale(fields),
        user_install=_by_member(actor, channel),
    )
    return actor.begin(used)


def _autocomplete(actor: Actor, fields: Fields) -> Json:
    focused, command = fields.text("focused", most=32, least=1), _typed_command(actor, fields)
    begun = actor.world.commands.autocomplete(*command, focused=focused, locale=_locale(fields))
    return actor.begin(begun)


def _press(actor: Actor, fields: Fields) -> Json:
    button = fields.text("custom_id", most=100, least=1)
    message, locale = _message(actor, fields), _locale(fields)
    return actor.begin(actor.world.controls.press(message, actor.user, button, locale=locale))


def _choose(actor: Actor, fields: Fields) -> Json:
    select, values = fields.text("custom_id", most=100, least=1), fields.texts("values")
    message, locale = _message(actor, fields), _locale(fields)
    chosen = actor.world.controls.choose(message, actor.user, select, values, locale=locale)
    return actor.begin(chosen)


def _submit_modal(actor: Actor, fields: Fields) -> Json:
    interaction = actor.started.get(fields.id("interaction"))
    if interaction is None or interaction.user is not actor.user:
        raise InvalidField("This form is no longer open")
    filled = fields.form("values", files="files")
    return actor.begin(actor.world.controls.submit(interaction, filled))


def _use_on(actor: Actor, fields: Fields) -> Json:
    name, locale = fields.text("name", most=32, least=1), _locale(fields)
    channel = _channel(actor, fields)
    target: Message | User
    if fields.maybe_id("message") is not None:
        target = _message(actor, fields)
    else:
        target = actor.world.state.user(fields.id("user"))
    used = actor.world.commands.use_on(
        *(target, actor.user, name),
        channel=channel,
        locale=locale,
        user_install=_by_member(actor, channel),
    )
    return actor.begin(used)


def _react(actor: Actor, fields: Fields) -> None:
    emoji = fields.text("emoji", most=_EMOJI_CHARS, least=1)
    if not emoji.strip() or emoji.isascii():
        raise discord_error(10014)
    message = _message(actor, fields)
    add = fields.flag("add", otherwise=True)
    reactions.react(actor.world.state, actor.user, message, emoji, add=add)


def _start_typing(actor: Actor, fields: Fields) -> None:
    actor.world.messages.start_typing(actor.user, _channel(actor, fields))


def _add_member(actor: Actor, fields: Fields) -> Json:
    guild = actor.world.state.guild(fields.id("guild"))
    name = fields.text("name", most=32).strip()
    if not name:
        raise InvalidField("A member needs a name")
    return {"member": str(actor.world.people.add(guild, name).id)}


def _typed_command(actor: Actor, fields: Fields) -> tuple[Channel, User, str, OptionValues]:
    """Return where and by whom a command is used, its path and its options."""
    path = fields.text("path", most=100, least=1)
    if not _PATH.fullmatch(path):
        raise InvalidField("That is no command")
    options = fields.values("options") | dict(fields.named_files("files"))
    return _channel(actor, fields), actor.user, path, options


def _set_locale(actor: Actor, fields: Fields) -> None:
    """The member uses Discord in that language from now on, on every page."""
    actor.user.locale = _locale(fields)


def _locale(fields: Fields) -> str | None:
    locale = fields.text("locale", most=10)
    if locale and locale not in LOCALES:
        raise InvalidField("That is no locale")
    return locale or None


ACTIONS: dict[str, Action] = {
    "send_message": _send_message,
    "forward_message": _forward_message,
    "edit_message": _edit_message,
    "delete_message": _delete_message,
    "open_dm": _open_dm,
    "open_thread": _open_thread,
    "open_post": _open_post,
    "set_tags": _set_tags,
    "archive": _archive,
    "use_command": _use_command,
    "autocomplete": _autocomplete,
    "use_on": _use_on,
    "press": _press,
    "choose": _choose,
    "submit_modal": _submit_modal,
    "react": _react,
    "start_typing": _start_typing,
    "add_member": _add_member,
    "set_locale": _set_locale,
    "set_app": _set_app,
}
