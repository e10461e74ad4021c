"""The bot's own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bridge_bot
from bridge_bot.texts import Texts
from tests.harness.english import KEYS, text

PACKAGE = Path(bridge_bot.__file__).parent


def test_every_key_in_the_code_is_in_the_english_catalogue() -> None:
    used = {
        "".join(found)
        for module in PACKAGE.rglob("*.py")
        if not {"sandbox", "pages"} & set(module.parts)
        for found in re.findall(
            r"""(?i:texts|_english|\))\.get\(\s*"([a-z-]+)\"|\b(?:subtext|refuse|[rR]efusal)\([^"()]*"([a-z-]+)\"|"(refused-[a-z-]+)\"""",
            module.read_text(),
        )
    }
    assert len(used) > 30
    assert used <= KEYS


def test_numbers_are_told_in_the_plural_where_there_are_several() -> None:
    assert "one question a minute" in text("refused-too-many", limit=1, seconds=2)
    assert "3 questions a minute" in text("refused-too-many", limit=3, seconds=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two further languages, one of them half done, and something that is none."""
    for language, sentence in (("de", "Frag mich."), ("pt-BR", "Pergunte.")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "questions.ftl").write_text(f"hint-empty = {sentence}\n")
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("locale", "language", "sentence"),
    [
        ("de", "de", "Frag mich."),
        ("de-AT", "de", "Frag mich."),
        ("pt-BR", "pt-BR", "Pergunte."),
        ("pt", "en", text("hint-empty")),
        ("en-GB", "en", text("hint-empty")),
        ("tlh", "en", text("hint-empty")),
        ("empty", "en", text("hint-empty")),
        ("", "en", text("hint-empty")),
        (None, "en", text("hint-empty")),
        ("../de", "en", text("hint-empty")),
    ],
)
def test_each_call_has_its_language_and_an_unknown_locale_is_english(
    folder: Path, locale: str | None, language: str, sentence: str
) -> None:
    texts = Texts.of(locale, folder)
    assert (texts.locale, texts.get("hint-empty")) == (language, sentence)


def test_what_a_language_lacks_is_said_in_english(folder: Path) -> None:
    assert Texts.of("de", folder).get("reply-empty") == text("reply-empty")


def test_every_language_is_known_by_its_folder(folder: Path) -> None:
    assert {texts.locale for texts in Texts.every(folder)} == {"en", "de", "pt-BR"}
    assert {texts.locale for texts in Texts.every()} >= {"en"}


@pytest.mark.parametrize("texts", Texts.every(), ids=lambda texts: texts.locale)
def test_a_notice_begins_with_words_by_which_it_is_recognised(texts: Texts) -> None:
    assert texts.get("ending-notice", notice="").strip()


def test_an_unknown_key_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        text("no-such-key")


def test_a_missing_argument_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        text("language-chosen")
