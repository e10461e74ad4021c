"""Which messages are plain talk, and that nothing of them would ever be taken for a question."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.core.guild_settings.values import PlaceSettings, Served
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.intake.addressing import Addressed, is_by_member
from bridge_bot.discord_adapter.intake.gateway_messages.raw_messages import is_plain_talk
from bridge_bot.discord_adapter.intake.parsing import parse_message
from tests.discord_adapter.offline_client import (
    ANN_ID,
    BOT_ID,
    Payload,
    add_guild,
    channel,
    guild,
    message,
    offline_client,
    thread,
    user,
)

OWN_ROLE_ID = 77
MENTIONS = PlaceSettings(served=Served.MENTIONS)
OWN_ROLE = guild()["roles"][0] | {
    "id": str(OWN_ROLE_ID),
    "name": "bot",
    "tags": {"bot_id": str(BOT_ID)},
}
CLIENT = offline_client()
LAB = add_guild(
    CLIENT,
    guild(
        channel(10),
        channel(11) | {"rate_limit_per_user": 5},
        channel(12, kind=discord.ChannelType.voice),
        threads=(thread(20, 10), thread(21, 10, owner_id=ANN_ID)),
        roles=[guild()["roles"][0], OWN_ROLE],
    ),
)


def place_of(data: Payload) -> Any:
    found = LAB.get_channel_or_thread(int(data["channel_id"]))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("is_plain", "data"),
    [
        (True, message(100, 10)),
        (True, message(100, 12)),
        (True, message(100, 10, content="a < b, @everyone in name alone, a@b.example")),
        (True, message(100, 10, author=user(BOT_ID) | {"bot": True})),
        (False, message(100, 10, content=f"<@{BOT_ID}> why?")),
        (False, message(100, 10, content=f"<@&{OWN_ROLE_ID}> why?")),
        (False, message(100, 10, mentions=[user(ANN_ID)])),
        (False, message(100, 10, mention_everyone=True)),
        (False, message(100, 10, type=19, message_reference={"message_id": "99"})),
        (False, message(100, 10, webhook_id="5")),
        (False, message(100, 10, type=7)),
        (False, message(100, 20)),
        (False, message(100, 21)),
        (False, message(100, 11)),
    ],
)
def test_what_is_plain_talk(is_plain: bool, data: Payload) -> None:
    assert is_plain_talk(place_of(data), data, MENTIONS) is is_plain


def test_nothing_is_plain_talk_where_every_message_is_a_question_or_nothing_is_known_yet() -> None:
    data = message(100, 10)
    assert not is_plain_talk(place_of(data), data, PlaceSettings(served=Served.MESSAGES))
    assert not is_plain_talk(place_of(data), data, None)
    assert not is_plain_talk(None, data, MENTIONS)


WORDS = st.sampled_from(
    ["", "why?", f"<@{BOT_ID}>", f"<@!{BOT_ID}>", f"<@&{OWN_ROLE_ID}>", f"<@{ANN_ID}>", "@bot"]
)
MESSAGES = st.fixed_dictionaries(
    {
        "channel_id": st.sampled_from(["10", "11", "12", "20", "21"]),
        "content": st.lists(WORDS, max_size=3).map(" ".join),
        "type": st.sampled_from([0, 0, 19, 7, 21]),
        "mentions": st.sampled_from([[], [user(BOT_ID)], [user(ANN_ID)]]),
        "message_reference": st.sampled_from([None, {"message_id": "99", "channel_id": "10"}]),
        "webhook_id": st.sampled_from([None, None, "5"]),
    }
)


@given(changes=MESSAGES, served=st.sampled_from(Served))
def test_plain_talk_would_not_be_taken_for_a_question(changes: Payload, served: Served) -> None:
    data = message(100, 10) | {name: value for name, value in changes.items() if value is not None}
    place = place_of(data)
    if not is_plain_talk(place, data, PlaceSettings(served=served)):
        return
    made = patches.parse_message(CLIENT, place, data)
    me = CLIENT.user
    assert me is not None
    parsed = parse_message(made, me, served, sees_content=True)
    assert not is_by_member(made, me) or parsed.addressed is Addressed.NO
    assert parsed.replies_to is None
