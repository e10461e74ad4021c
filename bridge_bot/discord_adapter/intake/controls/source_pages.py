"""Shows who pressed *Sources* the sources of an answer, in a message that nobody else sees.

Their buttons go on to other pages of it. All that they need stands in their `custom_id`, so that
they work after a restart.
"""

from __future__ import annotations

from discord import ui

from bridge_bot.core.controls.kept_sources import KeptSources
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.sources.sources_pages import sources_pages
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    acknowledge,
    defer,
    edit,
    follow_up,
)
from bridge_bot.discord_adapter.intake.commands.refusals import Refusals, origin_of
from bridge_bot.discord_adapter.intake.components import custom_id_of, is_private
from bridge_bot.discord_adapter.intake.controls.source_page_ids import (
    SourcePage,
    source_page_id,
    wanted_source_page,
)
from bridge_bot.texts import Texts

Shown = tuple[str, ui.View]
"""A text, and the buttons below it."""


class SourcePages:
    """Handles presses on *Sources*, and on the buttons of what that shows."""

    def __init__(self, kept: KeptSources, refusals: Refusals) -> None:
        self._kept = kept
        self._refusals = refusals

    async def show(self, interaction: Interaction, turn_id: int) -> None:
        """Show the first page, or tell why there is none."""
        await defer(interaction)  # first: Discord waits for 3 s, the store may take longer
        await follow_up(interaction, *await self._page(interaction, SourcePage(turn_id, 0)))

    async def turn(self, interaction: Interaction) -> None:
        """Show another page in place of the one whose button was pressed."""
        wanted = wanted_source_page(custom_id_of(interaction))
        if wanted is None or not is_private(interaction):
            gone = Refusal("control-sources-gone")
            await self._refusals.respond_ephemerally(interaction, gone)
            return
        await acknowledge(interaction)
        await edit(interaction, *await self._page(interaction, wanted))

    async def _page(self, interaction: Interaction, wanted: SourcePage) -> Shown:
        texts = self._refusals.texts(interaction)
        found = await self._kept.of(wanted.turn_id, origin_of(interaction))
        if isinstance(found, Refusal):
            return texts.get(found.text_key, **found.text_args), _view()
        pages = sources_pages(found, texts)
        page = min(wanted.page, len(pages) - 1)
        shown = wanted._replace(page=page)
        return pages[page], _view(*_buttons(shown, len(pages), texts))


def _buttons(shown: SourcePage, pages: int, texts: Texts) -> tuple[ui.Button[ui.View], ...]:
    """Back and forth, always in the same place; none for a single page."""
    if pages == 1:
        return ()
    return tuple(
        ui.Button(
            label=texts.get(text_key),
            # Two of one message may not be the same (Discord), so at an end it is this page's own.
            custom_id=source_page_id(shown._replace(page=min(max(page, 0), pages - 1))),
            disabled=not 0 <= page < pages,
        )
        for text_key, page in (("sources-back", shown.page - 1), ("sources-next", shown.page + 1))
    )


def _view(*buttons: ui.Button[ui.View]) -> ui.View:
    view = ui.View(timeout=None)
    for each in buttons:
        view.add_item(each)
    view.stop()  # so that discord.py does not remember it: a press is known by its `custom_id`
    return view
