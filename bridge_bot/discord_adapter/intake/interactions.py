"""What members start by a command or a control, and who is there for it."""

from __future__ import annotations

from collections.abc import Mapping

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.controls.kept_sources import KeptSources
from bridge_bot.core.core import Core
from bridge_bot.core.keyed_queue import KeyedQueue
from bridge_bot.discord_adapter.intake.commands import ask_about
from bridge_bot.discord_adapter.intake.commands.handlers import CommandHandlers
from bridge_bot.discord_adapter.intake.commands.interaction_response import Interaction
from bridge_bot.discord_adapter.intake.commands.own_data import forget, privacy
from bridge_bot.discord_adapter.intake.commands.tree import Commands
from bridge_bot.discord_adapter.intake.components import Components, custom_id_of
from bridge_bot.discord_adapter.intake.context import IntakeContext
from bridge_bot.discord_adapter.intake.controls import source_page_ids, vote_form
from bridge_bot.discord_adapter.intake.controls.presses import ControlPresses
from bridge_bot.discord_adapter.intake.controls.source_pages import SourcePages
from bridge_bot.discord_adapter.intake.controls.vote_presses import VotePresses
from bridge_bot.discord_adapter.intake.parsing import locale_of
from bridge_bot.discord_adapter.intake.settings_panel import press
from bridge_bot.discord_adapter.rest import control_ids

_LEAVES_NO_TRACE = frozenset({"export", forget.PREFIX, privacy.PREFIX})
"""The commands, and the prefixes of controls, of who looks after what is stored of them: nothing
more is stored for that.
"""


class Interactions:
    """The commands of one client, and the handlers of its controls.

    `queue` is that in which the messages of each channel are taken in.
    """

    def __init__(
        self,
        core: Core,
        context: IntakeContext,
        handlers: CommandHandlers,
        queue: KeyedQueue[int],
    ) -> None:
        client, refusals = context.client, context.refusals
        observe, store = core.dependencies.observe, core.dependencies.store
        self.commands = Commands(client, handlers, refusals, observe, queue)
        self._panel = handlers.settings
        self._votes = VotePresses(client, core.votes, refusals)
        source_pages = SourcePages(KeptSources(store.turns, store.sources, observe), refusals)
        controls = ControlPresses(core, context, source_pages, self._votes, handlers.handoff)
        by_prefix = {
            press.PREFIX: self._panel.press,
            privacy.PREFIX: handlers.privacy.press,
            forget.PREFIX: handlers.forget.press,
            ask_about.PREFIX: self.commands.submit_about,
            control_ids.PREFIX: controls.press,
            source_page_ids.PREFIX: source_pages.turn,
            vote_form.PREFIX: self._votes.submit,
        }
        self._components = Components(by_prefix, refusals, observe)
        self._languages = core.intake.languages
        self._noting = BackgroundTasks()

    async def press(self, interaction: Interaction) -> None:
        """Handle a press on a control, or a form that was sent; commands come to the tree. Each
        interaction shows the locale of its member.
        """
        await self._components.handle(interaction)
        # Last: it holds nothing up, also where the store has to be waited for.
        locale = locale_of(interaction.locale)
        if locale is not None and _subject(interaction) not in _LEAVES_NO_TRACE:
            noting = self._languages.note_locale(interaction.user.id, locale)
            self._noting.start(noting, name="noting a locale")

    async def close(self, grace_s: float) -> None:
        """Give commands and presses so many seconds to end, then cancel them."""
        await self.commands.close(grace_s)
        await self._components.close(grace_s)
        await self._votes.close(grace_s)
        await self._noting.close(grace_s)
        await self._panel.close()


def _subject(interaction: Interaction) -> str:
    """The name of a command, or the prefix of a control or form."""
    data: Mapping[str, object] = dict(interaction.data or {})
    return str(data.get("name") or custom_id_of(interaction).partition(":")[0])
