"""Threads, as members open them and moderators change them."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions import messages, threads
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Channel, Member, Message, User
from bridge_bot.sandbox.discord.state import WorldState, user_of


class WorldThreads:
    """Opens, archives, locks and renames threads."""

    def __init__(self, state: WorldState) -> None:
        self._state = state

    def of(self, channel: Channel) -> list[Channel]:
        """The threads of a channel that exist, the oldest first, archived ones included."""
        return threads.threads_of(channel)

    def start(
        self, person: Member | User, target: Message | Channel, name: str, *, private: bool = False
    ) -> Channel:
        """Let somebody open a thread, on a message or in a channel; there it can be private."""
        kind = ChannelType.PRIVATE_THREAD if private else ChannelType.PUBLIC_THREAD
        body: Json = {"name": name, "type": int(kind)}
        if isinstance(target, Message):
            return threads.open_on_message(self._state, user_of(person), target, body)
        return threads.open_alone(self._state, user_of(person), target, body)

    def post(self, forum: Channel, person: Member | User, name: str, content: str) -> Channel:
        """Let somebody open a post in a forum; its first message has the thread's id."""
        user = user_of(person)
        thread = threads.open_post(self._state, user, forum, {"name": name})
        messages.first_post(self._state, user, thread, {"content": content})
        return thread

    def archive(self, thread: Channel) -> None:
        """Archive a thread, as a moderator or time would."""
        threads.change(self._state, thread, archived=True)

    def unarchive(self, thread: Channel) -> None:
        """Bring a thread back."""
        threads.change(self._state, thread, archived=False)

    def lock(self, thread: Channel) -> None:
        """Lock a thread: only with manage_threads can one write there."""
        threads.change(self._state, thread, locked=True)

    def unlock(self, thread: Channel) -> None:
        """Let everybody write in a thread again."""
        threads.change(self._state, thread, locked=False)

    def rename(self, thread: Channel, name: str) -> None:
        """Rename a thread, as a moderator."""
        threads.change(self._state, thread, name=name)

    def add_member(self, thread: Channel, person: Member | User) -> None:
        """Make somebody a member of a thread, as a mention there does."""
        threads.join(self._state, thread, user_of(person))

    def remove_member(self, thread: Channel, person: Member | User | None = None) -> None:
        """Take the bot, or `person`, out of a thread: a private one is then hidden from them."""
        threads.leave(self._state, thread, user_of(person or self._state.bot))
