"""Words from outside are shown as nothing but text, however long they are."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bridge_bot.core.errors import ApiRejected
from bridge_bot.core.model import AnswerHeader, AnswerText
from bridge_bot.core.replies.notices import (
    MOST_ID_CHARS,
    MOST_SYSTEM_MESSAGE_CHARS,
    as_plain_text,
    has_notice,
    notice,
    preface,
    subtext,
    without_ending,
)
from bridge_bot.discord_markdown import CURSOR
from bridge_bot.texts import Texts
from tests.harness.english import ENGLISH
from tests.harness.own_texts import own_texts
from tests.harness.running_core import running_core

ALIVE = re.compile(r"(?<!\\)[`*_~|<>\[\]#@]|https?:/|\w\.\w|[\x00-\x09\x0b-\x1f\u202e]")

LIVELY = [
    "<@1> <@!1> <@&2> <#3> </ask:4> <t:1:R> <:x:5> <id:home>",
    "@everyone and @here",
    "https://evil.example/a and <https://evil.example> and discord.gg/abc",
    "[text](https://evil.example) ![image](https://evil.example)",
    "# heading\n## another\n> quote\n- list\n-# small",
    "**bold** __under__ ~~struck~~ ||spoiler|| `code` ```\nblock\n```",
    "\\*\\_ \\` \\<@1>",
    "\u202eright to left\x00\x1b[0m",
]


@pytest.mark.parametrize("words", LIVELY)
def test_plain_text_has_no_markdown_mention_or_link(words: str) -> None:
    shown = as_plain_text(words)
    assert shown
    assert not ALIVE.search(shown.replace("\\\\", ""))


@pytest.mark.parametrize(
    "words",
    ["Maintenance at 8.", "It's 10:30 (UTC), so: wait!", "使用量は 80 % です。", "a\nb", "👩‍👩‍👧"],
)
def test_text_without_markup_stays_as_it_is(words: str) -> None:
    assert as_plain_text(words) == words


@pytest.mark.parametrize("piece", ["x", "*", "\n", " ", "[(", "```", "a\n", "<@1>", "$$\\("])
def test_text_of_any_length_and_content_is_cut_and_costs_nothing(piece: str) -> None:
    """900 kB of them; by far most of the time goes to making them here."""
    words = piece * (900_000 // len(piece))
    error = ApiRejected("no", request_id=words)
    began = time.process_time()
    above, below = (
        preface(AnswerHeader("uid", system_message=words), ENGLISH),
        notice(error, ENGLISH),
    )
    assert time.process_time() - began < 0.1
    assert len(above) <= 2 * MOST_SYSTEM_MESSAGE_CHARS
    assert above.count("\n") < 5
    assert len(below) <= 2 * MOST_ID_CHARS + 100
    assert "\n" not in below


@pytest.mark.parametrize("words", LIVELY)
async def test_a_system_message_is_shown_as_plain_text_and_does_not_reach_into_the_answer(
    tmp_path: Path, words: str
) -> None:
    header = AnswerHeader("uid-1", system_message=words)
    async with running_core(tmp_path, [header, AnswerText("**Because** so.")]) as core:
        await core.ask()
        await core.ended()
        (said,) = core.platform.texts()
        *above, answer = said.split("\n")
        assert answer == "**Because** so."
        for line in above:
            assert line.startswith("-# ")
            assert not ALIVE.search(line.removeprefix("-# ").replace("\\\\", ""))


@pytest.fixture
def languages(tmp_path: Path) -> Iterator[list[Texts]]:
    """Ours, and a Dutch that has the words around an answer."""
    dutch = (
        "ending-notice = Let op: { $notice }\n"
        "ending-interrupted = Ik start opnieuw.\n"
        "error-api-rejected = Geweigerd.\n"
    )
    with own_texts(tmp_path / "texts", {"nl": dutch}):
        yield Texts.every()


@pytest.mark.parametrize("locale", ["en", "nl", "fi"])
def test_notices_from_before_a_crash_are_recognised_in_every_language(
    languages: list[Texts], locale: str
) -> None:
    texts = Texts.of(locale)
    told = f"Half\n\n{notice(ApiRejected('no'), texts)}"
    stopping = f"Half\n\n{subtext('ending-interrupted', texts)}"
    assert has_notice(told, languages)
    assert not has_notice(stopping, languages)
    assert without_ending(["All of it.", stopping], languages) == ["All of it.", "Half"]


def test_what_an_answer_says_is_no_notice(languages: list[Texts]) -> None:
    assert not has_notice("Half an answer", languages)
    assert not has_notice(f"⚠️ still growing {CURSOR}", languages)
    assert without_ending([f"Half {CURSOR}"], languages) == ["Half"]


@pytest.mark.usefixtures("languages")
def test_a_notice_is_in_the_language_that_is_asked_for() -> None:
    error = ApiRejected("no", request_id="req-9")
    assert notice(error, Texts.of("nl")) == "Let op: Geweigerd. (request req-9)"
