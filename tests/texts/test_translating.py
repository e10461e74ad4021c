"""docs/translating.md says what is so."""

from __future__ import annotations

import re
from pathlib import Path

from bridge_bot.core.languages import LANGUAGES
from bridge_bot.texts import FOLDER, languages_of
from bridge_bot.texts.checks import problems_of_overrides
from bridge_bot.texts.checks.places import place_of

PAGE = (Path(__file__).parents[2] / "docs" / "translating.md").read_text("utf-8")


def test_its_example_can_be_used(tmp_path: Path) -> None:
    (example,) = re.findall(r"```ftl\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "ours.ftl").write_text(
        re.sub(r"^   ", "", example, flags=re.MULTILINE), "utf-8"
    )
    assert problems_of_overrides(tmp_path) == []


def test_it_names_the_folders_of_our_languages() -> None:
    (line,) = re.findall(r"as Discord calls it: (.+?) are those that the bot has", PAGE)
    named = re.findall(r"`([\w-]+)`", line)
    assert set(languages_of(FOLDER)) <= set(named)
    assert len(named) == len(LANGUAGES) - 1


def test_it_tells_the_limits() -> None:
    limits = {
        "a button": place_of("control-stop"),
        "the title or label of a form": place_of("vote-form"),
        "a description of a command or an option": place_of("ask-description"),
        "an option of a list": place_of("vote-reason-wrong"),
        "the name of a context menu or of an option": place_of("about-name"),
        "a message": place_of("reply-empty"),
    }
    for name, place in limits.items():
        assert f"{name} {place.most_units:,}" in PAGE
    assert place_of("usage-days-name").most_units == place_of("about-name").most_units
