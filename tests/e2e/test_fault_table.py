"""The table of faults: what a reader sees in the end, by fault and by the moment at which it comes.

Each fault meets five questions at once, each in a channel of its own and each at another moment of
its turn, which is held there until all five have got so far. All of it goes over sockets.
"""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bridge_bot.discord_markdown import CURSOR
from bridge_bot.sandbox.chat_api.conversations import RecordedRequest
from bridge_bot.sandbox.chat_api.scripts import ConnectionFault as Break
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.faults import (
    HTML_502,
    Fault,
    Reset,
    StubbedResponse,
    When,
)
from bridge_bot.sandbox.discord.model import Channel, Message
from bridge_bot.sandbox.discord.request_log import LoggedRequest
from tests.e2e.soak import words
from tests.e2e.soak_plan import limited
from tests.e2e.stage import Stage, stage
from tests.harness.bot_process import BotProcess
from tests.harness.english import text

WHOLE = "the whole answer in the thread"
BESIDE = "the whole answer in the channel"
PART = "what was shown before, and no more"
CUT = "what was shown before, and why it ends there"
BROKEN = "what had come, and that it broke off"
TOLD = "that it failed, and why"
NOTHING = "nothing"

MOMENTS = ("before thread", "after thread", "after first post", "between pages", "before last edit")

TABLE = {
    # before thread, after thread, after the first post, between pages, before the last edit
    "kill":            (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "SIGTERM":         (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "gateway drop":    (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "session lost":    (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "Discord 429":     (BESIDE,       WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "Discord 502":     (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "502 after":       (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "reset":           (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "reset after":     (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "edge 403":        (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "edge 408":        (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "edge 429":        (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "Discord 20028":   (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "Discord 40333":   (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "Discord 130000":  (WHOLE,        WHOLE,        WHOLE,            WHOLE,         WHOLE),
    "AutoMod":         (WHOLE,        TOLD,         CUT,              CUT,           CUT),
    "Discord 403":     (BESIDE,       TOLD,         CUT,              CUT,           CUT),
    "Discord 404":     (BESIDE,       NOTHING,      PART,             PART,          PART),
    "API 500":         (WHOLE,        TOLD),  # what has begun has its status
    "API refuses":     (TOLD,         TOLD),
    "API cut":         (TOLD,         TOLD,         BROKEN,           BROKEN,        BROKEN),
    "API reset":       (TOLD,         TOLD,         BROKEN,           BROKEN,        BROKEN),
    "API stall":       (TOLD,         TOLD,         BROKEN,           BROKEN,        BROKEN),
}  # fmt: skip

PAGES = "\n\n".join(f"Paragraph {number:02}. " + "word " * 30 for number in range(20)) + "\n\nend"
ONE_PAGE = "word " * 60 + "end"

DISCORD: dict[str, Fault] = {
    "Discord 429": limited(0.5),
    "Discord 502": StubbedResponse(502, HTML_502),
    "502 after": StubbedResponse(502, HTML_502, when=When.AFTER),
    "reset": Reset(),
    "reset after": Reset(when=When.AFTER),
    "edge 403": StubbedResponse(403, HTML_502),
    "edge 408": StubbedResponse(408, HTML_502),
    "edge 429": StubbedResponse(429, "error code: 1015", {"Retry-After": "1"}),
    "Discord 20028": StubbedResponse(
        403, {"message": "Limited", "code": 20028, "retry_after": 0.5}
    ),
    "Discord 40333": StubbedResponse(403, {"message": "internal network error", "code": 40333}),
    "Discord 130000": StubbedResponse(503, {"message": "Overloaded", "code": 130000}),
    "Discord 403": StubbedResponse(403, {"message": "Missing Permissions", "code": 50013}),
    "Discord 404": StubbedResponse(404, {"message": "Unknown Channel", "code": 10003}),
}
API = {"API cut": Break.CUT, "API reset": Break.RESET, "API stall": Break.STALL}
AUTOMOD = StubbedResponse(400, {"message": "Message was blocked by AutoMod", "code": 200000})
BLOCKED = dict(
    zip(MOMENTS, ("before thread", "word", "word " * 55, "Paragraph 15", "end"), strict=True)
)
"""What a server's AutoMod blocks in each row: in a name, at the beginning, later, at the end."""


@dataclass(eq=False)
class Row:
    """One question on its way to one moment."""

    moment: str
    sees: str
    channel: Channel
    asked: Message
    out_of_reach: bool = False
    held: asyncio.Event = field(default_factory=asyncio.Event)
    posts: int = 0

    def is_here(self, request: LoggedRequest) -> bool:
        """Whether it goes to this row's channel or thread."""
        steps = request.path.split("/")
        return len(steps) > 2 and steps[2] in (str(self.channel.id), str(self.asked.id))

    def is_blocked(self, request: LoggedRequest) -> bool:
        """Whether what is written there has what is blocked in this row."""
        body = request.body or {}
        said = str(body.get("content", "")) + str(body.get("name", ""))
        return self.is_here(request) and BLOCKED[self.moment] in said

    def is_at(self, request: LoggedRequest) -> bool:
        """Whether this write is the one before which the moment lies."""
        if not self.is_here(request):
            return False
        opens = request.path.endswith("/threads")
        says = request.route.endswith("/messages") and request.method == "POST"
        edits = request.method == "PATCH" and request.route.endswith("/{message}")
        self.posts += says
        body = request.body or {}
        ends = str(body.get("content", "")).rstrip().endswith("end")
        return {
            "before thread": opens,
            "after thread": says and self.posts == 1,
            "after first post": edits,
            "between pages": says and self.posts == 2,
            "before last edit": edits and ends,
        }[self.moment]


@dataclass(eq=False)
class Rows:
    """The rows of one fault, and the hook that meets them at their moments."""

    on: Stage
    rows: list[Row]
    released: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, when: When, request: LoggedRequest) -> None:
        if when is When.AFTER or not request.path.startswith("/channels/"):
            return
        for row in self.rows:
            if not row.held.is_set() and row.is_at(request):
                row.held.set()
                await self.released.wait()

    async def all_held(self) -> None:
        """Wait until every question has got to its moment.

        The first, whose thread is to be opened, is asked last: that is waited for only shortly.
        """
        async with asyncio.timeout(60):
            await asyncio.gather(*(row.held.wait() for row in self.rows))
            first = row_of(self.on, "held", MOMENTS[0], WHOLE)
            self.rows.append(first)
            await first.held.wait()


def answer(request: RecordedRequest) -> Script:
    """Two pages for who is held between them, else one; slow enough for edits to be needed."""
    pages = PAGES if "between pages" in request.question else ONE_PAGE
    return Script(text=pages, first_delay_s=0.3, chars_per_s=len(pages) / 2, chunk_chars=30)


def row_of(on: Stage, fault: str, moment: str, sees: str) -> Row:
    """Ask a question in a channel of its own."""
    channel = on.world.channels.add(on.guild, moment.replace(" ", "-"))
    asked = on.ask(f"{fault} {moment}", channel=channel)
    return Row(moment, sees, channel, asked, out_of_reach="404" in fault)


def rows_of(on: Stage, fault: str) -> list[Row]:
    """Ask all questions of a fault."""
    return [
        row_of(on, fault, moment, sees) for moment, sees in zip(MOMENTS, TABLE[fault], strict=False)
    ]


def shown(on: Stage, row: Row) -> tuple[str, str]:
    """What stands in the channel, and in its threads."""
    threads = on.world.threads.of(row.channel)
    assert len(threads) <= 1
    said = [
        [reply.content for reply in on.replies(place) if not reply.deleted]
        for place in (row.channel, *threads)
    ]
    return words(" ".join(said[0])), words(" ".join(text for texts in said[1:] for text in texts))


def seen(on: Stage, row: Row) -> str:
    """What a reader sees in one row, in the words of the table."""
    beside, thread = shown(on, row)
    whole = words(PAGES if row.moment == "between pages" else ONE_PAGE)
    if beside:
        return BESIDE if beside == whole and not thread else f"{beside} | {thread}"
    part, notice, why = thread.partition("⚠️")
    if notice:
        return seen_to_end(part.strip(), why, whole) or thread
    if not thread:
        return NOTHING
    if thread == whole:
        return WHOLE
    if row.out_of_reach:  # nobody can take the mark off, and nobody sees it
        thread = thread.removesuffix(f" {CURSOR}")
    return PART if whole.startswith(thread) else thread


def seen_to_end(part: str, why: str, whole: str) -> str:
    """The same of an answer that ends with a notice."""
    if not part:
        return TOLD
    if not whole.startswith(part):
        return ""
    if text("error-api-broken-off") in why:
        return BROKEN
    refused = ("error-platform-forbidden", "error-text-refused")
    return CUT if any(text(key) in why for key in refused) else ""


async def settled(on: Stage, rows: list[Row], log: Callable[[], str]) -> None:
    """Every row comes to show what the table says, and still does when its turn is over."""

    def over(row: Row) -> bool:
        lost = row.sees in (PART, NOTHING, CUT)
        return not lost or re.search(rf"turn {row.asked.id} (failed|stopped)", log()) is not None

    try:
        await on.discord.until(
            lambda: all(seen(on, row) == row.sees and over(row) for row in rows), 60.0
        )
    except AssertionError:
        found = {row.moment: (row.sees, seen(on, row)) for row in rows if seen(on, row) != row.sees}
        raise AssertionError(found) from None


@asynccontextmanager
async def on_stage(folder: Path) -> AsyncIterator[Stage]:
    async with stage(folder, most_429s=10) as on:
        on.api.default = answer
        yield on


async def stop(on: Stage, bot: BotProcess, with_signal: signal.Signals) -> None:
    code = await bot.stop(with_signal)
    on.bots.remove(bot)
    assert code == (0 if with_signal is signal.SIGTERM else -signal.SIGKILL)
    assert "Traceback" not in bot.said
    assert "Task was destroyed" not in bot.said


async def restart(on: Stage, bot: BotProcess, with_signal: signal.Signals) -> None:
    await stop(on, bot, with_signal)
    await on.launch(SHUTDOWN_GRACE="0")


async def drop(on: Stage) -> None:
    await on.discord.gateway.drop(1006)


async def lose_session(on: Stage) -> None:
    on.discord.gateway.invalidate()


CONNECTION: dict[str, Callable[[Stage, BotProcess], Awaitable[None]]] = {
    "kill": lambda on, bot: restart(on, bot, signal.SIGKILL),
    "SIGTERM": lambda on, bot: restart(on, bot, signal.SIGTERM),
    "gateway drop": lambda on, _: drop(on),
    "session lost": lambda on, _: lose_session(on),
}


@pytest.mark.parametrize("fault", CONNECTION)
async def test_a_process_or_a_connection_that_ends_costs_nothing(
    tmp_path: Path, fault: str
) -> None:
    """What is on its way at that moment takes effect all the same, after it."""
    async with on_stage(tmp_path) as on:
        bot = await on.start_process(SHUTDOWN_GRACE="0")
        _, *later = zip(MOMENTS, TABLE[fault], strict=True)
        met = Rows(on, [row_of(on, fault, *each) for each in later])
        on.discord.faults.hooks.append(met)
        await met.all_held()
        await CONNECTION[fault](on, bot)
        met.released.set()
        await settled(on, met.rows, lambda: "")


@pytest.mark.parametrize("part", [0, 1])
async def test_what_discord_refuses_or_loses_is_as_the_table_says(
    tmp_path: Path, part: int
) -> None:
    """Half of all faults of Discord at once, in one process."""
    async with on_stage(tmp_path) as on:
        bot = await on.start(MEMBER_QUESTIONS_PER_MINUTE="0")
        asked = {fault: rows_of(on, fault) for fault in list(DISCORD)[part::2]}
        for fault, rows in asked.items():
            for row in rows:
                on.discord.faults.inject_where(row.is_at, DISCORD[fault])
        await settled(on, [row for rows in asked.values() for row in rows], lambda: bot.said)


async def test_what_automod_blocks_is_as_the_table_says(tmp_path: Path) -> None:
    """Each time, unlike the other faults: a rule of a server stays."""
    async with on_stage(tmp_path) as on:
        bot = await on.start(MEMBER_QUESTIONS_PER_MINUTE="0")
        rows = rows_of(on, "AutoMod")
        for row in rows:
            on.discord.faults.inject_where(row.is_blocked, AUTOMOD, times=10**6)
        await settled(on, rows, lambda: bot.said)


async def test_what_the_chat_api_fails_to_say_is_as_the_table_says(tmp_path: Path) -> None:
    """All faults of the Chat API at once, in one process."""
    async with on_stage(tmp_path) as on:
        on.api.default = failing(on)
        bot = await on.start(
            MEMBER_QUESTIONS_PER_MINUTE="0",
            CHAT_API_IDLE_TIMEOUT="2",
            CHAT_API_FIRST_BYTE_TIMEOUT="2",
        )
        faults = (*API, "API 500", "API refuses")
        rows = [row for fault in faults for row in rows_of(on, fault)]
        await settled(on, rows, lambda: bot.said)


def failing(on: Stage) -> Callable[[RecordedRequest], Script]:
    """Break each answer where its moment is; what is asked for once more succeeds."""
    asked: set[str] = set()

    def script(request: RecordedRequest) -> Script:
        fault, moment = next(
            (fault, request.question.removeprefix(fault + " "))
            for fault in TABLE
            if request.question.startswith(fault + " ")
        )
        again = request.question in asked
        asked.add(request.question)
        if fault == "API refuses":
            return Script(code=1234, msg="No.")
        if fault == "API 500":
            lasts = moment == "after thread"
            if again and not lasts:
                return answer(request)
            return Script(status=500, code=5, msg="No.", first_delay_s=0.3)
        whole = answer(request)
        if again:
            return whole
        header = Script().stream_header(question=request.question, conversation_uid="u" * 36)
        chars_before = dict(zip(MOMENTS, (0, 0, 100, 2100, 280), strict=True))[moment]
        return replace(
            whole,
            first_delay_s=0.0 if moment == "before thread" else 0.5,
            fault=API[fault],
            fault_after_bytes=0 if moment == "before thread" else len(header) + chars_before,
        )

    return script
