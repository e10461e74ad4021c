"""What operators see: the core's events as log lines, and the form of the log."""

from bridge_bot.instrumentation.logging import log, observer, set_up_logging

__all__ = ["log", "observer", "set_up_logging"]
