"""What `/privacy` tells a member. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bridge_bot.texts import Texts


@dataclass(frozen=True, slots=True)
class PrivacyFacts:
    """What the operator's settings decide: the host that questions are sent to, the address of his
    own page on privacy, if there is one, and for how many days questions are kept.
    """

    chat_api_host: str
    page_url: str | None = None
    retention_days: float = 30


def privacy_statement(facts: PrivacyFacts, texts: Texts, *, is_opted_out: bool) -> str:
    """What is read, sent, stored and kept, and what this member has chosen, as Markdown."""
    host, url = facts.chat_api_host, facts.page_url
    paragraphs = [
        texts.get("privacy-sent", host=host),
        texts.get("privacy-read"),
        texts.get("privacy-stored"),
        texts.get("privacy-kept", days=math.ceil(facts.retention_days)),
        texts.get("privacy-page", url=url) if url else "",
        texts.get("privacy-is-opted-out" if is_opted_out else "privacy-may-opt-out"),
    ]
    return "\n\n".join(filter(None, paragraphs))
