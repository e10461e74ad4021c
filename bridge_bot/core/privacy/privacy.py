"""What a member is told of their words, and what they decide of them."""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.privacy.opt_outs import OptOuts
from bridge_bot.core.privacy.statement import PrivacyFacts


@dataclass(frozen=True, slots=True)
class Privacy:
    """What `/privacy` works with."""

    opt_outs: OptOuts
    facts: PrivacyFacts
