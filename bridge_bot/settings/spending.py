"""Who may spend, in one line for the log: the Chat API is paid, and a setting is easily missed."""

from __future__ import annotations

import logging

from bridge_bot.settings import RunSettings


def who_may_spend(settings: RunSettings) -> tuple[int, str]:
    """The level of the line, and the line: a warning if it is everybody on every server."""
    discord, answers = settings.discord, settings.answers
    servers = ", ".join(map(str, sorted(discord.allowed_guilds)))
    who = (
        f"members of these servers alone: {servers}"
        if servers
        else "everybody on every server that the bot is on, as ALLOWED_GUILDS is empty"
    )
    direct = "in direct messages too" if discord.allow_dms else "but not in direct messages"
    if discord.allow_user_install:
        direct += "; " + ("there too" if servers else "and anywhere on Discord")
        direct += " by whoever installs the bot for themselves"
    pace = answers.member_questions_per_minute
    each = f"at most {pace} questions a minute each" if pace else "any number of questions a minute"
    a_day = {
        "a member": answers.member_questions_per_day,
        "a server": answers.guild_questions_per_day,
        "in all": answers.questions_per_day,
    }
    limits = ", ".join(f"{limit} {of}" for of, limit in a_day.items() if limit)
    daily = (
        f"at most so many requests a day: {limits}" if limits else "any number of requests a day"
    )
    return logging.INFO if servers else logging.WARNING, (
        f"who may spend: {who}; {direct}; {each}; in all at most"
        f" {settings.chat_api.max_in_flight} requests to the Chat API at once; {daily}"
    )
