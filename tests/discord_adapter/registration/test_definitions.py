"""Discord is told the texts of the commands in each of its languages that we have."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest

from bridge_bot.discord_adapter.registration.definitions import localized, outdated
from bridge_bot.texts import FOLDER, languages_of
from bridge_bot.texts.locales import DISCORD_LOCALES
from tests.harness.english import text
from tests.harness.own_texts import own_texts

LANGUAGE = {
    "name": "language",
    "type": 1,
    "options": [
        {
            "name": "language",
            "type": 3,
            "choices": [{"name": "Japanese", "value": "jp"}, {"name": "Auto", "value": "auto"}],
        }
    ],
}
MENU = {"name": text("about-name"), "type": 3}

DUTCH = """
about-name = Vraag hierover
language-description = Kies de taal
language-language-name = taal
"""


def test_the_locales_are_those_that_discord_py_knows() -> None:
    assert set(DISCORD_LOCALES) == {each.value for each in discord.Locale}


def test_texts_are_told_in_the_locales_in_which_they_are_others_than_in_english(
    tmp_path: Path,
) -> None:
    with own_texts(tmp_path, {"nl": DUTCH}):
        command, menu = localized(LANGUAGE), localized(MENU)
    (option,) = command["options"]
    assert (command["name"], menu["name"]) == ("language", text("about-name"))
    assert command["description_localizations"]["nl"] == "Kies de taal"
    assert option["name_localizations"]["nl"] == "taal"
    assert menu["name_localizations"]["nl"] == "Vraag hierover"
    for texts in (command, option, menu):
        for name in ("name_localizations", "description_localizations"):
            assert not {"en-US", "en-GB", "fi"} & texts.get(name, {}).keys()
    assert command["description"] == text("language-description")
    assert "nl" not in option["description_localizations"], "it is the English one"


def test_an_english_sentence_of_the_operator_is_told_to_all_who_read_english(
    tmp_path: Path,
) -> None:
    own = "language-description = Pick a language\nabout-name = Ask our bot\n"
    with own_texts(tmp_path, {"en": own}):
        command, menu = localized(LANGUAGE), localized(MENU)
    assert command["description"] == "Pick a language"
    assert menu["name"] == text("about-name"), "by which a press is known"
    assert menu["name_localizations"]["en-US"] == "Ask our bot"
    assert menu["name_localizations"]["fi"] == "Ask our bot"


def test_a_language_is_chosen_by_its_own_name_where_english_is_not_read(tmp_path: Path) -> None:
    with own_texts(tmp_path, {"nl": "language-auto = de taal van de vraag\n"}):
        (option,) = localized(LANGUAGE)["options"]
    japanese, auto = (each["name_localizations"] for each in option["choices"])
    assert japanese["nl"] == japanese["ja"] == "日本語"
    assert auto["nl"] == "de taal van de vraag"
    assert not {"en-US", "fi"} & (japanese.keys() | auto.keys())


@pytest.mark.skipif("es" not in languages_of(FOLDER), reason="there is no Spanish yet")
def test_both_kinds_of_spanish_are_told_the_same() -> None:
    told = localized(LANGUAGE)["description_localizations"]
    assert told["es-ES"] == told["es-419"] != text("language-description")


def test_what_discord_has_with_other_texts_is_outdated(tmp_path: Path) -> None:
    """Whatever else Discord tells of a command, such as its id."""
    with own_texts(tmp_path, {"nl": DUTCH}):
        told = [{**localized(LANGUAGE), "id": "7", "name_localizations": None}, localized(MENU)]
        assert list(outdated(told)) == []
    with own_texts(tmp_path / "other", {"nl": DUTCH.replace("Kies", "Neem")}):
        assert list(outdated(told)) == ["language"]
