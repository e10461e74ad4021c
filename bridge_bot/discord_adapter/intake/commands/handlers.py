"""What runs each command."""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.core import Core
from bridge_bot.discord_adapter.intake.commands.ask import AskCommand
from bridge_bot.discord_adapter.intake.commands.ask_about import AskAbout
from bridge_bot.discord_adapter.intake.commands.help import HelpCommand
from bridge_bot.discord_adapter.intake.commands.language import LanguageCommand
from bridge_bot.discord_adapter.intake.commands.new import NewCommand
from bridge_bot.discord_adapter.intake.commands.own_data.export import ExportCommand
from bridge_bot.discord_adapter.intake.commands.own_data.forget import ForgetCommand
from bridge_bot.discord_adapter.intake.commands.own_data.privacy import PrivacyCommand
from bridge_bot.discord_adapter.intake.context import IntakeContext
from bridge_bot.discord_adapter.intake.doctor.command import DoctorCommand
from bridge_bot.discord_adapter.intake.handoff.commands import HandoffCommands
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from bridge_bot.discord_adapter.intake.settings_panel.panel import SettingsPanel
from bridge_bot.discord_adapter.intake.usage.command import UsageCommand
from bridge_bot.doctor.running_bot import RunningBot


@dataclass(frozen=True, slots=True)
class CommandHandlers:
    """One for each command, or for two that belong together; most have presses of their own."""

    ask: AskCommand
    ask_about: AskAbout
    new: NewCommand
    help: HelpCommand
    language: LanguageCommand
    settings: SettingsPanel
    privacy: PrivacyCommand
    forget: ForgetCommand
    export: ExportCommand
    doctor: DoctorCommand
    usage: UsageCommand
    handoff: HandoffCommands

    @classmethod
    def of(
        cls,
        core: Core,
        context: IntakeContext,
        operator: OperatorOptions,
        running: RunningBot | None,
    ) -> CommandHandlers:
        """Those of one client; for `running` see `DoctorCommand`."""
        parts, observe = core.dependencies, core.dependencies.observe
        client, refusals, store = context.client, context.refusals, core.dependencies.store
        ask = AskCommand(core.intake, context, observe)
        return cls(
            ask=ask,
            ask_about=AskAbout(ask, refusals, parts.opt_outs, observe),
            new=NewCommand(refusals, store.conversations, observe),
            help=HelpCommand(refusals, context.places),
            language=LanguageCommand(refusals),
            settings=SettingsPanel(client, parts.guild_settings, operator, refusals, observe),
            privacy=PrivacyCommand(core.privacy, refusals),
            forget=ForgetCommand(core.privacy.data, refusals),
            export=ExportCommand(core.privacy.data, refusals),
            doctor=DoctorCommand(
                *(client, parts.guild_settings, operator, refusals),
                running=running,
                observe=observe,
            ),
            usage=UsageCommand(client, store.usage, refusals),
            handoff=HandoffCommands(core, context),
        )
