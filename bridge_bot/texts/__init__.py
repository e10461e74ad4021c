"""The bot's own sentences: a folder for each language, a Fluent file for each subject.

English is complete by definition, and the others by a test. The operator's own folder comes first,
key by key. What a language lacks is said in English, so that no member ever reads a key.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from bridge_bot.texts.catalogue import Catalogue

ENGLISH = "en"

FOLDER = Path(__file__).parent
"""Where our own catalogues are: a folder for each language."""

_folders: tuple[Path, ...] = (FOLDER,)  # the first that has a sentence says it


@dataclass(frozen=True, slots=True)
class Texts:
    """The sentences in one language, such as `Texts.of("de").get("refused-dms")`."""

    locale: str
    _catalogues: tuple[Catalogue, ...]  # the first that has a sentence says it

    @classmethod
    def of(cls, locale: str | None) -> Texts:
        """The sentences for one of Discord's locales, such as `pt-BR`.

        Without a catalogue for that locale: those of its language (`pt`) or, if there are none or
        the locale is not known, the English ones.
        """
        return _texts_of(locale or ENGLISH)

    @classmethod
    def every(cls) -> list[Texts]:
        """The sentences in each language, to recognise one in a message whose language is not
        known: the operator's, and ours, since a message may be older than `TEXTS_DIR`.
        """
        own = [cls.of(language) for language in sorted(_every_language(_folders))]
        ours = [_texts((language,), (FOLDER,)) for language in languages_of(FOLDER)]
        return own if _folders == (FOLDER,) else own + ours

    def get(self, key: str, /, **args: str | int) -> str:
        """The sentence of that key, filled in with the arguments. A number is written as the
        language does, such as `100,000`; ids and times are texts.

        Raises KeyError for a key that does not exist or an argument that is missing: a fault in
        the program, not of a user.
        """
        for catalogue in self._catalogues:
            if (text := catalogue.get(key, args)) is not None:
                return text
        raise KeyError(key)

    def number(self, value: int) -> str:
        """A number as the language writes it, such as `100,000`."""
        return self._catalogues[0].number(value)


TextsOf = Callable[[str | None], Texts]
"""Gives the sentences for a locale, as `Texts.of` does."""


def override_texts(folder: Path | None) -> None:
    """Let the catalogues of a folder come before ours, key by key, in the whole process; None: only
    ours. It is called at the start, before anything is said.

    They are read now, as they were checked: what is changed later is said after the next start.
    """
    global _folders  # noqa: PLW0603 - as `gettext` and `locale` have it: what a process says
    folders = (FOLDER,) if folder is None else (folder, FOLDER)
    if folders != _folders:
        _folders = folders
        _texts_of.cache_clear()
        for own in folders[:-1]:
            for language in _languages(own):
                _catalogue(own / language)


def languages_of(folder: Path) -> list[str]:
    """The languages that a folder has catalogues of, by their locales, sorted."""
    return sorted(
        each.name for each in folder.iterdir() if each.is_dir() and any(each.glob("*.ftl"))
    )


@cache
def _languages(folder: Path) -> frozenset[str]:
    return frozenset(languages_of(folder))


def _every_language(folders: tuple[Path, ...]) -> frozenset[str]:
    return frozenset({ENGLISH}.union(*map(_languages, folders)))


@lru_cache(maxsize=128)  # a locale comes from outside, and it could be anything
def _texts_of(locale: str) -> Texts:
    # It is compared with names, and never becomes a path.
    known = _every_language(_folders)
    candidates = (locale, locale.partition("-")[0], ENGLISH)
    return _texts(tuple(dict.fromkeys(filter(known.__contains__, candidates))), _folders)


@cache
def _texts(languages: tuple[str, ...], folders: tuple[Path, ...]) -> Texts:
    catalogues = (
        _catalogue(folder / language)
        for language in languages
        for folder in folders
        if language in _languages(folder)
    )
    return Texts(languages[0], tuple(catalogues))


@cache
def _catalogue(folder: Path) -> Catalogue:
    # Our files have the same names and keys in each language, so those of English tell where a
    # key is. Only the operator's have to be read to know.
    index = None
    if folder.parent == FOLDER and folder.name != ENGLISH:
        index = _catalogue(FOLDER / ENGLISH).files
    return Catalogue(folder.name, folder, index)
