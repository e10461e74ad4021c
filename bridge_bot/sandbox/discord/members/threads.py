"""Threads, as members open them and moderators change them."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.actions import posts, thread_members, threads
from bridge_bot.sandbox.discord.enums import THREAD_TYPE_ON_MESSAGE, ChannelType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Channel, Member, Message, Upload, User
from bridge_bot.sandbox.discord.state import WorldState, user_of


class WorldThreads:
    """Opens threads and posts, archives, locks and changes them."""

    def __init__(self, state: WorldState) -> None:
        self._state = state

    def of(self, channel: Channel) -> list[Channel]:
        """The threads of a channel that exist, the oldest first, archived ones included."""
        return threads.threads_of(channel)

    def start(
        self,
        person: Member | User,
        target: Message | Channel,
        name: str,
        *,
        private: bool = False,
        invitable: bool = True,
    ) -> Channel:
        """Let somebody open a thread, on a message or in a channel; there it can be private.

        `invitable`: whether members who may not manage threads can add others to a private one.
        """
        channel = target.channel if isinstance(target, Message) else target
        body = self._form(channel, name)
        if isinstance(target, Message):
            return threads.open_on_message(self._state, user_of(person), target, body)
        public = THREAD_TYPE_ON_MESSAGE.get(channel.type, ChannelType.PUBLIC_THREAD)
        body["type"] = int(ChannelType.PRIVATE_THREAD if private else public)
        body["invitable"] = invitable
        return threads.open_alone(self._state, user_of(person), target, body)

    def post(
        self,
        forum: Channel,
        person: Member | User,
        name: str,
        content: str,
        *,
        tags: Sequence[str] = (),
        files: Sequence[Upload] = (),
    ) -> Channel:
        """Let somebody open a post in a forum; its first message has the post's id."""
        body = self._form(forum, name)
        body |= {"applied_tags": _tag_ids(forum, tags), "message": {"content": content}}
        return posts.create(self._state, user_of(person), forum, body, files).channel

    def begin_post(
        self, forum: Channel, person: Member | User, name: str, *, tags: Sequence[str] = ()
    ) -> Channel:
        """Open a post whose first message comes later, as while its files are on their way."""
        body = self._form(forum, name) | {"applied_tags": _tag_ids(forum, tags)}
        return posts.begin(self._state, user_of(person), forum, body)

    def finish_post(self, post: Channel, content: str, *, files: Sequence[Upload] = ()) -> Message:
        """Let the first message of such a post come."""
        author = self._state.user(post.thread_or_error.owner_id)
        return posts.send_first(self._state, author, post, {"content": content}, files)

    def set_tags(self, post: Channel, tags: Sequence[str], person: Member | User) -> None:
        """Let somebody choose the tags of a post, by their names."""
        body: Json = {"applied_tags": _tag_ids(post.parent, tags)}
        threads.modify(self._state, user_of(person), post, body)

    def archive_inactive(self) -> None:
        """Archive the threads in which nothing has happened for long enough, as time does."""
        threads.archive_inactive(self._state)

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
        """Make somebody a member of a thread, as a moderator."""
        thread_members.join(self._state, thread, user_of(person))

    def remove_member(self, thread: Channel, person: Member | User | None = None) -> None:
        """Take the bot, or `person`, out of a thread: a private one is then hidden from them."""
        thread_members.leave(self._state, thread, user_of(person or self._state.bot))

    def _form(self, channel: Channel, name: str) -> Json:
        """What a client asks for: it takes over when the channel's threads are to be archived."""
        return {"name": name, "auto_archive_duration": channel.archive_after_min}


def _tag_ids(forum: Channel | None, names: Sequence[str]) -> list[str]:
    """The ids of a forum's tags. Raises `NotOffered` for a name that none has."""
    known = {} if forum is None or forum.forum is None else forum.forum.tags
    ids = {tag.name: str(tag.id) for tag in known.values()}
    for name in names:
        if name not in ids:
            raise NotOffered(f"there is no tag {name!r}; there are {list(ids)}")
    return [ids[name] for name in names]
