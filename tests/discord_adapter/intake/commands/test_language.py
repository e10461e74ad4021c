"""`/language`, as members use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.core.guild_settings.values import Served, SettingName
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.model import ConversationKey
from bridge_bot.core.policy.language_layers import (
    SCOPES,
    LanguageLayer,
    LanguageLayers,
    LanguagePlace,
)
from bridge_bot.discord_adapter.intake.commands.language import (
    RESET,
    chosen_text,
    language_text,
    layers_text,
)
from bridge_bot.sandbox.discord.model import Channel, Member
from bridge_bot.texts import Texts
from tests.discord_adapter.intake.commands.used_commands import FRENCH, answered, forged
from tests.harness.english import ENGLISH, text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import loopback

SOMEWHERE = LanguagePlace(3, 7, ConversationKey("70"), guild_id=1)


async def test_language_offers_the_15_codes_with_both_names_and_a_reset(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        command = next(
            each for each in system.world.commands.registered() if each["name"] == "language"
        )
        language, scope = command["options"]
        choices = {each["value"]: each["name"] for each in language["choices"]}
        assert list(choices) == [*LANGUAGES, RESET]
        assert choices["jp"] == "Japanese · 日本語"
        assert [each["value"] for each in scope["choices"]] == [*SCOPES]
        assert not any(each.get("required") for each in command["options"])


async def test_each_scope_holds_where_it_should_and_the_chat_api_gets_what_is_chosen(
    tmp_path: Path,
) -> None:
    """Japanese goes as `jp`. What is chosen for a conversation all see, everything else one."""
    async with loopback(tmp_path) as system:
        await system.start()
        people, guild = system.world.people, system.guild
        ben = people.add(guild, "Ben")
        mia = people.add(guild, "Mia", roles=[people.add_role(guild, "Mods", ("manage_guild",))])

        async def language(
            place: Channel, member: Member, *, is_public: bool = False, **options: str
        ) -> str:
            used = system.world.commands.use(place, member, "language", options)
            told = await answered(system, used)
            assert used.responses[0].ephemeral is not is_public
            return told

        async def asked_in(place: Channel, member: Member) -> object:
            before = len(system.api.requests)
            system.world.messages.send(place, member, f"<@{system.world.bot.id}> and now?")
            await system.discord.until(lambda: len(system.api.requests) > before)
            return system.api.requests[-1].body["language"]

        for scope in ("channel", "server"):
            told = await language(system.channel, ben, language="fr", scope=scope)
            assert told == text("settings-not-allowed")
        told = await language(system.channel, ben, language="fr", scope="conversation")
        assert told == text("language-outside")
        await language(system.channel, mia, language="fr", scope="server")
        assert await asked_in(system.channel, ben) == "fr"
        await language(system.channel, mia, language="it", scope="channel")
        thread = await system.thread(system.ask("one?"))
        await system.reads(thread, "in language `it`")
        await language(system.channel, system.ann, language="de")
        assert [await asked_in(thread, who) for who in (system.ann, ben)] == ["de", "it"]
        told = await language(thread, ben, is_public=True, language="jp")
        assert told == chosen_text(LanguageLayer.CONVERSATION, "jp", Texts.of("ja"))
        assert [await asked_in(thread, who) for who in (system.ann, ben)] == ["jp", "jp"]
        shown = await language(thread, system.ann)
        assert shown.splitlines()[:3] == [
            "Here I answer you in Japanese · 日本語.",
            "- **This conversation: Japanese · 日本語**",
            "- You, everywhere: German · Deutsch",
        ]
        await language(thread, ben, is_public=True, language=RESET)
        await language(thread, system.ann, language=RESET, scope="me")
        await language(thread, mia, language=RESET, scope="channel")
        assert await asked_in(thread, system.ann) == "fr"
        turns = "SELECT locale FROM turns ORDER BY question_id DESC LIMIT 1"
        assert system.database.rows(turns) == [("fr",)]


async def test_a_member_is_known_by_the_locale_that_their_interactions_show(tmp_path: Path) -> None:
    """Who looks after what is stored of them leaves no trace by that."""
    async with loopback(tmp_path) as system:
        await system.start()
        system.ann.user.locale = "ja"
        kept = "SELECT member_id, language, locale FROM member_preferences"
        direct = system.world.channels.open_dm(system.ann)
        for command in ("privacy", "forget", "help"):
            assert system.database.rows(kept) == []
            await answered(system, system.world.commands.use(direct, system.ann, command))
        await system.discord.until(
            lambda: system.database.rows(kept) == [(system.ann.id, None, "ja")]
        )
        system.ann.user.locale = "ko"
        await answered(system, system.world.commands.use(direct, system.ann, "language", FRENCH))
        await system.discord.until(
            lambda: system.database.rows(kept) == [(system.ann.id, None, "ko")]
        )
        system.world.messages.send(direct, system.ann, "first?")
        await system.reads(direct, "turn 1")
        assert system.api.requests[0].body["language"] == "fr"
        assert system.database.rows("SELECT locale FROM turns") == [("fr",)]


async def test_an_unknown_language_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        direct = system.world.channels.open_dm(system.ann)
        await answered(system, system.world.commands.use(direct, system.ann, "language", FRENCH))
        refused = forged(system, direct, "language", {"language": "tlh"})
        assert "tlh" in await answered(system, refused)
        assert refused.responses[0].ephemeral
        system.world.messages.send(direct, system.ann, "first?")
        await system.reads(direct, "turn 1")
        assert system.api.requests[0].body["language"] == "fr"


async def test_language_is_refused_where_the_server_has_switched_the_bot_off(
    tmp_path: Path,
) -> None:
    """Also in a thread of that channel."""
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.SERVED, Served.NOTHING, system.channel)
        await system.start()
        thread = system.world.threads.start(system.ann, system.channel, "aside")
        for place in (system.channel, thread):
            used = system.world.commands.use(place, system.ann, "language", FRENCH)
            assert "switched off in this channel" in await answered(system, used)
            assert used.responses[0].ephemeral


@pytest.mark.parametrize("layer", SCOPES)
@pytest.mark.parametrize("code", [RESET, *LANGUAGES])
def test_each_choice_is_said(layer: LanguageLayer, code: str) -> None:
    said = chosen_text(layer, code, ENGLISH)
    assert (code in {RESET, "auto"}) is not (code in LANGUAGES and LANGUAGES[code].label in said)


def test_what_is_in_force_is_shown_with_each_layer_of_the_place_and_why() -> None:
    shown = layers_text(LanguageLayers(channel="jp", guild="auto"), SOMEWHERE, ENGLISH)
    assert shown.splitlines() == [
        "Here I answer you in Japanese · 日本語.",
        "- This conversation: not set",
        "- You, everywhere: not set",
        "- **This channel: Japanese · 日本語**",
        "- This server: the language of the question",
        "- Whoever runs me: the language of the question",
        text("language-how"),
    ]
    channel = LanguagePlace(3, 7, guild_id=1)
    assert "conversation" not in layers_text(LanguageLayers(), channel, ENGLISH)
    direct = LanguagePlace(3, 7, ConversationKey("7"))
    assert "server" not in layers_text(LanguageLayers(member="fr"), direct, ENGLISH)


def test_a_language_is_called_by_its_own_name_and_in_english_by_both() -> None:
    named = {locale: language_text("jp", Texts.of(locale)) for locale in ("en-US", "de", "fi")}
    assert named == {"en-US": "Japanese · 日本語", "de": "日本語", "fi": "Japanese · 日本語"}
    assert language_text("tlh", Texts.of("de")) == "tlh"
