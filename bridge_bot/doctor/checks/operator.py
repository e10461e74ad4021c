"""All checks of the bot as a whole, for whoever runs it."""

from __future__ import annotations

from collections.abc import Iterator

from bridge_bot.doctor.checks.application import check_discord
from bridge_bot.doctor.checks.guild import check_guild
from bridge_bot.doctor.finding import Finding, worst_first
from bridge_bot.doctor.operator_facts import (
    ChatApiFacts,
    DatabaseFacts,
    DatabaseState,
    MachineFacts,
    OperatorFacts,
    RunningFacts,
)

CLOCK_TOLERANCE_S = 5.0
"""How far this machine's clock may be off. Discord's dates have whole seconds, and travel."""


def check_all(facts: OperatorFacts) -> list[Finding]:
    """All findings, the worst first."""
    found = [
        *(Finding("E101", {"problem": each}) for each in facts.setting_problems),
        *(Finding("W102", {"problem": each}) for each in facts.setting_warnings),
        *(Finding("E104", {"problem": each}, "TEXTS_DIR") for each in facts.text_problems),
        *(check_database(facts.database) if facts.database else ()),
        *(check_chat_api(facts.chat_api) if facts.chat_api else ()),
        *(check_running(facts.running) if facts.running else ()),
        *check_machine(facts.machine),
    ]
    if facts.discord is not None:
        found += check_discord(facts.discord)
        found += (finding for guild in facts.discord.guilds for finding in check_guild(guild))
    return worst_first(found)


def check_database(facts: DatabaseFacts) -> Iterator[Finding]:
    """Whether the database can be used, and what the bot does by it."""
    match facts.state:
        case DatabaseState.BROKEN:
            yield Finding("E401", {"reason": facts.problem}, "DATABASE_URL")
        case DatabaseState.MISSING:
            yield Finding("N402", about="DATABASE_URL")
        case DatabaseState.OLD:
            yield Finding("N403")
    if facts.runs_in:
        yield Finding("N404", {"process": facts.runs_in})
    if facts.is_paused:
        yield Finding("W331")
    if 0 < facts.limit_today <= facts.requests_today:
        yield Finding("W406", {"limit": facts.limit_today}, "QUESTIONS_PER_DAY")
    if facts.answers_failed and not facts.answers_done:
        yield Finding("W407", {"count": facts.answers_failed, "reason": facts.last_failure})
    elif facts.answers_done:
        counts = {"done": facts.answers_done, "failed": facts.answers_failed}
        yield Finding("N408", counts)


def check_chat_api(facts: ChatApiFacts) -> Iterator[Finding]:
    """Whether the Chat API is there and, if it was asked, answers."""
    if not facts.is_encrypted and not facts.is_local:
        yield Finding("W505", about="CHAT_API_BASE_URL")
    if facts.problem:
        args = {"host": facts.host, "reason": facts.problem}
        yield Finding("E501", args, "CHAT_API_BASE_URL")
    elif not facts.asked:
        yield Finding("N502", {"host": facts.host})
    elif facts.failure:
        yield Finding("E503", {"reason": facts.failure})
    else:
        yield Finding("N504", {"seconds": f"{facts.took_s:.1f}"})


def check_running(facts: RunningFacts) -> Iterator[Finding]:
    """How the running bot is, and what it counted since its start."""
    if facts.reasons:
        yield Finding("W801", {"reasons": ", ".join(facts.reasons)})
    else:
        yield Finding("N802")
    if facts.last_result not in ("", "ok"):
        yield Finding("W803", {"reason": facts.last_result})
    counted = {
        "N804": facts.refused,
        "W805": facts.skipped,
        "W806": facts.limited,
        "W807": facts.failed,
    }
    for code, counts in counted.items():
        if counts:
            often = sorted(counts.items(), key=lambda each: -each[1])
            yield Finding(code, {"counts": tuple(f"{count} × {name}" for name, count in often)})


def check_machine(facts: MachineFacts) -> Iterator[Finding]:
    """The clock, the versions and the proxies."""
    ahead_s = facts.clock_ahead_s
    if ahead_s is not None and abs(ahead_s) > CLOCK_TOLERANCE_S:
        yield Finding("W601", {"seconds": f"{ahead_s:+.0f}"})
    if facts.versions:
        yield Finding("N602", {"versions": ", ".join(facts.versions)})
    for proxy in facts.proxies:
        yield Finding("N701", {"proxy": proxy})
