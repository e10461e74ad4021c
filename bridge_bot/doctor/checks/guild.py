"""What else is wrong on a server: with its settings, its limits, and what happened lately."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bridge_bot.core.guild_settings.values import Served
from bridge_bot.core.replies.notices import as_plain_text
from bridge_bot.doctor.checks.permissions import check_permissions
from bridge_bot.doctor.finding import Finding, Named, Value, worst_first
from bridge_bot.doctor.guild_facts import ChannelFacts, GuildFacts, Lately

_MOST_REASONS = 5
_MOST_NAME_CHARS = 60


def check_guild(facts: GuildFacts) -> list[Finding]:
    """All findings about a server, the worst first."""
    return worst_first(
        [
            *_check_bot(facts),
            *check_permissions(facts),
            *check_settings(facts),
            *_check_limits(facts),
            *([] if facts.lately is None else check_lately(facts.lately, facts.label)),
        ]
    )


def _check_bot(facts: GuildFacts) -> Iterator[Finding]:
    """Whether the bot is for anybody there at all."""
    states = {
        "E322": facts.is_timed_out,
        "W323": not facts.is_allowed,
        "W321": facts.is_paused,
        "W331": facts.is_paused_by_operator,
        "W330": not facts.is_known,
    }
    return (Finding(code, about=facts.label) for code, is_so in states.items() if is_so)


def check_settings(facts: GuildFacts) -> Iterator[Finding]:
    """What is set and has no effect, or none any more."""

    def finding(code: str, holds: Callable[[ChannelFacts], bool]) -> Iterator[Finding]:
        if places := tuple(each.label for each in facts.channels if holds(each)):
            yield Finding(code, {"places": places}, facts.label)

    if facts.gone:
        yield Finding("W316", {"places": facts.gone}, facts.label)
    if facts.is_askers_gone:
        yield Finding("E317", about=facts.label)
    bots = {each.settings.chat_bot for each in facts.channels} - {"", *facts.chat_bots}
    if bots:
        names = tuple(as_plain_text(each, _MOST_NAME_CHARS) for each in sorted(bots))
        yield Finding("W318", {"names": names}, facts.label)
    if not facts.reads_messages:
        yield from finding("W319", lambda each: each.settings.served in _READ_ALL)
    if facts.shown_in_vain:
        yield Finding("N320", {"places": facts.shown_in_vain}, facts.label)
    yield from finding("N324", lambda each: each.is_here and each.settings.served is Served.NOTHING)


_READ_ALL = (Served.MESSAGES, Served.POSTS)


def _check_limits(facts: GuildFacts) -> Iterator[Finding]:
    for each in facts.reached:
        scope = Named(f"doctor-scope-{each.kind}", "doctor-scope-all")
        args: dict[str, Value] = {"scope": scope, "limit": each.limit, "until": str(each.ends_at_s)}
        yield Finding("W325", args, facts.label)


def check_lately(lately: Lately, about: str = "") -> Iterator[Finding]:
    """What the running bot has seen in the last hour."""
    if lately.outage:
        yield Finding("W328", {"reason": _reason(lately.outage)}, about)
    for code, counts in (("W327", lately.failed), ("N326", lately.refused)):
        often = sorted(counts.items(), key=lambda each: -each[1])[:_MOST_REASONS]
        for reason, count in often:
            yield Finding(code, {"count": count, "reason": _reason(reason)}, about)
    if lately.answer_age_s is not None and not lately.outage:
        yield Finding("N329", {"minutes": int(lately.answer_age_s // 60)}, about)


def _reason(text_key: str) -> Named:
    return Named(f"doctor-reason-{text_key}", "doctor-reason-other")
