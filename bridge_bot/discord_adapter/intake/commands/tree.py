"""The tree of the slash commands: their definitions, their order and their errors."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
from collections.abc import Callable, Coroutine
from functools import cached_property, partial
from typing import Any

import discord
from discord import app_commands

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import TextRefused, UnexpectedFault
from bridge_bot.core.events import EventSkipped, Observe, Operation, OperationFailed
from bridge_bot.core.keyed_queue import KeyedQueue
from bridge_bot.discord_adapter.intake.attached_files import attachment_of
from bridge_bot.discord_adapter.intake.commands.asked_message import Asked
from bridge_bot.discord_adapter.intake.commands.handlers import CommandHandlers
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
)
from bridge_bot.discord_adapter.intake.commands.language import LANGUAGE_CHOICES, SCOPE_CHOICES
from bridge_bot.discord_adapter.intake.commands.refusals import AwaitEarlier, Refusals, origin_of
from bridge_bot.discord_adapter.registration.definitions import localized
from bridge_bot.discord_adapter.rest.exceptions import NotFromDiscord, platform_error
from bridge_bot.texts import Texts

_ENGLISH = Texts.of("en")  # in which the commands are registered

Command = app_commands.Command[Any, ..., None]

COMMAND_NAMES = frozenset(
    {
        *("ask", "new", "help", "language", "settings", "privacy", "forget", "export"),
        *("doctor", "usage", "handoff", "resume"),
        _ENGLISH.get("about-name"),
    }
)
"""What the commands are called with Discord, where there is no tree of them to ask."""

_UNKNOWN_INTERACTION = 10062

# A command has to be acknowledged within 3 s (Discord's documentation).
_TURN_WITHIN_S = 2.0
_HOLDS_UP_S = 3.0


class Commands(app_commands.CommandTree[discord.Client]):
    """The tree of all commands. An error of a command is observed, and its member told.

    `queue` is that in which the messages of each channel are taken in, by the channel's id.
    """

    def __init__(
        self,
        client: discord.Client,
        handlers: CommandHandlers,
        refusals: Refusals,
        observe: Observe,
        queue: KeyedQueue[int],
    ) -> None:
        super().__init__(client, fallback_to_global=False)
        self._handlers = handlers
        self._refusals = refusals
        self._observe = observe
        self._queue = queue
        self._running = BackgroundTasks()
        self._is_next: set[asyncio.Event] = set()  # of each running command, see `_in_order`
        by_members = refusals.allows_user_install
        self._installs = app_commands.allowed_installs(guilds=True, users=by_members)
        self._contexts = app_commands.allowed_contexts(
            guilds=True, dms=True, private_channels=by_members
        )
        self._add_all()

    def _add_all(self) -> None:
        handlers = self._handlers
        self.add_command(self._ask_command())
        self.add_command(self._ask_about_command())
        self.add_command(self._new_command())
        self.add_command(self._private_command("help", handlers.help.run))
        self.add_command(self._language_command())
        self.add_command(self._settings_command())
        self.add_command(self._private_command("privacy", handlers.privacy.run))
        self.add_command(self._private_command("forget", handlers.forget.run))
        self.add_command(self._private_command("export", handlers.export.run))
        self.add_command(handlers.usage.definition(self._running))
        for command in handlers.handoff.definitions(self._in_order):
            self.add_command(command)
        self.add_command(self._doctor_command())

    @cached_property
    def _definitions(self) -> list[dict[str, Any]]:
        """The definitions of the commands, as they are registered with Discord."""
        return [localized(command.to_dict(self)) for command in self.get_commands()]

    def fingerprint(self) -> str:
        """A hash of the definitions of the commands, as they are registered with Discord."""
        definitions = json.dumps(self._definitions, sort_keys=True)
        return hashlib.sha256(definitions.encode()).hexdigest()

    def note_message(self, message: discord.Message) -> None:
        """Note when a member wrote, for slow mode."""
        self._handlers.ask.slow_mode.wrote(message.channel, message.author.id, message.id)

    async def register(self) -> None:
        """Register the commands. Raises `NotFromDiscord` if Discord does not answer with them."""
        request = self.client.http.bulk_upsert_global_commands
        told: Any = await request(self.client.application_id or 0, self._definitions)
        known = {command["name"] for command in told}
        if known != {command.name for command in self.get_commands()}:
            raise NotFromDiscord("an answer without the commands")

    async def submit_about(self, interaction: Interaction) -> None:
        """Ask what a member filled in about a message."""
        await self._in_order(interaction, partial(self._handlers.ask_about.submit, interaction))

    async def close(self, grace_s: float) -> None:
        """Give running commands so many seconds to end, then cancel them. None of them waits for
        its turn any longer.
        """
        for is_next in self._is_next:
            is_next.set()
        await self._running.close(grace_s)

    async def on_error(
        self, interaction: Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """Observe what a command raised, and tell the member that it failed."""
        name = interaction.command.qualified_name if interaction.command else "?"
        cause = error.__cause__ or error
        self._observe(
            OperationFailed(Operation.HANDLE_COMMAND, cause, origin_of(interaction), f"/{name}")
        )
        if isinstance(cause, discord.NotFound) and cause.code == _UNKNOWN_INTERACTION:
            return  # it is over, and Discord has told its member so
        is_text_refused = isinstance(cause, discord.HTTPException) and isinstance(
            platform_error(cause), TextRefused
        )
        await self._refusals.tell_failure(
            interaction, TextRefused if is_text_refused else UnexpectedFault
        )

    async def _call(self, interaction: Interaction) -> None:
        """discord.py 2.7.1 catches only its own errors here, in a task that nobody awaits; a
        command that can't be read raises others.
        """
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever Discord sends, the bot goes on
            self._observe(EventSkipped("INTERACTION_CREATE", error))
            await self._refusals.tell_failure(interaction, UnexpectedFault)

    def _ask_command(self) -> Command:
        @app_commands.command(name="ask", description=_ENGLISH.get("ask-description"))
        @app_commands.describe(
            question=_ENGLISH.get("ask-question-description"),
            file=_ENGLISH.get("ask-file-description"),
        )
        @self._installs
        @self._contexts
        async def ask(
            interaction: Interaction,
            question: app_commands.Range[str, 1, 4000],
            file: discord.Attachment | None = None,
        ) -> None:
            asked = Asked(question, [attachment_of(file)] if file else [])
            await self._in_order(interaction, partial(self._handlers.ask.run, interaction, asked))

        return ask

    def _ask_about_command(self) -> app_commands.ContextMenu:
        @self._installs
        @self._contexts
        async def ask_about(interaction: Interaction, message: discord.Message) -> None:
            opened = self._handlers.ask_about.open(interaction, message)
            await self._running.start(opened, name="a command")

        return app_commands.ContextMenu(name=_ENGLISH.get("about-name"), callback=ask_about)

    def _new_command(self) -> Command:
        @app_commands.command(name="new", description=_ENGLISH.get("new-description"))
        @self._installs
        @self._contexts
        async def new(interaction: Interaction) -> None:
            await self._in_order(interaction, partial(self._handlers.new.run, interaction))

        return new

    def _private_command(
        self, name: str, run: Callable[[Interaction], Coroutine[Any, Any, None]]
    ) -> Command:
        """A command without arguments that may be used everywhere, and tells its member alone."""

        @app_commands.command(name=name, description=_ENGLISH.get(f"{name}-description"))
        @self._installs
        @self._contexts
        async def command(interaction: Interaction) -> None:
            await self._running.start(run(interaction), name="a command")

        return command

    def _language_command(self) -> Command:
        @app_commands.command(name="language", description=_ENGLISH.get("language-description"))
        @app_commands.describe(
            language=_ENGLISH.get("language-language-description"),
            scope=_ENGLISH.get("language-scope-description"),
        )
        @app_commands.choices(language=LANGUAGE_CHOICES, scope=SCOPE_CHOICES)
        @self._installs
        @self._contexts
        async def language(
            interaction: Interaction, language: str | None = None, scope: str | None = None
        ) -> None:
            work = partial(self._handlers.language.run, interaction, language, scope)
            await self._in_order(interaction, work)

        return language

    def _settings_command(self) -> Command:
        @app_commands.command(name="settings", description=_ENGLISH.get("settings-description"))
        @app_commands.default_permissions(manage_guild=True)
        @app_commands.allowed_installs(guilds=True, users=False)
        @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
        async def settings(interaction: Interaction) -> None:
            await self._running.start(self._handlers.settings.open(interaction), name="a command")

        return settings

    def _doctor_command(self) -> Command:
        @app_commands.command(name="doctor", description=_ENGLISH.get("doctor-description"))
        @app_commands.default_permissions(manage_guild=True)
        @app_commands.allowed_installs(guilds=True, users=False)
        @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
        async def doctor(interaction: Interaction) -> None:
            await self._running.start(self._handlers.doctor.run(interaction), name="a command")

        return doctor

    async def _in_order(
        self, interaction: Interaction, work: Callable[[AwaitEarlier], Coroutine[Any, Any, None]]
    ) -> None:
        """Run a command in the order of its channel's messages and commands.

        `work` begins at once, and may look things up. Before it has an effect it awaits
        `AwaitEarlier`, which returns once all that came before is taken in, or after 2 s, so that
        the command is acknowledged in time. What comes later waits for it, for 3 s at most.
        """
        due_s = asyncio.get_running_loop().time() + _TURN_WITHIN_S
        channel_id = interaction.channel_id or 0
        with self._queue.place_for_block(channel_id, at_most_s=_HOLDS_UP_S) as is_next:

            async def await_earlier() -> None:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout_at(due_s):
                        await is_next.wait()

            self._is_next.add(is_next)
            try:
                # In a task of ours, which closing waits for; nobody awaits discord.py's.
                await self._running.start(work(await_earlier), name="a command")
            finally:
                self._is_next.discard(is_next)
