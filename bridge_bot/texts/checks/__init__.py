"""The checks of catalogues: of ours in the tests, of the operator's at the start."""

from __future__ import annotations

from bridge_bot.texts.checks.catalogues import Checks, Problem, problems_of_overrides

__all__ = ["Checks", "Problem", "problems_of_overrides"]
