"""The definitions of the commands with their texts in all languages, as Discord takes them.

Which text goes where is told by the names of things: the description of `/usage` is
`usage-description`, its option `days` is called `usage-days-name` and described by
`usage-days-description`, and the choice `channel` of the option `scope` of `/language` is
`language-scope-channel`.

The names of slash commands are English everywhere: our sentences, which many members of several
languages read at once, and the documentation call them `/ask`. Arabic is none of Discord's locales.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bridge_bot.core.languages import LANGUAGES
from bridge_bot.texts import ENGLISH, Texts
from bridge_bot.texts.locales import DISCORD_LOCALES

Definition = Mapping[str, Any]

_CHAT_INPUT = 1
_CONTEXT_MENU_KEY = "about-name"
_AUTO_KEY = "language-auto"
_TEXTS = ("name", "name_localizations", "description", "description_localizations")


def localized(command: Definition) -> dict[str, Any]:
    """The definition of a command with its texts in all languages."""
    name = command["name"]
    if command.get("type", _CHAT_INPUT) != _CHAT_INPUT:
        return {**command, **_name(name, _CONTEXT_MENU_KEY)}
    options = [_option(name, each) for each in command.get("options", ())]
    return {**command, **_description(f"{name}-description"), "options": options}


def outdated(told: Iterable[Definition]) -> Iterator[str]:
    """The names of those commands that Discord has with other texts than ours. `told` is what it
    has, with all languages.
    """
    for command in told:
        if _texts_of(command) != _texts_of(localized(command)):
            yield command["name"]


def _option(command: str, option: Definition) -> dict[str, Any]:
    key = f"{command}-{option['name']}"
    choices = [_choice(command, key, each) for each in option.get("choices", ())]
    texts = {**_name(option["name"], f"{key}-name"), **_description(f"{key}-description")}
    return {**option, **texts, **({"choices": choices} if choices else {})}


def _choice(command: str, option_key: str, choice: Definition) -> dict[str, Any]:
    """A choice with its name. A language has its English and its own name; in our languages, its
    own one is enough.
    """
    value = choice["value"]
    key = next(filter(_english, (f"{option_key}-{value}", f"{command}-option-{value}")), None)
    if key is not None:
        return {**choice, "name": _english(key), **_name(_english(key), key)}
    if value not in LANGUAGES:
        return dict(choice)
    names = {
        locale: texts.get(_AUTO_KEY) if value == "auto" else LANGUAGES[value].native_name
        for locale in DISCORD_LOCALES
        if (texts := Texts.of(locale)).locale != ENGLISH
    }
    return {**choice, "name_localizations": names}


def _name(name: str, key: str) -> dict[str, Any]:
    return {"name_localizations": _localizations(key, name)}


def _description(key: str) -> dict[str, Any]:
    description = Texts.of(ENGLISH).get(key)
    localizations = _localizations(key, description)
    return {"description": description, "description_localizations": localizations}


def _english(key: str) -> str:
    try:
        return Texts.of(ENGLISH).get(key)
    except KeyError:
        return ""


def _localizations(key: str, default: str) -> dict[str, str]:
    """A text by Discord's locales, where it is another than the default."""
    if not _english(key):
        return {}
    texts = {locale: Texts.of(locale).get(key) for locale in DISCORD_LOCALES}
    return {locale: text for locale, text in texts.items() if text != default}


def _texts_of(definition: Definition) -> dict[str, Any]:
    """The texts of a command, an option or a choice, without what Discord adds."""
    texts: dict[str, Any] = {each: definition.get(each) or None for each in _TEXTS}
    for inside in ("options", "choices"):
        texts[inside] = [_texts_of(each) for each in definition.get(inside) or ()]
    return texts
