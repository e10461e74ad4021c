"""The bot's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bridge_bot
from bridge_bot.core import errors
from bridge_bot.core.model import AnswerDelayed, DelayReason
from bridge_bot.texts import text

PACKAGE = Path(bridge_bot.__file__).parent
ENGLISH = (PACKAGE / "texts" / "en.ftl").read_text("utf-8")
KEYS = set(re.findall(r"^([a-z][a-z-]*) =", ENGLISH, re.MULTILINE))


def error_types(root: type[errors.BridgeError] = errors.BridgeError) -> Iterator[type]:
    yield root
    for child in root.__subclasses__():
        yield from error_types(child)


@pytest.mark.parametrize("error", list(error_types()))
def test_every_error_has_a_sentence_for_the_user(error: type[errors.BridgeError]) -> None:
    assert error.text_key in KEYS


@pytest.mark.parametrize("reason", DelayReason)
def test_every_delay_has_a_sentence_for_the_user(reason: DelayReason) -> None:
    assert AnswerDelayed(reason).text_key in KEYS


def test_every_key_in_the_code_is_in_the_english_catalogue() -> None:
    used = {
        key
        for module in PACKAGE.rglob("*.py")
        if not {"sandbox", "pages"} & set(module.parts)
        for key in re.findall(
            r"""\b(?:text|_tell|Refusal)\([^"]*?"([a-z-]+)\"""", module.read_text()
        )
    }
    assert len(used) > 10
    assert used <= KEYS


def test_numbers_are_told_in_the_plural_where_there_are_several() -> None:
    assert "one question a minute" in text("refused-too-many", limit=1, seconds=2)
    assert "3 questions a minute" in text("refused-too-many", limit=3, seconds=1)


@pytest.mark.parametrize(
    ("retry_after_s", "when"),
    [(None, "a moment"), (0.0, "a moment"), (60.0, "a minute"), (61.0, "2 minutes")],
)
def test_a_rate_limit_says_when_to_try_again(retry_after_s: float | None, when: str) -> None:
    error = errors.ApiRateLimited("", retry_after_s=retry_after_s)
    assert text(error.text_key, **error.text_args()).endswith(f"try again in {when}.")


def test_an_unknown_language_falls_back_to_english() -> None:
    assert text("hint-empty", "tlh") == text("hint-empty")


def test_an_unknown_key_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        text("no-such-key")


def test_a_missing_argument_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        text("language-chosen")
