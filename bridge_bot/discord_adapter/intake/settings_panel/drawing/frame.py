"""Draws a panel: what it is about, the selects of the channel and of the page, and the page. Pure.

It is made of Discord's newer components ("Components V2"): a message of rows below a text has five
rows, of which the two selects here already take two, and a select each of the others. So each
setting stands right above its control, and 4,000 characters are allowed instead of 2,000. All of it
is text, which everybody sees: embeds are hidden from members who have switched previews off.
"""

from __future__ import annotations

from bridge_bot.discord_adapter.intake.settings_panel.drawing.components import (
    Block,
    Button,
    Buttons,
    Divider,
    Entity,
    EntitySelect,
    Option,
    OptionSelect,
    Panel,
    Text,
)
from bridge_bot.discord_adapter.intake.settings_panel.drawing.pages import page
from bridge_bot.discord_adapter.intake.settings_panel.drawing.wording import place_text
from bridge_bot.discord_adapter.intake.settings_panel.press import Action, Page
from bridge_bot.discord_adapter.intake.settings_panel.shown import Shown


def panel(shown: Shown) -> Panel:
    """The panel, whole."""
    texts = shown.texts
    title = texts.get("settings-title", place=place_text(shown.state.channel_id, texts))
    lines = (title, texts.get("settings-only-you"), shown.notice)
    return Panel(
        (
            Text("\n".join(filter(None, lines))),
            *_navigation(shown),
            Divider(),
            *page(shown),
        )
    )


def _navigation(shown: Shown) -> list[Block]:
    texts, state = shown.texts, shown.state
    channel = EntitySelect(
        shown.press(Action.SHOW_CHANNEL),
        Entity.PLACE,
        texts.get("settings-choose-channel"),
        () if shown.is_server else (state.channel_id,),
    )
    pages = OptionSelect(
        shown.press(Action.SHOW_PAGE),
        tuple(Option(each, texts.get(f"settings-page-{each}")) for each in Page),
        state.page,
        texts.get("settings-choose-page"),
    )
    if shown.is_server:
        return [channel, pages]
    back = Button(shown.press(Action.SHOW_CHANNEL, "server"), texts.get("settings-back-to-server"))
    return [channel, Buttons((back,)), pages]
