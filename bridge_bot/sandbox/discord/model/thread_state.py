"""What threads have beyond channels, and forums beyond text channels."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class ThreadState:
    """What a thread has beyond a channel."""

    owner_id: int
    created_at: float
    changed_at: float
    """When it was created, archived or brought back last, or its `archive_after_min` changed."""
    archive_after_min: int = 1440
    archived: bool = False
    locked: bool = False
    invitable: bool = True
    """Whether members who may not manage threads can add others, of a private thread."""
    member_ids: list[int] = field(default_factory=list)
    tag_ids: list[int] = field(default_factory=list)
    """The tags that a forum post has, in the order in which they were given."""
    active_at: float = 0.0
    """The last activity: a message, bringing it back, or changing its `archive_after_min`."""

    @property
    def archives_at(self) -> float:
        """When it is archived, if nothing happens in it until then."""
        return max(self.active_at, self.changed_at) + self.archive_after_min * 60


@dataclass(frozen=True, slots=True)
class ForumTag:
    """A tag that posts of a forum can have."""

    id: int
    name: str
    moderated: bool = False
    """Whether only who may manage threads gives and takes it."""
    emoji: str | None = None


@dataclass(slots=True)
class ForumState:
    """What a forum has beyond a text channel."""

    tags: dict[int, ForumTag] = field(default_factory=dict)
    requires_tag: bool = False
    """Whether a post needs a tag."""
