"""The whole product on this machine: both stand-ins, a page, and the bot as a child process.

`serve` is the command. `sandbox` is for other programs; it handles no signals and prints nothing:

async with sandbox(("bridge_bot", "run"), port=0) as running:
    await running.discord.bot_ready()
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bridge_bot.sandbox import CannotServe
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn, echo
from bridge_bot.sandbox.discord.seed import seed_world
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.sandbox.docs_bot.answers import DocsAnswers
from bridge_bot.sandbox.docs_bot.documentation import read_folder, read_own
from bridge_bot.sandbox.docs_bot.search import DocsSearch
from bridge_bot.sandbox.process.supervisor import Supervisor
from bridge_bot.sandbox.web.server import WebServer

PORT = 8642

CHAT_BOTS = {"Echo": "sandbox-echo"}
"""A second chatbot, by its name, which only repeats what arrived: so a choice can be seen."""

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True, slots=True)
class ChatApiAccess:
    """Where a Chat API is, and the key and the chatbot to ask there."""

    base_url: str
    key: str = field(repr=False)
    bot_uid: str
    bots: Mapping[str, str] = field(default_factory=dict)
    """The uids of further chatbots by their names."""


@dataclass(frozen=True, slots=True)
class Sandbox:
    """The parts of a running sandbox."""

    discord: DiscordStandIn
    page: WebServer
    supervisor: Supervisor


async def serve(
    program: Sequence[str],
    *,
    port: int = PORT,
    docs: Path | None = None,
    chat_api: ChatApiAccess | None = None,
) -> None:
    """Run the sandbox until SIGINT, SIGTERM or SIGHUP; a second one ends it at once.

    `program` is the bot: a Python module and its arguments. Raises `CannotServe`.
    """
    with _signals() as signals:
        async with sandbox(program, port=port, docs=docs, chat_api=chat_api, say=_say) as running:
            print(running.page.address, flush=True)  # noqa: T201
            _say("This address is the sandbox: open it in a browser. Ctrl-C ends it.")
            _say("The bot is starting, which takes a few seconds …")
            async with asyncio.TaskGroup() as tasks:
                greeting = tasks.create_task(_greet_when_ready(running.discord))
                stopping = tasks.create_task(_stop_on_signals(signals, running, greeting))
                failure = await running.supervisor.wait()
                greeting.cancel()
                stopping.cancel()
            if failure is not None:
                raise failure


@asynccontextmanager
async def sandbox(
    program: Sequence[str],
    *,
    port: int = PORT,
    docs: Path | None = None,
    chat_api: ChatApiAccess | None = None,
    say: Callable[[str], None] = lambda _text: None,
) -> AsyncIterator[Sandbox]:
    """Run everything for as long as the context lasts; nothing of it stays on the disk.

    `say` is called with sentences for whoever started it. Raises `CannotServe`.
    """
    async with AsyncExitStack() as parts:
        discord = await parts.enter_async_context(DiscordStandIn())
        seed_world(discord.world)
        access, is_real = chat_api, chat_api is not None
        if access is None:
            access = await parts.enter_async_context(_stand_in(docs))
        page = await parts.enter_async_context(_page(discord, port, say))
        folder = parts.enter_context(
            tempfile.TemporaryDirectory(prefix="bridge-bot-sandbox-", ignore_cleanup_errors=True)
        )
        supervisor = await parts.enter_async_context(
            Supervisor(program, _settings(discord, access, is_real=is_real), Path(folder), say)
        )
        yield Sandbox(discord, page, supervisor)


def _settings(discord: DiscordStandIn, chat_api: ChatApiAccess, *, is_real: bool) -> dict[str, str]:
    """The bot's variables; the database is in the folder in which it runs. Only a Chat API that
    `is_real`, so not on this machine, is reached by the environment's proxies.
    """
    return {
        "DISCORD_TOKEN": discord.token,
        "DISCORD_API_BASE_URL": discord.api_base_url,
        "DISCORD_PROXY": "none",
        "CHAT_API_BASE_URL": chat_api.base_url,
        "CHAT_API_PROXY": "" if is_real else "none",
        "CHAT_API_KEY": chat_api.key,
        "CHAT_BOT_UID": chat_api.bot_uid,
        "CHAT_BOTS": ",".join(f"{name}={uid}" for name, uid in chat_api.bots.items()),
        "DATABASE_URL": "sqlite+aiosqlite:///sandbox.db",
        "ALLOWED_GUILDS": ",".join(map(str, discord.world.state.guilds)),
        "ALLOW_USER_INSTALL": "true",
        "MEMBER_QUESTIONS_PER_MINUTE": "0",
        "SHUTDOWN_GRACE": "3",
    }


@asynccontextmanager
async def _stand_in(docs: Path | None) -> AsyncIterator[ChatApiAccess]:
    """A Chat API that answers from documents: those of a folder, or the product's own."""
    sections = await asyncio.to_thread(read_own if docs is None else lambda: read_folder(docs))
    with contextlib.closing(DocsSearch(sections)) as search:
        answers, others = DocsAnswers(search), dict.fromkeys(CHAT_BOTS.values(), echo)
        documents = answers.documents
        async with ChatApiStandIn(answer=answers, others=others, documents=documents) as api:
            answers.documents_url = api.documents_url
            yield ChatApiAccess(api.base_url, api.key, api.bot_uid, CHAT_BOTS)


@asynccontextmanager
async def _page(
    discord: DiscordStandIn, port: int, say: Callable[[str], None]
) -> AsyncIterator[WebServer]:
    """The page at that port, or at another if it is taken, which is said."""
    async with AsyncExitStack() as opened:
        try:
            page = await opened.enter_async_context(WebServer(discord, port=port))
        except OSError as error:
            raise CannotServe(f"port {port} cannot be used: {error.strerror}") from error
        if port not in {0, page.port}:
            say(f"Port {port} is taken, so it is another this time.")
        yield page


async def _stop_on_signals(
    signals: asyncio.Queue[signal.Signals], running: Sandbox, greeting: asyncio.Task[None]
) -> None:
    """Stop the bot at the first signal, and at once at the second."""
    await signals.get()
    greeting.cancel()
    _say("Ending …")
    running.supervisor.stop()
    await signals.get()
    running.supervisor.stop()


async def _greet_when_ready(discord: DiscordStandIn) -> None:
    await discord.bot_ready(timeout_s=float("inf"))
    _say("The bot is connected: ask it something.")


@contextmanager
def _signals() -> Iterator[asyncio.Queue[signal.Signals]]:
    """The signals that ask the sandbox to end, as they come."""
    loop = asyncio.get_running_loop()
    received: asyncio.Queue[signal.Signals] = asyncio.Queue()
    for each in _SIGNALS:
        loop.add_signal_handler(each, received.put_nowait, each)
    try:
        yield received
    finally:
        for each in _SIGNALS:
            loop.remove_signal_handler(each)


def _say(text: str) -> None:
    # The standard output holds the address alone, for programs that read it.
    with contextlib.suppress(OSError):  # the terminal may be gone
        print(text, file=sys.stderr, flush=True)  # noqa: T201
