"""Which chatbot answers a question, in which conversation of the Chat API's, and in which language.
Pure, but that the operator is told of a chatbot that is missing.
"""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import Conversation
from bridge_bot.core.policy.chat_bots import ChatBots
from bridge_bot.core.policy.language_layers import LanguageLayers


@dataclass(frozen=True, slots=True)
class Choice:
    """What is sent with a question. `chat_bot` is empty for that of `CHAT_BOT_UID`; without a
    `conversation_uid` the Chat API begins a conversation.

    A conversation `begins_anew` if the chatbot that knew it is not there any more.
    """

    language: str
    chat_bot: str = ""
    conversation_uid: str | None = None
    begins_anew: bool = False


def choice_for(
    conversation: Conversation,
    settings: PlaceSettings,
    chat_bots: ChatBots,
    languages: LanguageLayers,
) -> Choice:
    """The choice for a question of this conversation, asked in a place with these settings, where
    the `languages` are chosen.

    A chatbot stays with its conversation, since only that one knows what was said in it. A new
    conversation is the chatbot's that its place is set to.
    """
    _, language = languages.in_force
    uid, chat_bot = conversation.conversation_uid, conversation.chat_bot
    if uid is not None and chat_bots.has(chat_bot):
        return Choice(language, chat_bot, uid)
    chosen = chat_bots.chosen(settings.chat_bot)
    return Choice(language, chosen, begins_anew=uid is not None)
