"""A group of settings from variables: what is missing or wrong, and what may have been meant."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import SettingsInvalid
from bridge_bot.settings import (
    RunSettings,
    load,
    secrets,
)
from tests.harness.settings import REQUIRED, problems_of, run_settings


def test_everything_missing_and_wrong_is_told_at_once() -> None:
    with pytest.raises(SettingsInvalid) as caught:
        load(RunSettings, {"LOG_LEVEL": "LOUD", "SHARD_IDS": "0", "MAX_PAGES": "many"})
    told = {problem.split()[0] for problem in caught.value.problems}
    assert told == {*REQUIRED, "LOG_LEVEL", "SHARD_IDS", "MAX_PAGES"}
    assert len(caught.value.problems) == len(told)
    assert caught.value.exit_code == 2


def test_white_space_is_dropped_and_an_empty_value_counts_as_not_set() -> None:
    assert run_settings(CHAT_BOT_UID=" uid-2\n", MAX_PAGES="  ").answers.max_pages == 10
    assert problems_of(CHAT_API_KEY=" ") == ["CHAT_API_KEY is not set; it is required."]


@pytest.mark.parametrize(
    ("missing", "present"),
    [("CHAT_API_BASE_URL", "CHAT_API_URL"), ("DISCORD_TOKEN", "DISCORD_BOT_TOKEN")],
)
def test_a_similar_name_is_hinted_at(missing: str, present: str) -> None:
    [problem] = problems_of(**{missing: "", present: "hidden"})
    assert problem == f"{missing} is not set; it is required. {present} is set: is it meant?"


def test_no_hint_is_given_at_a_variable_that_has_its_own_meaning() -> None:
    [problem] = problems_of(CHAT_API_BASE_URL="", DISCORD_API_BASE_URL="http://h/api/v10")
    assert "is it meant" not in problem


def test_the_secrets_of_the_settings_are_all_that_must_not_be_shown() -> None:
    assert set(secrets(run_settings())) == {
        REQUIRED["DISCORD_TOKEN"], REQUIRED["CHAT_API_KEY"], "sqlite+aiosqlite:///bridge_bot.db"
    }  # fmt: skip
