"""`/help`: how the bot is asked, where its member uses the command."""

from __future__ import annotations

from dataclasses import dataclass

import discord

from bridge_bot.core.guild_settings.values import AnswerPlace, PlaceSettings, Served
from bridge_bot.discord_adapter.intake.answer_places import AnswerPlaces
from bridge_bot.discord_adapter.intake.commands.interaction_response import Interaction, respond
from bridge_bot.discord_adapter.intake.commands.language import language_text
from bridge_bot.discord_adapter.intake.commands.refusals import Refusals
from bridge_bot.texts import Texts

_MOST_ROLES = 10

_ASKED_BY = {
    Served.MENTIONS: "help-mentions",
    Served.MESSAGES: "help-messages",
    Served.POSTS: "help-posts",
}

_ANSWERED_IN = {
    AnswerPlace.PUBLIC_THREAD: "help-in-thread",
    AnswerPlace.PRIVATE_THREAD: "help-in-private-thread",
    AnswerPlace.CHANNEL: "help-in-channel",
}


@dataclass(frozen=True, slots=True)
class HelpFacts:
    """Where the command is used: `is_elsewhere` where the bot is no member.

    `refusal` is why its member can't ask there, if they can't, and `language` the code of that in
    which they are answered; without `sees_content` only what
    mentions the bot can be read.
    """

    bot_id: int
    place: PlaceSettings
    is_direct: bool = False
    is_own_thread: bool = False
    is_elsewhere: bool = False
    sees_content: bool = True
    may_manage: bool = False
    refusal: str = ""
    language: str = "auto"


class HelpCommand:
    """Tells a member, privately. It may be used everywhere and by everybody."""

    def __init__(self, refusals: Refusals, places: AnswerPlaces) -> None:
        self._refusals = refusals
        self._places = places

    async def run(self, interaction: Interaction) -> None:
        """Tell the member. Raises `StoreError` while it is not known what is set there."""
        channel, me = interaction.channel, interaction.client.user
        texts = self._refusals.texts(interaction)
        settings = PlaceSettings()
        if channel is not None:
            settings = await self._places.settings(interaction.guild_id, channel)
        guild_ids = await self._refusals.guild_ids(interaction)
        refusal = self._refusals.for_place(
            interaction, guild_ids
        ) or await self._refusals.for_member(interaction)
        layers = await self._refusals.languages.layers(self._refusals.language_place(interaction))
        bot_id = interaction.application_id if me is None else me.id
        facts = HelpFacts(
            bot_id,
            settings,
            is_direct=interaction.guild_id is None,
            is_own_thread=isinstance(channel, discord.Thread) and channel.owner_id == bot_id,
            is_elsewhere=self._refusals.is_elsewhere(interaction),
            sees_content=self._places.sees_content,
            may_manage=interaction.guild_id is not None and interaction.permissions.manage_guild,
            refusal=texts.get(refusal.text_key, **refusal.text_args) if refusal else "",
            language=layers.in_force[1],
        )
        await respond(interaction, help_text(facts, texts), ephemeral=True)


def help_text(facts: HelpFacts, texts: Texts) -> str:
    """What a member is told, as Markdown. Pure."""
    bot = f"<@{facts.bot_id}>"
    lines = [f"**{facts.refusal}**"] if facts.refusal else [*_how(facts, bot, texts)]
    lines += [texts.get(f"help-{each}") for each in ("about", "files")]
    in_thread = not (facts.is_direct or facts.is_elsewhere)
    language = language_text(facts.language, texts)
    lines.append(texts.get("help-language", code=facts.language, language=language))
    lines.append(texts.get("help-new" if in_thread else "help-new-direct"))
    if facts.place.help_role_id is not None and not facts.is_elsewhere:
        role = f"<@&{facts.place.help_role_id}>"
        lines.append(texts.get("help-handoff", role=role))
    if roles := sorted(facts.place.asker_role_ids)[:_MOST_ROLES]:
        lines.append(texts.get("help-roles", roles=" ".join(f"<@&{each}>" for each in roles)))
    if facts.may_manage:
        lines.append(texts.get("help-settings"))
    lines.append(texts.get("help-privacy"))
    return "\n".join((texts.get("help-intro"), *(f"- {line}" for line in lines)))


def _how(facts: HelpFacts, bot: str, texts: Texts) -> list[str]:
    """How a question is asked, and where its answer comes."""
    if facts.is_elsewhere:
        return [texts.get("help-elsewhere")]
    if facts.is_direct:
        return [texts.get("help-direct")]
    if facts.is_own_thread:
        own = "help-own-thread" if facts.sees_content else "help-mentions"
        return [texts.get(own, bot=bot)]
    served = facts.place.served if facts.sees_content else Served.MENTIONS
    key = _ASKED_BY.get(served, "help-mentions")
    return [texts.get(key, bot=bot), texts.get(_ANSWERED_IN[facts.place.answer_place])]
