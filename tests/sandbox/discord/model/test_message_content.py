"""How mentions are added up."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.model.message_content import MentionedIds


def users(*ids: int) -> MentionedIds:
    return MentionedIds(users=frozenset(ids))


@pytest.mark.parametrize(
    ("one", "two", "both"),
    [
        (users(1), users(2), users(1, 2)),
        (users(1), MentionedIds(everyone=True), MentionedIds(frozenset({1}), everyone=True)),
        (
            MentionedIds(roles=frozenset({3})),
            users(1),
            MentionedIds(frozenset({1}), frozenset({3})),
        ),
        (MentionedIds(), MentionedIds(), MentionedIds()),
    ],
)
def test_mentions_are_added_up(one: MentionedIds, two: MentionedIds, both: MentionedIds) -> None:
    assert one | two == two | one == both
    assert bool(both) is (both != MentionedIds())
