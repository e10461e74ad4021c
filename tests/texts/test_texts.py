"""The bot's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bridge_bot
from bridge_bot.texts import FOLDER, Texts, languages_of, override_texts
from tests.harness.english import KEYS, text
from tests.harness.own_texts import own_texts

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
def own_folder(tmp_path: Path) -> Iterator[Path]:
    """The operator's folder: two languages that are not ours, a sentence of ours, and no more."""
    (tmp_path / "empty").mkdir()
    catalogues = {
        "nl": "hint-empty = Stel een vraag.\n",
        "sv-SE": "hint-empty = Fråga mig.\n",
        "en": "reply-empty = Nothing, sorry.\n",
    }
    with own_texts(tmp_path, catalogues) as folder:
        yield folder


@pytest.mark.usefixtures("own_folder")
@pytest.mark.parametrize(
    ("locale", "language", "sentence"),
    [
        ("nl", "nl", "Stel een vraag."),
        ("nl-BE", "nl", "Stel een vraag."),
        ("sv-SE", "sv-SE", "Fråga mig."),
        ("sv", "en", text("hint-empty")),
        ("en-GB", "en", text("hint-empty")),
        ("tlh", "en", text("hint-empty")),
        ("empty", "en", text("hint-empty")),
        ("", "en", text("hint-empty")),
        (None, "en", text("hint-empty")),
        ("../nl", "en", text("hint-empty")),
    ],
)
def test_each_call_has_its_language_and_an_unknown_locale_is_english(
    locale: str | None, language: str, sentence: str
) -> None:
    texts = Texts.of(locale)
    assert (texts.locale, texts.get("hint-empty")) == (language, sentence)


@pytest.mark.usefixtures("own_folder")
def test_the_operators_sentence_comes_first_and_what_a_language_lacks_is_said_in_english() -> None:
    assert Texts.of("en").get("reply-empty") == "Nothing, sorry."
    assert Texts.of("nl").get("reply-empty") == "Nothing, sorry."
    assert Texts.of("en").get("hint-empty") == text("hint-empty")


@pytest.mark.usefixtures("own_folder")
def test_every_language_is_known_by_its_folder() -> None:
    ours = set(languages_of(FOLDER))
    assert {texts.locale for texts in Texts.every()} == {*ours, "nl", "sv-SE"}
    said = {texts.get("reply-empty") for texts in Texts.every() if texts.locale == "en"}
    assert len(said) == 2, "what was said before the operator's sentences is known, too"
    override_texts(None)
    assert {texts.locale for texts in Texts.every()} == ours


@pytest.mark.parametrize("texts", Texts.every(), ids=lambda texts: texts.locale)
def test_a_notice_begins_with_words_by_which_it_is_recognised(texts: Texts) -> None:
    assert texts.get("ending-notice", notice="").strip()


def test_an_unknown_key_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        text("no-such-key")


def test_a_missing_argument_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        text("language-unknown")
