"""What the handlers of one client's messages and interactions work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import discord

from bridge_bot.core.core import Core
from bridge_bot.discord_adapter.client_options import ClientOptions
from bridge_bot.discord_adapter.intake.answer_places import AnswerPlaces
from bridge_bot.discord_adapter.intake.attached_files import AttachedFiles
from bridge_bot.discord_adapter.intake.commands.refusals import Refusals
from bridge_bot.discord_adapter.intake.membership import Membership
from bridge_bot.discord_adapter.intake.related_messages.quoted_messages import QuotedMessages
from bridge_bot.discord_adapter.rest.file_downloads import FileDownloads
from bridge_bot.discord_adapter.rest.threads.private_threads import PrivateThreads


@dataclass(frozen=True, slots=True)
class IntakeContext:
    """What the handlers of one client share: they look up who is a member of what (`membership`),
    and where answers go (`places`), read files and what is quoted, and refuse.
    """

    client: discord.Client
    membership: Membership
    places: AnswerPlaces
    files: AttachedFiles
    quoted: QuotedMessages
    refusals: Refusals
    when_accepted: list[Callable[[int], None]] = field(default_factory=list)
    """What to call with the id of a message once the question that it asks waits for its answer."""

    @classmethod
    def of(
        cls,
        client: discord.Client,
        options: ClientOptions,
        core: Core,
        *,
        downloads: FileDownloads,
        private_threads: PrivateThreads,
    ) -> IntakeContext:
        """That of a client."""
        parts, observe = core.dependencies, core.dependencies.observe
        membership = Membership(client, options.allowed_guilds, observe)
        files = AttachedFiles(downloads, observe)
        return cls(
            client,
            membership,
            AnswerPlaces(
                *(parts.guild_settings, private_threads, parts.texts_of),
                sees_content=options.message_content,
            ),
            files,
            QuotedMessages(client, parts.opt_outs, parts.store.conversations, files, observe),
            Refusals(
                *(client, core.intake, membership, observe),
                allows_user_install=options.allow_user_install,
            ),
        )
