"""What a page is told: the events of the stand-in become updates for one member.

A page that connects gets a snapshot; everything after it comes as an update, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Channel, Message
from bridge_bot.sandbox.discord.state import Event
from bridge_bot.sandbox.web import views
from bridge_bot.sandbox.web.actions import Actor

_CHANNEL_EVENTS = frozenset(
    {
        "CHANNEL_CREATE",
        "CHANNEL_UPDATE",
        "THREAD_CREATE",
        "THREAD_UPDATE",
        "THREAD_MEMBERS_UPDATE",
    }
)
"""Events after which one channel may look otherwise, appear or vanish."""
_VISIBILITY_EVENTS = "GUILD_"
"""The beginning of the names of events after which any channel may appear or vanish: the page gets
a new snapshot."""


class Feed:
    """Calls `send` with every update for one page. `online` tells whether the bot is connected."""

    def __init__(
        self, actor: Actor, online: Callable[[], bool], send: Callable[[Json], None]
    ) -> None:
        self.actor = actor
        self._online = online
        self._send = send
        self._sent_channels: set[int] = set()
        self._handlers: dict[str, Callable[[Json], None]] = {
            "MESSAGE_DELETE": lambda data: self._on_deleted([data["id"]], data),
            "MESSAGE_DELETE_BULK": lambda data: self._on_deleted(data["ids"], data),
            "MESSAGE_REACTION_ADD": self._on_reaction,
            "MESSAGE_REACTION_REMOVE": self._on_reaction,
            "CHANNEL_DELETE": lambda data: self._forget(int(data["id"])),
            "THREAD_DELETE": lambda data: self._forget(int(data["id"])),
            "TYPING_START": self._on_typing,
            "INTERACTION_ACKNOWLEDGED": self._on_acknowledged,
            "COMMANDS_CHANGED": self._on_commands,
            "APPS_CHANGED": self._on_apps,
            "GATEWAY_CHANGED": lambda _: self._send({"type": "bot", "online": self._online()}),
        }

    def send_snapshot(self) -> None:
        """Send everything that the member sees."""
        view = views.snapshot(self.actor.world, self.actor.user, online=self._online())
        self._sent_channels = {int(each["id"]) for each in view["channels"]}
        self._send({"type": "snapshot", **view})

    def on_event(self, event: Event) -> None:
        """Send an event as an update, if the member sees what it is about."""
        name, data = event.name, event.data
        if event.message is not None:
            self._on_message(event.message, new=name == "MESSAGE_CREATE")
        elif name in _CHANNEL_EVENTS:
            self._on_channel(self.actor.world.state.channels[int(data["id"])])
        elif name.startswith(_VISIBILITY_EVENTS):
            self.send_snapshot()
        elif name in self._handlers:
            self._handlers[name](data)

    def _on_commands(self, _data: Json) -> None:
        commands = list(self.actor.world.state.commands.values())
        self._send({"type": "commands", "commands": commands})

    def _on_apps(self, data: Json) -> None:
        viewer = self.actor.user
        if int(data["user_id"]) == viewer.id:
            added = viewer.id in self.actor.world.state.app_user_ids
            self._send({"type": "app", "added": added})

    def _sees(self, channel: Channel) -> bool:
        return views.can_see(self.actor.user, channel)

    def _on_message(self, message: Message, *, new: bool) -> None:
        channel, viewer = message.channel, self.actor.user
        if not self._sees(channel) or not views.is_shown(viewer, message):
            return
        if channel.id not in self._sent_channels:
            self._on_channel(channel)
        self._send({"type": "message", "new": new, "message": views.message(message, viewer)})
        if channel.thread is not None and (new or message.id == channel.id):
            self._on_channel(channel)

    def _channel(self, data: Json) -> Channel:
        return self.actor.world.state.channels[int(data["channel_id"])]

    def _on_reaction(self, data: Json) -> None:
        self._on_message(self._channel(data).messages[int(data["message_id"])], new=False)

    def _on_deleted(self, ids: Sequence[str], data: Json) -> None:
        channel = self._channel(data)
        for each in ids if self._sees(channel) else ():
            self._send({"type": "message_deleted", "id": each, "channel": data["channel_id"]})
            if channel.thread is not None:
                self._on_channel(channel)

    def _on_channel(self, channel: Channel) -> None:
        if not self._sees(channel):
            self._forget(channel.id)
            return
        viewer = self.actor.user
        update: Json = {"type": "channel", "channel": views.channel(channel, viewer)}
        if channel.id not in self._sent_channels:
            self._sent_channels.add(channel.id)
            update["messages"] = views.messages(channel, viewer)
        self._send(update)

    def _forget(self, channel_id: int) -> None:
        if channel_id in self._sent_channels:
            self._sent_channels.discard(channel_id)
            self._send({"type": "channel_deleted", "id": str(channel_id)})

    def _on_typing(self, data: Json) -> None:
        if self._sees(self._channel(data)) and int(data["user_id"]) != self.actor.user.id:
            about = {"channel": data["channel_id"], "user": data["user_id"]}
            self._send({"type": "typing", **about})

    def _on_acknowledged(self, data: Json) -> None:
        interaction = self.actor.started.get(int(data["id"]))
        if interaction is None:
            return
        choices, form = interaction.choices, interaction.modal
        self._send({"type": "interaction", "id": data["id"], "choices": choices, "form": form})
