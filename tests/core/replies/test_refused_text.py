"""Text that Discord refuses costs as little of a reply as possible."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bridge_bot.core.errors import (
    LinkRefused,
    PlatformError,
    TextRefused,
)
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerText,
    DelayReason,
)
from bridge_bot.discord_markdown import CURSOR
from tests.harness.english import notice_text
from tests.harness.running_core import Script, running_core

REFUSED = "forbidden"


def refusing(word: str, error: type[TextRefused]) -> Callable[[str], PlatformError | None]:
    """A filter that takes no text with that word."""
    return lambda text: error("no") if word in text else None


@pytest.mark.parametrize("pieces", [1, 12])
async def test_text_that_is_refused_ends_the_answer_with_a_notice_below_what_could_be_shown(
    tmp_path: Path, pieces: int
) -> None:
    go_on = asyncio.Event()
    rest = [AnswerText(f" and {REFUSED} number {number}") for number in range(pieces)]
    async with running_core(tmp_path, [AnswerText("One"), go_on, *rest]) as core:
        core.platform.refuses = refusing(REFUSED, TextRefused)
        await core.ask()
        await core.until_shown()
        go_on.set()
        (ended,) = await core.ended()
        assert isinstance(ended.error, TextRefused)
        assert core.platform.texts() == [f"One\n\n{notice_text('error-text-refused')}"]


async def test_an_answer_of_which_nothing_can_be_shown_is_a_notice(tmp_path: Path) -> None:
    async with running_core(tmp_path, [AnswerText(REFUSED)]) as core:
        core.platform.refuses = refusing(REFUSED, TextRefused)
        await core.ask()
        await core.ended()
        assert core.platform.texts() == [notice_text("error-text-refused")]


async def test_shown_text_that_is_refused_from_now_on_gets_a_notice_in_a_message_of_its_own(
    tmp_path: Path,
) -> None:
    """As after a new rule of the server's; what can't be edited stays as it is."""
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("One"), go_on, AnswerText(" two")]) as core:
        await core.ask()
        await core.until_shown()
        core.platform.refuses = refusing("One", TextRefused)
        go_on.set()
        await core.ended()
        assert core.platform.texts() == [f"One {CURSOR}", notice_text("error-text-refused")]


async def test_a_state_in_between_that_is_refused_does_not_end_the_answer(tmp_path: Path) -> None:
    """And it is not tried again with each word, since each refusal may alert somebody."""
    go_on, all_come = asyncio.Event(), asyncio.Event()
    words = [AnswerText(f"word{number} ") for number in range(100)]
    async with running_core(tmp_path, [AnswerText("One "), go_on, *words, all_come]) as core:
        await core.ask()
        await core.until_shown()
        core.platform.refuses = lambda text: TextRefused("no") if CURSOR in text else None
        go_on.set()
        await core.until(lambda: bool(core.platform.tried[1:]))
        all_come.set()
        (ended,) = await core.ended()
        assert ended.error is None
        assert core.platform.texts()[0].endswith("word99")
        assert len(core.platform.tried) < 10


async def test_a_hint_that_is_refused_costs_the_hint_alone(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(
        tmp_path, [AnswerDelayed(DelayReason.QUEUED), go_on, AnswerText("So.")]
    ) as core:
        core.platform.refuses = refusing("in line", TextRefused)
        await core.ask()
        await core.until(lambda: bool(core.platform.tried))
        go_on.set()
        (ended,) = await core.ended()
        assert (ended.error, core.platform.texts()) == (None, ["So."])


async def test_an_address_that_is_refused_is_shown_as_code_from_then_on(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    address = "https://harmful.example/a"
    script: Script = [AnswerText(f"See {address} and"), go_on, AnswerText(f" [this]({address}).")]
    async with running_core(tmp_path, script) as core:

        def refusal(text: str) -> PlatformError | None:
            live = text.replace(f"`{address}`", "")
            return LinkRefused("harmful") if address in live else None

        core.platform.refuses = refusal
        await core.ask()
        await core.until_shown()
        assert core.platform.texts() == [f"See `{address}` and {CURSOR}"]
        go_on.set()
        (ended,) = await core.ended()
        assert ended.error is None
        assert core.platform.texts() == [f"See `{address}` and this `{address}`."]
        assert len([text for text in core.platform.tried if refusal(text)]) == 1


async def test_an_address_that_is_refused_as_code_too_ends_the_answer_with_a_notice(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, [AnswerText("See https://harmful.example/a")]) as core:
        core.platform.refuses = refusing("harmful.example", LinkRefused)
        await core.ask()
        (ended,) = await core.ended()
        assert isinstance(ended.error, LinkRefused)
        assert core.platform.texts() == [notice_text("error-text-refused")]


async def test_a_second_page_that_is_refused_leaves_the_first_as_it_is(tmp_path: Path) -> None:
    async with running_core(tmp_path, [AnswerText("word " * 500 + REFUSED)]) as core:
        core.platform.refuses = refusing(REFUSED, TextRefused)
        await core.ask()
        await core.ended()
        first, *others = core.platform.texts()
        assert first.startswith("word word")
        assert "".join([first, *others]).endswith(notice_text("error-text-refused"))
        assert not any(CURSOR in each for each in (first, *others))
