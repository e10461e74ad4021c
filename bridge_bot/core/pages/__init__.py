"""A growing Markdown text as the pages that Discord can show."""

from bridge_bot.core.pages.mark import MARK, without_mark
from bridge_bot.core.pages.pages import Pages
from bridge_bot.core.pages.sheet import is_blank

__all__ = ["MARK", "Pages", "is_blank", "without_mark"]
