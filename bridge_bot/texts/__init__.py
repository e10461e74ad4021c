"""The bot's own sentences: a folder for each language, a Fluent file for each subject.

English is complete by definition (a test holds that). Another language may lack a sentence, which
is then said in English, so a half-done translation never shows a key.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

ENGLISH = "en"

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Texts:
    """The sentences in one language, such as `Texts.of("de").get("refused-dms")`."""

    locale: str
    _bundles: tuple[FluentBundle, ...]  # the language's own, then English

    @classmethod
    def of(cls, locale: str | None, folder: Path = _FOLDER) -> Texts:
        """The sentences for one of Discord's locales, such as `pt-BR`.

        Without a catalogue for that locale: those of its language (`pt`) or, if there are none or
        the locale is not known, the English ones. `folder` holds a folder for each language.
        """
        # A locale comes from outside: it is compared with names, and never becomes a path.
        locale = locale or ENGLISH
        candidates = (locale, locale.partition("-")[0])
        known = _languages(folder)
        return _load(next((name for name in candidates if name in known), ENGLISH), folder)

    @classmethod
    def every(cls, folder: Path = _FOLDER) -> list[Texts]:
        """The sentences in each language, to recognise one whose language is not known."""
        return [_load(language, folder) for language in _languages(folder)]

    def get(self, key: str, /, **args: str | int) -> str:
        """The sentence of that key, filled in with the arguments.

        Raises KeyError for a key that does not exist or an argument that is missing: a fault in
        the program, not of a user.
        """
        for bundle in self._bundles:
            pattern = bundle.get_message(key).value if bundle.has_message(key) else None
            if pattern is not None:
                filled, faults = bundle.format_pattern(pattern, args)
                if faults:
                    raise KeyError(f"{key}: {faults[0]}")
                return str(filled)
        raise KeyError(key)


TextsOf = Callable[[str | None], Texts]
"""Gives the sentences for a locale, as `Texts.of` does."""


@cache
def _languages(folder: Path) -> frozenset[str]:
    own = {each.name for each in folder.iterdir() if each.is_dir() and _sources(each)}
    return frozenset({ENGLISH, *own})


@cache
def _load(language: str, folder: Path) -> Texts:
    """The sentences of a language that is one of the folder's, or English."""
    own, english = folder / language, _FOLDER / ENGLISH
    bundles = [_bundle(language, own)] if own.is_dir() else []
    if own != english:
        bundles.append(_bundle(ENGLISH, english))
    return Texts(language, tuple(bundles))


def _bundle(language: str, folder: Path) -> FluentBundle:
    # Isolation marks around arguments would show as boxes in some Discord clients.
    bundle = FluentBundle([language], use_isolating=False)
    for source in _sources(folder):
        bundle.add_resource(FluentResource(source.read_text("utf-8")))
    return bundle


def _sources(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.ftl"))
