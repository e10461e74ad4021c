"""`/language`: which language is in force where it is used, and the choice of another one."""

from __future__ import annotations

from functools import partial

from discord import app_commands

from bridge_bot.core.errors import StoreError
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.policy.language_layers import (
    SCOPES,
    LanguageLayer,
    LanguageLayers,
    LanguagePlace,
    refusal_of_language,
    refusal_of_scope,
)
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    defer,
    in_time,
    tell,
)
from bridge_bot.discord_adapter.intake.commands.refusals import AwaitEarlier, Refusals
from bridge_bot.texts import ENGLISH, Texts

RESET = "reset"
"""What is chosen instead of a language where the next layer shall say it."""

_ENGLISH = Texts.of("en")

LANGUAGE_CHOICES = [
    *(app_commands.Choice(name=each.label, value=each.code) for each in LANGUAGES.values()),
    app_commands.Choice(name=_ENGLISH.get("language-option-reset"), value=RESET),
]
SCOPE_CHOICES = [
    app_commands.Choice(name=_ENGLISH.get(f"language-scope-{each}"), value=str(each))
    for each in SCOPES
]

_OF_GUILD = (LanguageLayer.CHANNEL, LanguageLayer.GUILD)


class LanguageCommand:
    """Shows and sets languages. What is set for a whole conversation, all see who read it."""

    def __init__(self, refusals: Refusals) -> None:
        self._refusals = refusals
        self._languages = refusals.languages

    async def run(
        self,
        interaction: Interaction,
        code: str | None,
        scope: str | None,
        await_earlier: AwaitEarlier,
    ) -> None:
        """Set a language, or without a code show what is in force; or tell the member why not."""
        place = self._refusals.language_place(interaction)
        layer = LanguageLayer(scope) if scope else place.usual_scope
        refusal = await self._refusal(interaction, code, layer, place)
        if refusal is not None:
            await self._refusals.respond_ephemerally(interaction, refusal)
            return
        is_for_all = (
            layer is LanguageLayer.CONVERSATION
            and code is not None
            and not self._refusals.is_elsewhere(interaction)
        )

        async def work() -> str:
            await await_earlier()
            if code is not None:
                await self._languages.choose(layer, place, None if code == RESET else code)
            layers = await self._languages.layers(place)
            if is_for_all:
                texts = await self._refusals.public_texts(interaction)
                return chosen_text(layer, code or RESET, texts)
            texts = self._refusals.texts(interaction)
            told = [chosen_text(layer, code, texts)] if code is not None else []
            return "\n".join([*told, layers_text(layers, place, texts)])

        try:
            text = await in_time(interaction, work(), partial(defer, ephemeral=not is_for_all))
        except StoreError as error:
            await self._refusals.respond_ephemerally(interaction, Refusal(error.text_key))
        else:
            await tell(interaction, text, ephemeral=not is_for_all)

    async def _refusal(
        self, interaction: Interaction, code: str | None, layer: LanguageLayer, place: LanguagePlace
    ) -> Refusal | None:
        """Why nothing is shown or chosen, or None."""
        guild_ids = await self._refusals.guild_ids(interaction)
        if (refusal := self._refusals.for_place(interaction, guild_ids)) is not None:
            return refusal
        if layer not in _OF_GUILD or code is None:  # those who manage a server can set it anywhere
            refusal = await self._refusals.for_member(interaction)
        if refusal is None and layer is LanguageLayer.CONVERSATION and code is not None:
            refusal = self._refusals.for_writing(interaction)
        if refusal is not None or code is None:
            return refusal
        unknown = None if code == RESET else refusal_of_language(code)
        return unknown or refusal_of_scope(layer, place)


def chosen_text(layer: LanguageLayer, code: str, texts: Texts) -> str:
    """What is said of a choice: a code of the Chat API, or `RESET`. Pure."""
    language = "" if code == RESET else language_text(code, texts)
    return texts.get(f"language-chosen-{layer}", code=code, language=language)


def layers_text(layers: LanguageLayers, place: LanguagePlace, texts: Texts) -> str:
    """What is in force in a place, and what each layer says there. Pure."""
    holds, code = layers.in_force
    lines = [texts.get("language-in-force", code=code, language=language_text(code, texts))]
    for layer in place.layers:
        said = layers.codes[layer]
        language = texts.get("language-unset") if said is None else language_text(said, texts)
        line = texts.get(f"language-layer-{layer}", language=language)
        lines.append(f"- **{line}**" if layer is holds else f"- {line}")
    lines.append(texts.get("language-how"))
    return "\n".join(lines)


def language_text(code: str, texts: Texts) -> str:
    """What a language is called: in English by both of its names, elsewhere by its own. A code that
    the table does not know any more is said as it is.
    """
    if code == "auto":
        return texts.get("language-auto")
    if code not in LANGUAGES:
        return code
    language = LANGUAGES[code]
    return language.label if texts.locale == ENGLISH else language.native_name
