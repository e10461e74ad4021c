"""The form that asks what was wrong with an answer, and what comes of it.

Its `custom_id` names the turn, so that a form that was opened before a restart is still understood:
`vote:1234`. It is no permission: only a vote of the member who sends it is added to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import ui

from bridge_bot.core.model import VoteExplanation, VoteReason
from bridge_bot.core.model.vote import MOST_COMMENT_CHARS
from bridge_bot.discord_adapter.rest.control_ids import TURN_ID, match_with_turn
from bridge_bot.texts import Texts

PREFIX = "vote"
"""With which the `custom_id` of each form begins."""

REASONS, COMMENT = "reasons", "comment"
"""The `custom_id` of each field."""

_FORM = re.compile(rf"{PREFIX}:{TURN_ID}", re.ASCII)


def vote_form(turn_id: int, texts: Texts) -> ui.Modal:
    """The form, in which nothing has to be filled in. It is stopped, so that discord.py does not
    remember it.
    """
    form = ui.Modal(title=texts.get("vote-form"), custom_id=f"{PREFIX}:{turn_id}")
    form.add_item(ui.TextDisplay(texts.get("vote-form-about")))
    reasons: ui.CheckboxGroup[ui.Modal] = ui.CheckboxGroup(
        custom_id=REASONS,
        required=False,
        min_values=0,
        options=[
            discord.CheckboxGroupOption(label=texts.get(f"vote-reason-{each}"), value=each)
            for each in VoteReason
        ],
    )
    form.add_item(ui.Label(text=texts.get("vote-reasons"), component=reasons))
    comment: ui.TextInput[ui.Modal] = ui.TextInput(
        custom_id=COMMENT,
        style=discord.TextStyle.paragraph,
        required=False,
        max_length=MOST_COMMENT_CHARS,
    )
    form.add_item(
        ui.Label(
            text=texts.get("vote-comment"),
            description=texts.get("vote-comment-about"),
            component=comment,
        )
    )
    form.stop()
    return form


def turn_of_form(custom_id: str) -> int | None:
    """The turn that a form is about; None if no form of the bot's has this `custom_id`."""
    found = match_with_turn(_FORM, custom_id)
    return int(found["turn_id"]) if found else None


def explanation_in(data: Mapping[str, Any]) -> VoteExplanation:
    """What was filled in; `data` is the interaction's."""
    fields = [each.get("component") or {} for each in data.get("components") or ()]
    filled_in = {each.get("custom_id"): each.get("values") or each.get("value") for each in fields}
    chosen, comment = filled_in.get(REASONS) or (), str(filled_in.get(COMMENT) or "")
    reasons = tuple(reason for reason in VoteReason if reason in chosen)
    return VoteExplanation(reasons, comment.strip()[:MOST_COMMENT_CHARS])
