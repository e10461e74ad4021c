"""A question is in the scope of its member, of its server, and of everything."""

from __future__ import annotations

from bridge_bot.core.model import (
    EVERYTHING,
    ChannelDestination,
    ConversationKey,
    Member,
    Question,
    Scope,
    ScopeKind,
    scopes_of,
)

QUESTION = Question(11, ConversationKey("7"), "why?", Member(3), ChannelDestination(7), guild_id=1)
DIRECT = Question(11, ConversationKey("7"), "why?", Member(3), ChannelDestination(7))


def test_the_narrowest_scope_comes_first_and_a_direct_message_is_in_no_server() -> None:
    member = Scope(ScopeKind.MEMBER, 3)
    assert scopes_of(QUESTION) == (
        member,
        Scope(ScopeKind.GUILD_MEMBER, 1, 3),
        Scope(ScopeKind.CHANNEL, 7),
        Scope(ScopeKind.GUILD, 1),
        EVERYTHING,
    )
    assert scopes_of(DIRECT) == (member, EVERYTHING)
