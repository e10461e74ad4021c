"""What members start by a command or a control, and who is there for it."""

from __future__ import annotations

import discord

from bridge_bot.core.controls.controls import Controls
from bridge_bot.core.controls.kept_sources import KeptSources
from bridge_bot.core.controls.resolving import Resolving
from bridge_bot.core.events import Observe
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.handoffs.handoffs import Handoffs
from bridge_bot.core.intake import Intake
from bridge_bot.core.keyed_queue import KeyedQueue
from bridge_bot.core.ports import ConversationStore, UsageStore
from bridge_bot.core.privacy.privacy import Privacy
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.core.votes.votes import Votes
from bridge_bot.discord_adapter.intake.answer_places import AnswerPlaces
from bridge_bot.discord_adapter.intake.attached_files import AttachedFiles
from bridge_bot.discord_adapter.intake.commands import ask_about
from bridge_bot.discord_adapter.intake.commands import privacy as privacy_commands
from bridge_bot.discord_adapter.intake.commands.interaction_response import Interaction
from bridge_bot.discord_adapter.intake.commands.own_data import forget
from bridge_bot.discord_adapter.intake.commands.own_data.export import ExportCommand
from bridge_bot.discord_adapter.intake.commands.refusals import Refusals
from bridge_bot.discord_adapter.intake.commands.tree import Commands
from bridge_bot.discord_adapter.intake.components import Components
from bridge_bot.discord_adapter.intake.controls import source_page_ids, vote_form
from bridge_bot.discord_adapter.intake.controls.presses import ControlPresses
from bridge_bot.discord_adapter.intake.controls.question_reader import QuestionReader
from bridge_bot.discord_adapter.intake.controls.source_pages import SourcePages
from bridge_bot.discord_adapter.intake.controls.vote_presses import VotePresses
from bridge_bot.discord_adapter.intake.doctor.command import DoctorCommand
from bridge_bot.discord_adapter.intake.handoff.commands import HandoffCommands
from bridge_bot.discord_adapter.intake.membership import Membership
from bridge_bot.discord_adapter.intake.related_messages.quoted_messages import QuotedMessages
from bridge_bot.discord_adapter.intake.settings_panel import press
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from bridge_bot.discord_adapter.intake.settings_panel.panel import SettingsPanel
from bridge_bot.discord_adapter.intake.usage.command import UsageCommand
from bridge_bot.discord_adapter.rest import control_ids
from bridge_bot.doctor.running_bot import RunningBot


class Interactions:
    """The commands of one client, and the handlers of its controls.

    `queue` is that in which the messages of each channel are taken in.
    """

    def __init__(
        self,
        client: discord.Client,
        intake: Intake,
        membership: Membership,
        observe: Observe,
        *,
        conversations: ConversationStore,
        files: AttachedFiles,
        places: AnswerPlaces,
        queue: KeyedQueue[int],
        turns: TurnQueue,
        settings: KnownGuildSettings,
        operator: OperatorOptions,
        privacy: Privacy,
        votes: Votes,
        handoffs: Handoffs,
        usage: UsageStore,
        running: RunningBot | None = None,
        allow_user_install: bool = False,
    ) -> None:
        refusals = Refusals(
            *(client, intake, membership, observe), allows_user_install=allow_user_install
        )
        self._panel = SettingsPanel(client, settings, operator, refusals, observe)
        privacy_command = privacy_commands.PrivacyCommand(privacy, refusals)
        controls = Controls(intake, turns, privacy.opt_outs)
        handoff = HandoffCommands(
            *(handoffs, controls, conversations, refusals, observe), places=places
        )
        forget_command = forget.ForgetCommand(privacy.data, refusals)
        self.commands = Commands(
            *(client, intake, refusals, observe),
            store=conversations,
            files=files,
            queue=queue,
            places=places,
            settings_panel=self._panel,
            doctor=DoctorCommand(
                client, settings, operator, refusals, running=running, observe=observe
            ),
            privacy=privacy_command,
            forget=forget_command,
            export=ExportCommand(privacy.data, refusals),
            opt_outs=privacy.opt_outs,
            handoff=handoff,
            usage=UsageCommand(client, usage, refusals),
        )
        quoted = QuotedMessages(client, privacy.opt_outs, conversations, files, observe)
        self.question_reader = QuestionReader(client, quoted)
        source_pages = SourcePages(KeptSources(turns.store, turns.sources, observe), refusals)
        self._votes = VotePresses(client, votes, refusals)
        controls = Controls(intake, turns, privacy.opt_outs)
        control_presses = ControlPresses(
            controls,
            self.question_reader,
            refusals,
            source_pages=source_pages,
            votes=self._votes,
            resolving=Resolving(turns.store, turns.platform, settings, observe),
            handoff=handoff,
        )
        handlers = {
            press.PREFIX: self._panel.press,
            privacy_commands.PREFIX: privacy_command.press,
            forget.PREFIX: forget_command.press,
            ask_about.PREFIX: self.commands.submit_about,
            control_ids.PREFIX: control_presses.press,
            source_page_ids.PREFIX: source_pages.turn,
            vote_form.PREFIX: self._votes.submit,
        }
        self._components = Components(handlers, refusals, observe)

    async def press(self, interaction: Interaction) -> None:
        """Handle a press on a control, or a form that was sent; commands come to the tree."""
        await self._components.handle(interaction)

    async def close(self, grace_s: float) -> None:
        """Give commands and presses so many seconds to end, then cancel them."""
        await self.commands.close(grace_s)
        await self._components.close(grace_s)
        await self._votes.close(grace_s)
        await self._panel.close()
