"""The operator's own sentences: checked at the start, then said in place of ours."""

from __future__ import annotations

from bridge_bot.core.errors import SettingsInvalid
from bridge_bot.settings import TextsSettings
from bridge_bot.texts import override_texts
from bridge_bot.texts.checks import problems_of_overrides


def use_own_texts(settings: TextsSettings) -> None:
    """Let the sentences in the operator's folder come before ours from now on, in this process.

    Raises `SettingsInvalid`, which names each entry that can't be used, by its file and key; then
    ours are said.
    """
    folder = settings.folder
    if folder is not None and (problems := problems_of_overrides(folder)):
        raise SettingsInvalid([f"TEXTS_DIR ({folder}): {each}" for each in problems])
    override_texts(folder)
