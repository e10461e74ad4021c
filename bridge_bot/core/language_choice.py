"""Which language is chosen for whom and where: looks it up, and has it changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.guild_settings.values import PlaceSettings, SettingChange, SettingName
from bridge_bot.core.languages import locale_beside
from bridge_bot.core.model import Conversation, ConversationKey, MemberPreferences, Question
from bridge_bot.core.policy.language_layers import LanguageLayer, LanguageLayers, LanguagePlace
from bridge_bot.core.turns.dependencies import Dependencies


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """Tells by what is stored, and by the policy, in which language a member is answered and the
    bot's own words beside the answer are said.
    """

    dependencies: Dependencies

    async def of_question(self, question: Question, shown_locale: str | None = None) -> Question:
        """The question with its language, and with the locale of what is said about it.

        `shown_locale` is that of its member's Discord, where an interaction has just shown it. What
        its member alone sees is in that one, whatever the answer is in. A store that fails leaves
        the language open; it can't take the question in either, and that is told then.
        """
        known = shown_locale or question.locale
        place = LanguagePlace(
            question.asker.id, question.place_id, question.conversation, question.guild_id
        )
        try:
            layers, member = await self._look_up(place)
        except StoreError:
            return replace(question, locale=known)
        _, code = layers.in_force
        locale = locale_beside(code, shown_locale, member.locale, question.locale)
        is_private = question.response is not None
        return replace(question, language=code, locale=known if is_private else locale)

    async def layers(self, place: LanguagePlace) -> LanguageLayers:
        """What each layer says there. Raises `StoreError`."""
        layers, _ = await self._look_up(place)
        return layers

    async def locale(self, place: LanguagePlace, otherwise: str | None) -> str | None:
        """The locale of what all are told there, beside no answer. `otherwise` is that of who
        caused it, or of its readers; it also serves while the store fails.
        """
        try:
            _, code = (await self.layers(place)).in_force
        except StoreError:
            return otherwise
        return locale_beside(code, otherwise)

    async def choose(self, scope: LanguageLayer, place: LanguagePlace, code: str | None) -> None:
        """Choose a language for one of the layers of a place; None: as the next layer says. Whether
        the member may is decided before. Raises `StoreError`, which is observed here.
        """
        store = self.dependencies.store
        try:
            if scope is LanguageLayer.CONVERSATION and place.conversation is not None:
                await store.conversations.set_language(place.conversation, code)
            elif scope is LanguageLayer.MEMBER:
                await store.preferences.set_language(place.member_id, code)
            elif place.guild_id is not None:
                channel_id = place.place_id if scope is LanguageLayer.CHANNEL else 0
                await self._set(place.guild_id, channel_id, place.member_id, code)
        except StoreError as error:
            self.dependencies.observe(OperationFailed(Operation.CHOOSE_LANGUAGE, error))
            raise

    async def note_locale(self, member_id: int, locale: str) -> None:
        """An interaction has shown the locale of a member's Discord. It is stored if it is another
        than before, but not of who has opted out. A failure is observed.
        """
        parts = self.dependencies
        try:
            if not await parts.opt_outs.is_opted_out(member_id):
                await parts.store.preferences.set_locale(member_id, locale)
        except StoreError as error:
            parts.observe(OperationFailed(Operation.NOTE_LOCALE, error))

    async def _set(self, guild_id: int, channel_id: int, member_id: int, code: str | None) -> None:
        settings, name = self.dependencies.guild_settings, SettingName.LANGUAGE
        former = (await settings.of(guild_id)).values.get(channel_id, {}).get(name)
        if former != code:
            await settings.change(SettingChange(guild_id, channel_id, name, code, member_id))

    async def _look_up(self, place: LanguagePlace) -> tuple[LanguageLayers, MemberPreferences]:
        parts, key = self.dependencies, place.conversation
        conversation = Conversation(ConversationKey(""))
        if key is not None:
            conversation = await parts.store.conversations.get(key)
        member = await parts.store.preferences.get(place.member_id)
        settings = PlaceSettings()
        if place.guild_id is not None:
            settings = await parts.guild_settings.place(place.guild_id, place.place_id)
        return parts.policy.languages(conversation, settings, member), member
