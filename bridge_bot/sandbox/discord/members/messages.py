"""Messages, reactions and typing of members, webhooks and Discord itself."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.actions import messages, reactions
from bridge_bot.sandbox.discord.enums import USER_MESSAGE_TYPES, MessageType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Channel, Member, Message, Upload, User
from bridge_bot.sandbox.discord.rules.validation import CONTENT_LIMIT
from bridge_bot.sandbox.discord.state import WorldState, user_of


class WorldMessages:
    """Reads, sends, edits and deletes messages."""

    def __init__(self, state: WorldState) -> None:
        self._state = state

    def of(self, channel: Channel, *, system: bool = False) -> list[Message]:
        """Every message of a channel in order, deleted and ephemeral ones included.

        With `system` also Discord's own announcements, such as the starter of a thread.
        """
        every = channel.messages.values()
        return [message for message in every if system or message.type in USER_MESSAGE_TYPES]

    def send(
        self,
        channel: Channel,
        author: Member | User,
        content: str,
        *,
        reply_to: Message | None = None,
        ping: bool = True,
        files: Sequence[Upload] = (),
    ) -> Message:
        """Send a message; beyond 2,000 code points it becomes a file, as a client does it.

        `ping`: whether a reply notifies the one it answers. Raises `DiscordError` where the author
        may not write.
        """
        if len(content) > CONTENT_LIMIT:
            pasted = Upload("0", "message.txt", "text/plain; charset=utf-8", content.encode())
            content, files = "", (pasted, *files)
        body: Json = {"content": content}
        if reply_to is not None:
            body["message_reference"] = {"message_id": str(reply_to.id)}
            if not ping:
                body["allowed_mentions"] = {"parse": ["users", "roles", "everyone"]}
        return messages.create_message(self._state, user_of(author), channel, body, files)

    def forward(self, message: Message, author: Member | User, channel: Channel) -> Message:
        """Forward a message to a channel. Raises `DiscordError` where the author may not."""
        return messages.forward_message(self._state, user_of(author), message, channel)

    def send_as_webhook(self, channel: Channel, name: str, content: str) -> Message:
        """Send a message of a webhook, which is nobody's account."""
        author = User(self._state.ids.make(), name, bot=True)
        self._state.users[author.id] = author
        body: Json = {"content": content}
        return messages.create_message(self._state, author, channel, body, webhook_id=author.id)

    def send_system(self, channel: Channel, kind: MessageType, person: Member | User) -> Message:
        """Send a message of Discord itself, such as that somebody joined."""
        state = self._state
        message = Message(state.ids.make(), channel, user_of(person), state.now(), type=kind)
        return messages.publish(state, message)

    def edit(self, message: Message, content: str) -> None:
        """Let its author, or who has its webhook, change a message."""
        body: Json = {"content": content}
        if message.webhook_id is None:
            messages.edit_message(self._state, message.author, message, body)
        else:
            messages.apply_edit(self._state, message, body, ())

    def delete(self, message: Message) -> None:
        """Delete a message, as its author or a moderator."""
        messages.remove(self._state, message)

    def delete_many(self, several: Sequence[Message]) -> None:
        """Delete several messages of one channel at once, as a moderator or a moderating bot."""
        messages.remove_many(self._state, several)

    def react(self, person: Member | User, message: Message, emoji: str) -> None:
        """Put a reaction on a message."""
        reactions.react(self._state, user_of(person), message, emoji, add=True)

    def start_typing(self, person: Member | User, channel: Channel) -> None:
        """Show that somebody types."""
        reactions.start_typing(self._state, user_of(person), channel)
