"""Which chatbots there are, by their names, and which of them a conversation asks."""

from __future__ import annotations

from collections.abc import Collection

from bridge_bot.core.events import ChatBotMissing, Observe


class ChatBots:
    """The chatbots of the operator. The empty name is that of `CHAT_BOT_UID`, and always there."""

    def __init__(self, names: Collection[str] = (), observe: Observe = lambda _: None) -> None:
        self._names = frozenset({"", *names})
        self._observe = observe
        self._missing = set[str]()  # of which the operator was told

    def has(self, name: str) -> bool:
        """Whether there is a chatbot of that name. The first time that one is missing is observed:
        the operator has taken it out.
        """
        if name in self._names:
            return True
        if name not in self._missing:
            self._missing.add(name)
            self._observe(ChatBotMissing(name))
        return False

    def chosen(self, name: str) -> str:
        """The chatbot that a place is set to or, if it is missing, the one that is always there."""
        return name if self.has(name) else ""
