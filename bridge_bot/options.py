"""What each part of the bot is told of the settings. The parts do not know these themselves."""

from __future__ import annotations

from importlib.metadata import version

from yarl import URL

from bridge_bot.core.events import Observe
from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.core.policy.chat_bots import ChatBots
from bridge_bot.core.policy.daily_limits import DailyLimits
from bridge_bot.core.policy.policy import Policy
from bridge_bot.core.privacy.statement import PrivacyFacts
from bridge_bot.core.turns.dependencies import AnswerOptions
from bridge_bot.discord_adapter.client_options import DISCORD_API_BASE_URL, ClientOptions
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from bridge_bot.discord_adapter.rest.user_agent import user_agent
from bridge_bot.proxies.proxies import DIRECT
from bridge_bot.settings import RunSettings
from bridge_bot.store.shards import Shards

VERSION = version("bridge-bot")
"""The version of this program."""

_GATEWAY = URL("wss://gateway.discord.gg")


def client_options(settings: RunSettings) -> ClientOptions:
    """The connection to Discord."""
    discord = settings.discord
    return ClientOptions(
        token=discord.token.reveal(),
        proxies=settings.proxies.chosen("DISCORD_PROXY", discord.proxy),
        user_agent=user_agent(VERSION),
        api_base_url=discord.api_base_url or DISCORD_API_BASE_URL,
        message_content=discord.message_content,
        allow_user_install=discord.allow_user_install,
        allowed_guilds=discord.allowed_guilds,
        shard_count=discord.shards.count,
        shard_ids=discord.shards.ids,
        catch_up_hours=settings.answers.catch_up_hours,
    )


def proxies_in_use(settings: RunSettings) -> str:
    """Which connections go by which proxy, as a line for the log."""
    discord = client_options(settings)
    chat_api = settings.proxies.chosen("CHAT_API_PROXY", settings.chat_api.proxy)
    used = {
        "Discord": discord.proxies.proxy_for(URL(discord.api_base_url)),
        "the Chat API": chat_api.proxy_for(URL(settings.chat_api.base_url)),
    }
    if settings.discord.api_base_url is None:  # else Discord has to be asked first where it is
        used["Discord's gateway"] = discord.proxies.proxy_for(_GATEWAY)
    if not any(used.values()):
        return "proxies: none"
    return f"proxies: {', '.join(f'{service} by {by or DIRECT}' for service, by in used.items())}"


def daily_limits(settings: RunSettings) -> DailyLimits:
    """The limits of a day."""
    return DailyLimits(
        per_member=settings.answers.member_questions_per_day,
        per_guild=settings.answers.guild_questions_per_day,
        in_all=settings.answers.questions_per_day,
    )


def answer_options(settings: RunSettings) -> AnswerOptions:
    """The answers."""
    return AnswerOptions(
        mention_needed=not settings.discord.message_content,
        max_pages=settings.answers.max_pages,
        show_sources=settings.answers.show_sources,
        show_controls=settings.answers.show_controls,
        notify_after_s=settings.answers.notify_after_s,
        disclosed_host=settings.chat_api.host_name if settings.privacy.first_answer_notice else "",
        catch_up_s=settings.answers.catch_up_hours * 3600.0,
    )


def operator_options(settings: RunSettings) -> OperatorOptions:
    """The panel of `/settings`: what is in force where a server sets nothing."""
    return OperatorOptions(
        chat_bots=tuple(settings.chat_api.bots),
        limits={
            SettingName.MEMBER_QUESTIONS_PER_MINUTE: settings.answers.member_questions_per_minute,
            SettingName.MEMBER_QUESTIONS_PER_DAY: settings.answers.member_questions_per_day,
            SettingName.QUESTIONS_PER_DAY: settings.answers.guild_questions_per_day,
        },
        reads_messages=settings.discord.message_content,
        show_sources=settings.answers.show_sources,
        show_controls=settings.answers.show_controls,
    )


def policy(settings: RunSettings, observe: Observe) -> Policy:
    """Who may ask, how often, which chatbot, and in which language."""
    return Policy(
        allowed_guilds=settings.discord.allowed_guilds,
        allow_dms=settings.discord.allow_dms,
        questions_per_minute=settings.answers.member_questions_per_minute,
        waiting_per_conversation=settings.answers.conversation_queue,
        chat_bots=ChatBots(settings.chat_api.bots, observe),
        default_language=settings.chat_api.default_language,
    )


def own_shards(settings: RunSettings) -> Shards | None:
    """The store: which turns are this process's, by their shards; None: all."""
    shards = settings.discord.shards
    return Shards(shards.count, shards.ids) if shards.ids and shards.count else None


def retention_days(settings: RunSettings) -> float:
    """How long finished turns are kept: as long as a question may be found that was missed, at
    least, since by them it is known that it was answered.
    """
    answers = settings.answers
    return max(answers.retention_days, answers.catch_up_hours / 24)


def privacy_facts(settings: RunSettings) -> PrivacyFacts:
    """The statement of `/privacy`."""
    return PrivacyFacts(settings.chat_api.host_name, settings.privacy.url, retention_days(settings))
