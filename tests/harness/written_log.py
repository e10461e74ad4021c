"""A log that a test reads line by line, at times that the test sets."""

from __future__ import annotations

import io
import json
import logging
from dataclasses import dataclass, field
from typing import Any

from bridge_bot.instrumentation import log_sink, set_up_logging

SECRET = "a-token-that-nobody-may-read"


@dataclass
class WrittenLog:
    """What was written. `now_s` is the time in seconds, by each clock, which the test sets."""

    written: io.StringIO = field(default_factory=io.StringIO)
    now_s: float = 0.0

    def set_up(self, level: str = "INFO", form: str = "text") -> None:
        """Have the program log to here from now on, as text or as JSON."""
        set_up_logging(level, form, [SECRET], steady_s=lambda: self.now_s)
        for handler in logging.getLogger().handlers:
            assert isinstance(handler, logging.StreamHandler)
            handler.setStream(self.written)
        self.observe = log_sink(now_s=lambda: self.now_s, steady_s=lambda: self.now_s)

    @property
    def lines(self) -> list[str]:
        """The lines so far, without their time."""
        return [line.partition(" ")[2] for line in self.written.getvalue().splitlines()]

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The lines so far, each a JSON object."""
        return [json.loads(line) for line in self.written.getvalue().splitlines()]
