"""The table of languages: the Chat API's codes, and how a language is offered to a member."""

from __future__ import annotations

import pytest

from bridge_bot.core.languages import LANGUAGES


def test_the_table_has_the_codes_of_the_chat_api() -> None:
    codes = "auto en fr es ru zh-Hans zh-Hant ar de jp pt hi ko it uk"
    assert list(LANGUAGES) == codes.split()
    assert all(code == language.code for code, language in LANGUAGES.items())


def test_no_two_languages_share_a_name_or_a_locale_of_discords() -> None:
    languages = LANGUAGES.values()
    assert len({language.label for language in languages}) == len(languages)
    locales = [language.locale for language in languages if language.locale]
    assert len(set(locales)) == len(locales)


@pytest.mark.parametrize(
    ("code", "label"), [("en", "English"), ("de", "German · Deutsch"), ("jp", "Japanese · 日本語")]
)
def test_a_language_is_offered_by_its_english_and_its_own_name(code: str, label: str) -> None:
    assert LANGUAGES[code].label == label
