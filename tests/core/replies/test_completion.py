"""Who asked is notified that a long answer is complete; that it fails is observed."""

from __future__ import annotations

from bridge_bot.core.errors import PlatformForbidden
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, ConversationKey, Member, Question, Turn
from bridge_bot.core.replies.completion import notify_asker
from tests.harness.memory_platform import MemoryPlatform

QUESTION = Question(11, ConversationKey("7"), "why?", Member(3), ChannelDestination(7))
TURN = Turn.of(QUESTION, owner="me")
ANSWER = ChannelDestination(7, reply_to=21)


async def test_the_asker_alone_is_mentioned_below_the_answer() -> None:
    platform, events = MemoryPlatform(), list[Event]()
    await notify_asker(
        platform, TURN, ANSWER, "It is complete.", events.append, may_write=lambda: True
    )
    [message] = platform.messages.values()
    assert (message.text, message.ping) == ("It is complete.", 3)
    assert message.destination == ANSWER
    assert events == []


async def test_that_it_can_not_be_posted_is_observed() -> None:
    platform, events = MemoryPlatform(failures=[PlatformForbidden("no")]), list[Event]()
    await notify_asker(
        platform, TURN, ANSWER, "It is complete.", events.append, may_write=lambda: True
    )
    [failed] = events
    assert isinstance(failed, OperationFailed)
    assert failed.operation is Operation.NOTIFY_ASKER
    assert failed.origin == QUESTION.origin


async def test_nothing_is_posted_while_it_is_in_doubt_whether_the_turn_is_ones_own() -> None:
    platform, events = MemoryPlatform(), list[Event]()
    await notify_asker(
        platform, TURN, ANSWER, "It is complete.", events.append, may_write=lambda: False
    )
    assert (platform.messages, events) == ({}, [])
