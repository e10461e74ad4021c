"""`/help`: what it says where, and to whom."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bridge_bot.core.guild_settings.values import AnswerPlace, PlaceSettings, Served, SettingName
from bridge_bot.discord_adapter.intake.commands.help import HelpFacts, help_text
from bridge_bot.texts import Texts
from tests.discord_adapter.intake.commands.used_commands import answered
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import loopback

ENGLISH = Texts.of("en")
FACTS = HelpFacts(7, PlaceSettings())


def told(facts: HelpFacts, key: str, **values: str) -> bool:
    """Whether that is one of the lines."""
    return f"- {text(key, **values)}" in help_text(facts, ENGLISH).splitlines()


@pytest.mark.parametrize(
    ("served", "sees_content", "key"),
    [
        (Served.MENTIONS, True, "help-mentions"),
        (Served.MESSAGES, True, "help-messages"),
        (Served.POSTS, True, "help-posts"),
        (Served.MESSAGES, False, "help-mentions"),
    ],
)
def test_it_says_what_is_a_question_there(served: Served, sees_content: bool, key: str) -> None:
    """Without the message content intent only a mention is one, whatever is set."""
    facts = replace(FACTS, place=PlaceSettings(served=served), sees_content=sees_content)
    assert told(facts, key, bot="<@7>")


@pytest.mark.parametrize(
    ("place", "key"),
    [
        (AnswerPlace.PUBLIC_THREAD, "help-in-thread"),
        (AnswerPlace.PRIVATE_THREAD, "help-in-private-thread"),
        (AnswerPlace.CHANNEL, "help-in-channel"),
    ],
)
def test_it_says_where_answers_come(place: AnswerPlace, key: str) -> None:
    assert told(replace(FACTS, place=PlaceSettings(answer_place=place)), key)


def test_in_direct_messages_and_own_threads_every_message_is_one_but_none_elsewhere() -> None:
    assert told(replace(FACTS, is_direct=True), "help-direct")
    assert told(replace(FACTS, is_elsewhere=True, is_direct=True), "help-elsewhere")
    own = replace(FACTS, is_own_thread=True)
    assert told(own, "help-own-thread")
    assert told(replace(own, sees_content=False), "help-mentions", bot="<@7>")


def test_it_says_where_a_conversation_is_begun_anew() -> None:
    assert told(FACTS, "help-new")
    for elsewhere in (replace(FACTS, is_direct=True), replace(FACTS, is_elsewhere=True)):
        assert told(elsewhere, "help-new-direct")


def test_it_names_the_roles_that_may_ask_and_the_settings_to_who_may_set_them() -> None:
    roles = PlaceSettings(asker_role_ids=frozenset({9, 8}))
    assert told(replace(FACTS, place=roles), "help-roles", roles="<@&8> <@&9>")
    assert told(replace(FACTS, may_manage=True), "help-settings")
    assert not told(FACTS, "help-settings")


def test_it_always_fits_into_a_message() -> None:
    """A message has 2,000 characters at most (Discord's documentation)."""
    ids = frozenset(range(2**62, 2**62 + 250))
    most = PlaceSettings(served=Served.MESSAGES, asker_role_ids=ids)
    assert len(help_text(replace(FACTS, place=most, may_manage=True), ENGLISH)) <= 2000


async def test_it_is_told_to_its_member_alone_as_the_server_has_set_it(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.SERVED, Served.MESSAGES, system.channel)
        await system.start()
        used = system.world.commands.use(system.channel, system.ann, "help")
        assert text("help-messages", bot=system.mention) in await answered(system, used)
        assert used.responses[0].ephemeral
        direct = system.world.channels.open_dm(system.ann)
        used = system.world.commands.use(direct, system.ann, "help")
        assert text("help-direct") in await answered(system, used)


async def test_who_may_not_ask_there_is_told_why(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.SERVED, Served.NOTHING, system.channel)
        await system.start()
        used = system.world.commands.use(system.channel, system.ann, "help")
        told_there = await answered(system, used)
        assert text("refused-channel") in told_there
        assert text("help-in-thread") not in told_there
        assert used.responses[0].ephemeral


def test_people_who_help_are_told_of_where_there_are_some() -> None:
    facts = replace(FACTS, place=PlaceSettings(help_role_id=9))
    assert told(facts, "help-handoff", role="<@&9>")
    assert not told(replace(facts, is_elsewhere=True), "help-handoff", role="<@&9>")
    assert "/handoff" not in help_text(FACTS, ENGLISH)
