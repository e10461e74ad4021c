"""What operators see of the running bot: its events as log lines, and the form of the log."""

from bridge_bot.instrumentation.log_sink import log_sink
from bridge_bot.instrumentation.logging import log, log_uncaught, set_up_logging
from bridge_bot.instrumentation.sinks import observe_with

__all__ = ["log", "log_sink", "log_uncaught", "observe_with", "set_up_logging"]
