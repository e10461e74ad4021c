"""The table of faults: what a reader sees in the end, by fault and by its moment."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

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
from tests.harness.english import text
from tests.harness.loopback import Loopback

WHOLE = "the whole answer in the thread"
CHANNEL = "the whole answer in the channel"
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
    "Discord 429":     (CHANNEL,      WHOLE,        WHOLE,            WHOLE,         WHOLE),
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
    "Discord 403":     (CHANNEL,      TOLD,         CUT,              CUT,           CUT),
    "Discord 404":     (CHANNEL,      NOTHING,      PART,             PART,          PART),
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
class HeldRows:
    """The rows of one fault, and the hook that meets them at their moments."""

    system: Loopback
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
            first = row_of(self.system, "held", MOMENTS[0], WHOLE)
            self.rows.append(first)
            await first.held.wait()


def answer(request: RecordedRequest) -> Script:
    """Two pages for who is held between them, else one; slow enough for edits to be needed."""
    pages = PAGES if "between pages" in request.question else ONE_PAGE
    return Script(text=pages, first_delay_s=0.3, chars_per_s=len(pages) / 2, chunk_chars=30)


def row_of(system: Loopback, fault: str, moment: str, sees: str) -> Row:
    """Ask a question in a channel of its own."""
    channel = system.world.channels.add(system.guild, moment.replace(" ", "-"))
    asked = system.ask(f"{fault} {moment}", channel=channel)
    return Row(moment, sees, channel, asked, out_of_reach="404" in fault)


def rows_of(system: Loopback, fault: str) -> list[Row]:
    """Ask all questions of a fault."""
    return [
        row_of(system, fault, moment, sees)
        for moment, sees in zip(MOMENTS, TABLE[fault], strict=False)
    ]


def shown(system: Loopback, row: Row) -> tuple[str, str]:
    """What stands in the channel, and in its threads."""
    threads = system.world.threads.of(row.channel)
    assert len(threads) <= 1
    said = [
        [reply.content for reply in system.replies(place) if not reply.deleted]
        for place in (row.channel, *threads)
    ]
    return words(" ".join(said[0])), words(" ".join(text for texts in said[1:] for text in texts))


def seen(system: Loopback, row: Row) -> str:
    """What a reader sees in one row, in the words of the table."""
    in_channel, thread = shown(system, row)
    full = words(PAGES if row.moment == "between pages" else ONE_PAGE)
    if in_channel:
        return CHANNEL if in_channel == full and not thread else f"{in_channel} | {thread}"
    part, notice, why = thread.partition("⚠️")
    if notice:
        return seen_to_end(part.strip(), why, full) or thread
    if not thread:
        return NOTHING
    if thread == full:
        return WHOLE
    if row.out_of_reach:  # nobody can take the mark off, and nobody sees it
        thread = thread.removesuffix(f" {CURSOR}")
    return PART if full.startswith(thread) else thread


def seen_to_end(part: str, why: str, full: str) -> str:
    """The same of an answer that ends with a notice."""
    if not part:
        return TOLD
    if not full.startswith(part):
        return ""
    if text("error-api-broken-off") in why:
        return BROKEN
    refused = ("error-platform-forbidden", "error-text-refused")
    return CUT if any(text(key) in why for key in refused) else ""
