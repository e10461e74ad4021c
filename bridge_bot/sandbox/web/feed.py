"""What a page is told of the world: events of the world become news for one member.

Whoever is new, or has lost something on the way, gets a snapshot; all that happens after it
comes as news, in order.
"""

from __future__ import annotations

from collections.abc import Callable

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Channel, Interaction, Message
from bridge_bot.sandbox.discord.state import Event
from bridge_bot.sandbox.web import views
from bridge_bot.sandbox.web.actions import Actor

_CHANNEL_NEWS = frozenset({"CHANNEL_CREATE", "CHANNEL_UPDATE", "THREAD_CREATE", "THREAD_UPDATE"})
_WHO_SEES_WHAT = ("GUILD_", "THREAD_MEMBERS_UPDATE")
"""Events after which channels may appear or vanish: the page gets a new snapshot."""


class Feed:
    """Tells one page, by `put`, what its member sees."""

    def __init__(
        self, actor: Actor, online: Callable[[], bool], put: Callable[[Json], None]
    ) -> None:
        self.actor = actor
        self._online = online
        self._put = put
        self._known: set[int] = set()
        self._tellers: dict[str, Callable[[Json], None]] = {
            "MESSAGE_DELETE": self._on_deleted,
            "MESSAGE_DELETE_BULK": self._on_deleted_many,
            "MESSAGE_REACTION_ADD": self._on_reaction,
            "MESSAGE_REACTION_REMOVE": self._on_reaction,
            "CHANNEL_DELETE": self._on_removed,
            "THREAD_DELETE": self._on_removed,
            "TYPING_START": self._on_typing,
            "INTERACTION_ACKNOWLEDGED": self._on_acknowledged,
            "COMMANDS_CHANGED": self._on_commands,
            "GATEWAY_CHANGED": self._on_gateway,
        }

    def begin(self) -> None:
        """Tell everything."""
        view = views.snapshot(self.actor.world, self.actor.user, online=self._online())
        self._known = {int(each["id"]) for each in view["channels"]}
        self._put({"type": "snapshot", **view})

    def on(self, event: Event) -> None:
        """Tell of a change, if the member sees it."""
        name, data = event.name, event.data
        if event.message is not None:
            self._on_message(event.message, new=name == "MESSAGE_CREATE")
        elif name in _CHANNEL_NEWS:
            self._on_channel(self.actor.world.state.channels[int(data["id"])])
        elif name.startswith(_WHO_SEES_WHAT):
            self.begin()
        elif name in self._tellers:
            self._tellers[name](data)

    def _on_commands(self, _data: Json) -> None:
        commands = list(self.actor.world.state.commands.values())
        self._put({"type": "commands", "commands": commands})

    def _on_gateway(self, _data: Json) -> None:
        self._put({"type": "bot", "online": self._online()})

    def _sees(self, channel: Channel) -> bool:
        return views.sees(self.actor.user, channel)

    def _on_message(self, message: Message, *, new: bool) -> None:
        channel, viewer = message.channel, self.actor.user
        if not self._sees(channel) or not views.shown(viewer, message):
            return
        if channel.id not in self._known:
            self._on_channel(channel)
        self._put({"type": "message", "new": new, "message": views.message(message, viewer)})
        if new and channel.thread is not None:
            self._on_channel(channel)

    def _on_reaction(self, data: Json) -> None:
        channel = self.actor.world.state.channels[int(data["channel_id"])]
        self._on_message(channel.messages[int(data["message_id"])], new=False)

    def _on_deleted(self, data: Json) -> None:
        channel = self.actor.world.state.channels[int(data["channel_id"])]
        if self._sees(channel):
            self._put({"type": "gone", "id": data["id"], "channel": data["channel_id"]})
            if channel.thread is not None:
                self._on_channel(channel)

    def _on_deleted_many(self, data: Json) -> None:
        for each in data["ids"]:
            self._on_deleted({"id": each, "channel_id": data["channel_id"]})

    def _on_channel(self, channel: Channel) -> None:
        if not self._sees(channel):
            self._forget(channel.id)
            return
        viewer = self.actor.user
        news: Json = {"type": "channel", "channel": views.channel(channel, viewer)}
        if channel.id not in self._known:
            self._known.add(channel.id)
            news["messages"] = views.messages(channel, viewer)
        self._put(news)

    def _on_removed(self, data: Json) -> None:
        self._forget(int(data["id"]))

    def _forget(self, channel_id: int) -> None:
        if channel_id in self._known:
            self._known.discard(channel_id)
            self._put({"type": "channel_gone", "id": str(channel_id)})

    def _on_typing(self, data: Json) -> None:
        channel = self.actor.world.state.channels[int(data["channel_id"])]
        if self._sees(channel) and int(data["user_id"]) != self.actor.user.id:
            about = {"channel": data["channel_id"], "user": data["user_id"]}
            self._put({"type": "typing", **about})

    def _on_acknowledged(self, data: Json) -> None:
        interaction = self.actor.started.get(int(data["id"]))
        if interaction is not None:
            self._put(_answer(interaction))


def _answer(interaction: Interaction) -> Json:
    """How the bot reacted to what was begun on this page."""
    return {
        "type": "interaction",
        "id": str(interaction.id),
        "choices": interaction.choices,
        "form": interaction.modal,
    }
