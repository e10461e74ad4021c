"""What a member is told of their words, and what they decide of them."""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.ports import MemberDataStore
from bridge_bot.core.privacy.opt_outs import OptOuts
from bridge_bot.core.privacy.statement import PrivacyFacts


@dataclass(frozen=True, slots=True)
class Privacy:
    """What `/privacy`, `/forget` and `/export` work with."""

    opt_outs: OptOuts
    facts: PrivacyFacts
    data: MemberDataStore
