"""Whose language is in force, and who may choose one for whom: a table of layers, scopes,
permissions and places.
"""

from __future__ import annotations

import itertools

import pytest

from bridge_bot.core.guild_settings.values import GuildSettings, SettingName
from bridge_bot.core.languages import LANGUAGES, locale_beside
from bridge_bot.core.model import Conversation, ConversationKey, MemberPreferences
from bridge_bot.core.policy.language_layers import (
    SCOPES,
    LanguageLayer,
    LanguageLayers,
    LanguagePlace,
    refusal_of_language,
    refusal_of_scope,
)
from bridge_bot.core.policy.policy import Policy

CONVERSATION, ME, CHANNEL, SERVER, DEFAULT = LanguageLayer
HERE = ConversationKey("7")
CODES = ("jp", "zh-Hant", "ar", "fr")

IN_THREAD = LanguagePlace(3, 7, HERE, guild_id=1)
IN_CHANNEL = LanguagePlace(3, 7, guild_id=1)
DIRECT = LanguagePlace(3, 7, HERE)
ELSEWHERE = LanguagePlace(3, 7, ConversationKey("3:7"))
MANAGED = LanguagePlace(3, 7, guild_id=1, may_manage_guild=True)
DIRECT_BY_MANAGER = LanguagePlace(3, 7, HERE, may_manage_guild=True)


@pytest.mark.parametrize("chosen", [*itertools.product((False, True), repeat=4)])
def test_the_narrowest_layer_that_has_chosen_decides(chosen: tuple[bool, ...]) -> None:
    """By the policy, from what is stored of the conversation, the member and the server."""
    conversation, member, channel, guild = (
        code if is_chosen else None for code, is_chosen in zip(CODES, chosen, strict=True)
    )
    of_channel = {SettingName.LANGUAGE: channel} if channel else {}
    of_guild = {SettingName.LANGUAGE: guild} if guild else {}
    policy = Policy(default_language="hi")
    asked = (
        Conversation(HERE, language=conversation),
        GuildSettings(1, 1, {7: of_channel, 0: of_guild}).place(7),
        MemberPreferences(member),
    )
    layers = policy.languages(*asked)
    assert layers == LanguageLayers(conversation, member, channel, guild, "hi")
    expected = next(
        ((each, code) for each, code in zip(SCOPES, CODES, strict=True) if layers.codes[each]),
        (DEFAULT, "hi"),
    )
    assert layers.in_force == expected
    assert policy.choose(*asked).language == expected[1]


def test_auto_is_a_choice_too() -> None:
    assert LanguageLayers(member="auto", guild="fr", default="de").in_force == (ME, "auto")


NO_SERVER, OUTSIDE, FORBIDDEN = "language-no-server", "language-outside", "settings-not-allowed"


@pytest.mark.parametrize(
    ("place", "usual", "refused"),
    [
        (IN_THREAD, CONVERSATION, {CHANNEL: FORBIDDEN, SERVER: FORBIDDEN}),
        (IN_CHANNEL, ME, {CONVERSATION: OUTSIDE, CHANNEL: FORBIDDEN, SERVER: FORBIDDEN}),
        (MANAGED, ME, {CONVERSATION: OUTSIDE}),
        (DIRECT, CONVERSATION, {CHANNEL: NO_SERVER, SERVER: NO_SERVER}),
        (DIRECT_BY_MANAGER, CONVERSATION, {CHANNEL: NO_SERVER, SERVER: NO_SERVER}),
        (ELSEWHERE, CONVERSATION, {CHANNEL: NO_SERVER, SERVER: NO_SERVER}),
    ],
)
def test_for_whom_a_member_may_choose_where(
    place: LanguagePlace, usual: LanguageLayer, refused: dict[LanguageLayer, str]
) -> None:
    found = {scope: refusal_of_scope(scope, place) for scope in SCOPES}
    assert {scope: each.text_key for scope, each in found.items() if each} == refused
    assert place.usual_scope is usual
    assert usual not in refused
    hidden = {each for each, key in refused.items() if key != FORBIDDEN}
    assert set(place.layers) == set(LanguageLayer) - hidden


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_of_the_api_can_be_chosen(code: str) -> None:
    assert refusal_of_language(code) is None


@pytest.mark.parametrize("code", ["", "tlh", "ja", "EN", "tlh" + "x" * 30])
def test_an_unknown_language_is_refused_by_its_first_20_characters(code: str) -> None:
    refusal = refusal_of_language(code)
    assert refusal is not None
    assert (refusal.text_key, refusal.text_args) == ("language-unknown", {"code": code[:20]})


@pytest.mark.parametrize(
    ("code", "others", "locale"),
    [
        ("jp", ("de",), "ja"),
        ("ar", ("de",), "ar"),
        ("es", (None,), "es"),
        ("auto", (None, "uk", "de"), "uk"),
        ("auto", (None, None), None),
    ],
)
def test_the_bots_own_words_are_in_the_language_of_the_answer(
    code: str, others: tuple[str | None, ...], locale: str | None
) -> None:
    assert locale_beside(code, *others) == locale


def test_each_language_but_auto_has_a_catalogue_of_its_own() -> None:
    folders = [each.catalogue for each in LANGUAGES.values()]
    expected = "en fr es ru zh-CN zh-TW ar de ja pt-BR hi ko it uk"
    assert folders == ["", *expected.split()]
