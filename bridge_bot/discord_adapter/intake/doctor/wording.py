"""How findings are said to members. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.doctor.finding import Finding, Level
from bridge_bot.texts import Texts

MOST_CHARS = 3500
"""Of what is said. All that a message is made of may have 4,000 (Discord's documentation)."""

_SIGNS = {Level.ERROR: "✖", Level.WARNING: "⚠️", Level.NOTE: "ℹ️"}


def doctor_text(findings: Sequence[Finding], texts: Texts) -> str:
    """The findings as Markdown, as many as fit."""
    lines = [texts.get("doctor-head")]
    if all(each.level is Level.NOTE for each in findings):
        lines.append(texts.get("doctor-all-well"))
    chars = sum(map(len, lines))
    for number, finding in enumerate(findings):
        said = _finding_text(finding, texts)
        chars += len(said) + 1
        if chars > MOST_CHARS:
            lines.append(texts.get("doctor-more", count=len(findings) - number))
            break
        lines.append(said)
    return "\n".join(lines)


def _finding_text(finding: Finding, texts: Texts) -> str:
    said = {
        "sign": _SIGNS[finding.level],
        "message": finding.message(texts),
        "id": finding.id,
    }
    if hint := finding.hint(texts):
        return texts.get("doctor-finding", hint=hint, **said)
    return texts.get("doctor-finding-alone", **said)
