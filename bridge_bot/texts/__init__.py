"""The bot's own words: one Fluent catalogue per language, looked up by key.

English is complete by definition (a test holds that); another catalogue may lack a key and
falls back to English, so a half-done translation shows sentences, never keys.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

FALLBACK = "en"


@cache
def _catalogue(language: str) -> FluentBundle | None:
    source = files(__name__) / f"{language}.ftl"
    if not source.is_file():
        return None
    # Isolation marks around arguments would show as boxes in some Discord clients.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(source.read_text("utf-8")))
    return bundle


def text(key: str, language: str = FALLBACK, /, **args: str | int) -> str:
    """The sentence of that key, filled in.

    Raises KeyError for a key that no catalogue has: a fault in the program, not of a user.
    """
    for candidate in (language, FALLBACK):
        bundle = _catalogue(candidate)
        if bundle is None or not bundle.has_message(key):
            continue
        pattern = bundle.get_message(key).value
        if pattern is not None:
            filled, faults = bundle.format_pattern(pattern, args)
            if faults:
                raise KeyError(f"{key}: {faults[0]}")
            return str(filled)
    raise KeyError(key)
