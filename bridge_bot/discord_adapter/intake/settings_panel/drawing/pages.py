"""The pages of a panel, each for a group of settings. Pure."""

from __future__ import annotations

from dataclasses import replace

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import AnswerPlace, SettingName
from bridge_bot.discord_adapter.intake.settings_panel.choices import (
    NONE,
    answer_places,
    chosen_option,
    opens_threads,
    options,
)
from bridge_bot.discord_adapter.intake.settings_panel.drawing.components import (
    Block,
    Button,
    Buttons,
    ButtonStyle,
    Entity,
    EntitySelect,
    OptionSelect,
    Text,
)
from bridge_bot.discord_adapter.intake.settings_panel.drawing.missing import warnings
from bridge_bot.discord_adapter.intake.settings_panel.drawing.wording import (
    change_text,
    mentions,
    name_text,
    text_key,
)
from bridge_bot.discord_adapter.intake.settings_panel.in_force import (
    LIMITS,
    NOT_INHERITED,
)
from bridge_bot.discord_adapter.intake.settings_panel.press import Action, Page
from bridge_bot.discord_adapter.intake.settings_panel.shown import Shown

MOST_CHOSEN = 25
"""So many Discord lets one choose in a select."""

_OF_QUESTIONS = (
    SettingName.SERVED,
    SettingName.ANSWER_PLACE,
    SettingName.CHAT_BOT,
    SettingName.LANGUAGE,
    SettingName.ARCHIVE_AFTER,
    SettingName.ARCHIVE_RESOLVED,
)


def page(shown: Shown) -> list[Block]:
    """The blocks of the page that is shown."""
    draw = {
        Page.OVERVIEW: _overview,
        Page.QUESTIONS: _questions,
        Page.ASKERS: _askers,
        Page.LIMITS: _limits,
        Page.EXTRAS: _extras,
        Page.CHANGES: _changes,
    }
    return draw[shown.state.page](shown)


def _overview(shown: Shown) -> list[Block]:
    """All settings in a few lines, and a server's pause."""
    names = [
        each for each in SettingName if each is not SettingName.PAUSED and _exists(each, shown)
    ]
    lines = [line for name in names for line in (shown.line(name), *warnings(name, shown))]
    blocks: list[Block] = [Text("\n".join(lines))]
    if not shown.is_server:
        paused = shown.in_force(SettingName.PAUSED).value is True
        return [*blocks, Text(shown.line(SettingName.PAUSED))] if paused else blocks
    has_own = {key for key, values in shown.settings.values.items() if key and values}
    channels = sorted(has_own - shown.place.gone_ids)
    if channels:
        said = mentions("<#{}>", channels, shown.texts)
        blocks.append(Text(shown.texts.get("settings-own-channels", channels=said)))
    return [*blocks, *_pause(shown)]


def _pause(shown: Shown) -> list[Block]:
    name, is_paused = SettingName.PAUSED, shown.in_force(SettingName.PAUSED).value is True
    button = Button(
        shown.press(Action.TAKE, f"{name}={not is_paused}"),
        shown.texts.get("settings-go-on" if is_paused else "settings-pause"),
        ButtonStyle.PRIMARY if is_paused else ButtonStyle.DANGER,
    )
    note = shown.texts.get("settings-pause-note")
    return [Text(f"{shown.line(name)}\n{note}"), Buttons((button,))]


def _questions(shown: Shown) -> list[Block]:
    """What is a question, where its answer goes, and who gives it."""
    blocks: list[Block] = []
    for name in _OF_QUESTIONS:
        if name is SettingName.SERVED and shown.to_confirm is not None:
            blocks += _confirmation(shown)
        elif _exists(name, shown):
            blocks += _option_setting(name, shown)
    return blocks


def _confirmation(shown: Shown) -> list[Block]:
    """What was chosen costs: say it, and let it be chosen once more."""
    served, texts = shown.to_confirm, shown.texts
    channel = f"<#{shown.state.channel_id}>"
    where = (
        texts.get("settings-where-server")
        if shown.is_server
        else texts.get("settings-where-channel", channel=channel)
    )
    take = Button(
        shown.press(Action.TAKE, f"{SettingName.SERVED}={served}"),
        texts.get(f"settings-take-{served}"),
        ButtonStyle.DANGER,
    )
    cancel = Button(shown.press(Action.SHOW), texts.get("settings-cancel"))
    return [Text(texts.get(f"settings-confirm-{served}", where=where)), Buttons((take, cancel))]


def _askers(shown: Shown) -> list[Block]:
    """Who may ask, and who may not."""
    roles, members = SettingName.ASKER_ROLES, SettingName.SHUT_OUT
    texts = shown.texts
    note = "" if shown.is_server else "\n" + texts.get("settings-shut-out-note")
    return [
        _text(roles, shown),
        _entities(roles, Entity.ROLE, texts.get("settings-choose-roles"), shown, MOST_CHOSEN),
        *_reset(roles, shown),
        Text(shown.line(members) + note),
        _entities(members, Entity.MEMBER, texts.get("settings-choose-members"), shown, MOST_CHOSEN),
        *_reset(members, shown),
    ]


def _limits(shown: Shown) -> list[Block]:
    """How much may be asked."""
    texts = shown.texts
    lines = [shown.line(name) for name in LIMITS]
    note = texts.get("settings-limits-note")
    fill_in = Button(
        shown.press(Action.FILL_IN), texts.get("settings-change-limits"), ButtonStyle.PRIMARY
    )
    return [Text("\n".join((*lines, note))), Buttons((fill_in,))]


def _extras(shown: Shown) -> list[Block]:
    """What stands under answers, and whom feedback and calls for help reach."""
    blocks: list[Block] = []
    for name in (SettingName.SHOW_SOURCES, SettingName.SHOW_CONTROLS):
        if _exists(name, shown):
            blocks += _option_setting(name, shown)
    for name, entity in (
        (SettingName.FEEDBACK_CHANNEL, Entity.TEXT_CHANNEL),
        (SettingName.HELP_ROLE, Entity.ROLE),
    ):
        if _exists(name, shown):
            placeholder = shown.texts.get(text_key("settings-choose", name))
            blocks += [_text(name, shown), _entities(name, entity, placeholder, shown)]
            blocks += _none(name, shown)
        if name is SettingName.FEEDBACK_CHANNEL:
            blocks.append(Text(shown.texts.get("settings-feedback-note")))
    if _exists(SettingName.QUIET_AFTER_HELPER, shown):
        blocks += _option_setting(SettingName.QUIET_AFTER_HELPER, shown)
    return blocks


def _changes(shown: Shown) -> list[Block]:
    """Who has changed what."""
    texts, state = shown.texts, shown.state
    if not shown.changes:
        return [Text(texts.get("settings-no-changes"))]
    buttons: list[Button] = []
    if state.before:
        newest = state.on(Page.CHANGES).press(Action.SHOW)
        buttons.append(Button(newest, texts.get("settings-newest")))
    if shown.has_older:
        older = replace(state, before=shown.changes[-1].version).press(Action.SHOW)
        buttons.append(Button(older, texts.get("settings-older")))
    lines = Text("\n".join(change_text(each, texts) for each in shown.changes))
    return [lines, Buttons(tuple(buttons))] if buttons else [lines]


def _exists(name: SettingName, shown: Shown) -> bool:
    """Whether there is anything to choose in this place."""
    if name is SettingName.ARCHIVE_AFTER:
        return opens_threads(shown.place.kind) or shown.own(name) is not None
    if name is SettingName.ARCHIVE_RESOLVED:
        return shown.place.kind is not PlaceKind.VOICE or shown.own(name) is not None
    if name is SettingName.ANSWER_PLACE:
        # Where it is clear, that is only to be chosen where something else is set.
        is_private = shown.in_force(name).value == AnswerPlace.PRIVATE_THREAD
        has_choice = len(answer_places(shown.place.kind)) > 1
        return has_choice or is_private or shown.own(name) is not None
    if name is SettingName.QUIET_AFTER_HELPER:
        has_role = bool(shown.in_force(SettingName.HELP_ROLE).value)
        return has_role or shown.own(name) is not None
    if name is SettingName.CHAT_BOT:
        return bool(shown.operator.chat_bots or shown.in_force(name).value)
    return True


def _text(name: SettingName, shown: Shown) -> Text:
    return Text("\n".join((shown.line(name), *warnings(name, shown))))


def _option_setting(name: SettingName, shown: Shown) -> list[Block]:
    select = OptionSelect(
        shown.press(Action.SET, name),
        options(name, shown),
        chosen_option(name, shown),
        name_text(name, shown.texts),
    )
    return [_text(name, shown), select]


def _entities(
    name: SettingName, entity: Entity, placeholder: str, shown: Shown, most: int = 1
) -> EntitySelect:
    own = shown.own(name)
    ids = own if isinstance(own, frozenset) else {int(own)} if own else frozenset[int]()
    chosen = sorted(ids - shown.place.gone_ids)
    return EntitySelect(
        shown.press(Action.SET, name), entity, placeholder, tuple(chosen[:most]), most
    )


def _none(name: SettingName, shown: Shown) -> list[Block]:
    """A button that sets a channel to none where its server has one, or that resets this."""
    if shown.own(name) == 0:
        return _reset(name, shown)
    if not shown.without_own(name).value:
        return []
    press = shown.press(Action.TAKE, f"{name}{NONE}")
    return [Buttons((Button(press, shown.texts.get("settings-none")),))]


def _reset(name: SettingName, shown: Shown) -> list[Block]:
    """A button that resets a setting, if it is set here."""
    if shown.own(name) is None:
        return []
    inherits = not shown.is_server and name not in NOT_INHERITED
    label = shown.texts.get("settings-reset" if inherits else "settings-reset-server")
    return [Buttons((Button(shown.press(Action.RESET, name), label),))]
