"""The operator's sentences are said if all of them can be, and stop the start if not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bridge_bot.core.errors import SettingsInvalid
from bridge_bot.own_texts import use_own_texts
from bridge_bot.settings import TextsSettings
from bridge_bot.texts import Texts, override_texts
from tests.harness.english import text


@pytest.fixture
def english(tmp_path: Path) -> Iterator[Path]:
    """The folder for English sentences; later none are the operator's."""
    (tmp_path / "en").mkdir()
    yield tmp_path / "en"
    override_texts(None)


def test_good_sentences_are_said_in_place_of_ours(english: Path) -> None:
    (english / "any name.ftl").write_text("hint-empty = Ask away!\n")
    use_own_texts(TextsSettings(english.parent))
    assert Texts.of("en").get("hint-empty") == "Ask away!"
    assert Texts.of("en").get("reply-empty") == text("reply-empty")


def test_they_are_those_of_the_start_whatever_becomes_of_the_files(english: Path) -> None:
    file = english / "any name.ftl"
    file.write_text("hint-empty = Ask away!\nreply-empty = Nothing.\n")
    use_own_texts(TextsSettings(english.parent))
    file.write_text("hint-empty = Ask { $nope }\n")  # which nothing has checked
    assert Texts.of("en").get("hint-empty") == "Ask away!"
    file.unlink()
    english.rmdir()
    english.parent.rmdir()
    assert Texts.of("en-GB").get("reply-empty") == "Nothing."


def test_bad_ones_stop_the_start_all_told_at_once_and_ours_are_said(english: Path) -> None:
    (english / "one.ftl").write_text("hint-empty = Ask away!\nhint-full = Stop!\n")
    (english / "two.ftl").write_text(f"control-stop = {'Stop! ' * 9}\n")
    with pytest.raises(SettingsInvalid) as invalid:
        use_own_texts(TextsSettings(english.parent))
    assert invalid.value.exit_code == 2
    assert [each.partition(": ")[2] for each in invalid.value.problems] == [
        "en/one.ftl: hint-full: there is no such key",
        "en/two.ftl: control-stop: it has up to 53 characters; a button takes 34",
    ]
    assert Texts.of("en").get("hint-empty") == text("hint-empty")


def test_no_folder_is_no_fault() -> None:
    use_own_texts(TextsSettings(None))
    assert Texts.of("en").get("hint-empty") == text("hint-empty")
