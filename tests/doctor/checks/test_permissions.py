"""Which permissions are missed where, and how bad that is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import AnswerPlace, PlaceSettings, Served
from bridge_bot.doctor.checks.permissions import check_permissions
from bridge_bot.doctor.guild_facts import ChannelFacts, GuildFacts

PRIVATE = PlaceSettings(answer_place=AnswerPlace.PRIVATE_THREAD)
IN_CHANNEL = PlaceSettings(answer_place=AnswerPlace.CHANNEL)
POSTS = PlaceSettings(served=Served.POSTS, answer_place=AnswerPlace.PRIVATE_THREAD)
OFF = PlaceSettings(served=Served.NOTHING)
HELP = PlaceSettings(help_role_id=5)
TEXT, NEWS, FORUM, VOICE = (
    PlaceKind.TEXT,
    PlaceKind.ANNOUNCEMENT,
    PlaceKind.FORUM,
    PlaceKind.VOICE,
)
THREADS = ("create_public_threads", "send_messages_in_threads")


def codes(channel: ChannelFacts) -> list[str]:
    """What is found of that channel."""
    return [each.code for each in check_permissions(GuildFacts(channels=(channel,)))]


CASES: list[tuple[PlaceKind, PlaceSettings, tuple[str, ...], list[str]]] = [
    (TEXT, PlaceSettings(), (), []),
    (TEXT, PlaceSettings(), ("view_channel", "send_messages"), ["E301"]),
    (TEXT, OFF, ("view_channel", "send_messages"), []),
    (TEXT, PlaceSettings(is_paused=True), ("send_messages", *THREADS), []),
    # A thread does as well as the channel, and the channel as well as a thread.
    (TEXT, PlaceSettings(), ("send_messages",), []),
    (TEXT, PlaceSettings(), ("create_public_threads",), ["W308"]),
    (NEWS, PlaceSettings(), ("send_messages_in_threads",), ["W309"]),
    (TEXT, PlaceSettings(), ("send_messages", "create_public_threads"), ["E302"]),
    (TEXT, IN_CHANNEL, ("send_messages",), ["E302"]),
    (TEXT, IN_CHANNEL, THREADS, []),
    (TEXT, PRIVATE, ("create_private_threads",), ["E305"]),
    (TEXT, PRIVATE, ("send_messages_in_threads",), ["E304"]),
    (TEXT, PRIVATE, ("manage_threads", "create_public_threads"), ["W307"]),
    (NEWS, PRIVATE, (), ["E306"]),
    (VOICE, PRIVATE, (), ["E306"]),
    (VOICE, PlaceSettings(), ("connect", "send_messages"), ["E303"]),
    (VOICE, PlaceSettings(), ("send_messages",), ["E302"]),
    (VOICE, PlaceSettings(), THREADS, []),
    (FORUM, PlaceSettings(), ("send_messages_in_threads",), ["E304"]),
    (FORUM, PlaceSettings(), ("send_messages", "create_public_threads"), []),
    (FORUM, PRIVATE, (), ["E306"]),
    (FORUM, POSTS, (), []),
    (TEXT, PlaceSettings(), ("attach_files",), ["W310"]),
    (TEXT, PlaceSettings(), ("read_message_history",), ["W311"]),
    (TEXT, PlaceSettings(), ("add_reactions",), ["N312"]),
    (TEXT, PlaceSettings(), ("attach_files", "add_reactions"), ["W310", "N312"]),
]


@pytest.mark.parametrize(("kind", "settings", "lacks", "expected"), CASES)
def test_each_missing_permission_has_its_finding_where_it_matters(
    kind: PlaceKind, settings: PlaceSettings, lacks: tuple[str, ...], expected: list[str]
) -> None:
    channel = ChannelFacts("#here", kind, frozenset(lacks), settings, is_here=True)
    assert codes(channel) == expected


@pytest.mark.parametrize(("kind", "settings", "lacks", "expected"), CASES)
def test_where_nothing_is_set_and_nobody_asks_there_is_no_error(
    kind: PlaceKind, settings: PlaceSettings, lacks: tuple[str, ...], expected: list[str]
) -> None:
    """What it can't see is not told at all, and where it can't answer is one note."""
    found = codes(ChannelFacts("#there", kind, frozenset(lacks), settings))
    is_error = expected[:1] and expected[0][0] == "E"
    assert found == (expected if not is_error else [] if expected == ["E301"] else ["N313"])


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"settings": HELP, "may_call_role": False}, ["E314"]),
        ({"settings": HELP}, []),
        ({"may_call_role": False}, []),
        ({"feedback_lacks": frozenset({"send_messages"})}, ["E315"]),
    ],
)
def test_a_role_that_can_not_be_pinged_and_a_channel_that_can_not_be_written_to_are_found(
    changed: dict[str, Any], expected: list[str]
) -> None:
    assert codes(replace(ChannelFacts("#general"), **changed)) == expected


def test_channels_that_lack_the_same_are_one_finding() -> None:
    lacking = frozenset({"attach_files"})
    channels = tuple(ChannelFacts(f"#c{number}", lacks=lacking) for number in range(3))
    (finding,) = check_permissions(GuildFacts("Lab", channels))
    assert finding.args["places"] == ("#c0", "#c1", "#c2")
    assert finding.about == "Lab"
