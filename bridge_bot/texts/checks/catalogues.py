"""What is wrong with the catalogues of a language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from babel import Locale
from fluent.runtime import FluentResource
from fluent.syntax import ast

from bridge_bot.texts import ENGLISH, FOLDER, Texts, languages_of
from bridge_bot.texts.catalogue import Catalogue, entries
from bridge_bot.texts.checks.places import COMPOSED, OPTION_NAME_KEY
from bridge_bot.texts.checks.samples import Contents, samples
from bridge_bot.texts.checks.sentence import Sentence, problems_of, units
from bridge_bot.texts.locales import DISCORD_LOCALES

_TOO_DEEP = "too many choices stand inside of each other"
_MOST_BYTES = 1_000_000
"""Of a file: ten times all that the bot says. Checking takes seconds for each million."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an entry of a file; or with the file, without a key."""

    file: str
    key: str
    text: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.file, self.key, self.text)))


@dataclass(slots=True)
class _Files:
    """What stands in the files of a language."""

    entries: dict[str, tuple[str, ast.Message, str]] = field(default_factory=dict)
    """By the key: the file, the entry, and it as it is written."""
    problems: list[Problem] = field(default_factory=list)


class _English:
    """Our English sentences. To parse all of them takes a tenth of a second, and an operator's
    folder has few, so each is parsed when it is asked for.
    """

    def __init__(self) -> None:
        folder = FOLDER / ENGLISH
        self._catalogue = Catalogue(ENGLISH, folder)
        self.files = self._catalogue.files
        """The name of each key's file."""
        self._sources = {
            key: source
            for name in set(self.files.values())
            for key, source in entries((folder / name).read_text("utf-8")).items()
        }
        self._categories = _plural_categories(ENGLISH)
        self._sentences: dict[str, Sentence] = {}

    def sentence(self, key: str) -> Sentence:
        """The sentence of one of the keys in `files`."""
        if key not in self._sentences:
            source = self._sources[key]
            body = FluentResource(source).body
            entry = next(each for each in body if isinstance(each, ast.Message))
            self._sentences[key] = _sentence(self._catalogue, self._categories, entry, source)
        return self._sentences[key]


class Checks:
    """The checks of the catalogues in a folder, which has a folder for each language. Ours have to
    be complete and like the English ones; the operator's may have any of our keys, in any file.
    """

    def __init__(self, folder: Path, *, is_ours: bool) -> None:
        self._folder = folder
        self._is_ours = is_ours
        self._english = _English()

    def problems(self, language: str) -> list[Problem]:
        """What is wrong with the catalogues of a language."""
        folder = self._folder / language
        files = _read(folder)
        if files.problems:
            return files.problems  # the first to be mended: others may follow from them
        own = _sentences(language, folder, files)
        said = partial(_said, Catalogue(language, folder), Texts.of(language))
        texts = {"about": said("settings-limit-about", {})}
        problems = list(self._of_keys(language, files))
        for key, sentence in own.items():
            if key in self._english.files:
                found = self._of_sentence(sentence, self._english.sentence(key), texts)
                problems += (Problem(files.entries[key][0], key, each) for each in found)
        if not problems:
            problems += self._of_composed(language, said)
            problems += self._of_option_names(language, files, said)
        return problems

    def _of_sentence(self, own: Sentence, english: Sentence, texts: Mapping[str, str]) -> list[str]:
        try:
            return [*problems_of(own, english, is_ours=self._is_ours, texts=texts)]
        except RecursionError:
            return [_TOO_DEEP]

    def _of_keys(self, language: str, files: _Files) -> Iterator[Problem]:
        known = self._english.files
        for key, (file, _, _) in files.entries.items():
            if key not in known:
                yield Problem(file, key, "there is no such key")
            elif self._is_ours and known[key] != Path(file).name:
                yield Problem(file, key, f"it belongs into {known[key]}")
        if self._is_ours:
            for key in known.keys() - files.entries.keys():
                yield Problem(f"{language}/{known[key]}", key, "it is missing")

    def _of_composed(self, language: str, said: Said) -> Iterator[Problem]:
        for name, (most, keys) in COMPOSED.items():
            total = 0
            for key in keys:
                contents = Contents.of(self._english.sentence(key).entry)
                total += units(said(key, list(samples(key, contents, {}))[-1])) + len("\n- ")
            if total > most:
                text = f"{name} has up to {total} characters, of {most} that there is room for"
                yield Problem(language, "", f"{text}; it is made of {', '.join(keys)}")

    def _of_option_names(self, language: str, files: _Files, said: Said) -> Iterator[Problem]:
        """Discord refuses all commands if two options of one have the same name."""
        names = defaultdict[tuple[str, str], list[str]](list)
        for key in filter(OPTION_NAME_KEY.fullmatch, self._english.files):
            names[key.partition("-")[0], said(key, {})].append(key)
        for (command, name), keys in names.items():
            if len(keys) > 1:
                file = next((files.entries[key][0] for key in keys if key in files.entries), "")
                text = f"two options of /{command} are called “{name}”"
                yield Problem(file or language, " and ".join(keys), text)


Said = partial[str]


def problems_of_overrides(folder: Path) -> list[Problem]:
    """What is wrong with the operator's catalogues in a folder."""
    try:
        inside = [(each, each.is_dir()) for each in sorted(folder.iterdir())]
    except OSError as error:
        return [Problem("", "", f"the folder can't be read: {error.strerror}")]
    known = {*DISCORD_LOCALES, *(each.partition("-")[0] for each in DISCORD_LOCALES)}
    known.update(languages_of(FOLDER))
    problems, checks = list[Problem](), None
    for each, is_folder in inside:
        if each.name.startswith("."):
            continue
        if not is_folder:
            problems.append(Problem(each.name, "", "a catalogue is in a folder of its language"))
        elif each.name not in known:
            problems.append(Problem(each.name, "", "Discord has no such locale"))
        else:
            checks = checks or Checks(folder, is_ours=False)
            problems += checks.problems(each.name)
    return problems


def _said(catalogue: Catalogue, others: Texts, key: str, args: Mapping[str, str | int]) -> str:
    text = catalogue.get(key, args)
    return others.get(key, **args) if text is None else text


def _read(folder: Path) -> _Files:
    """Read the files of a language."""
    files = _Files()
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        files.problems.append(Problem(folder.name, "", f"it can't be read: {error.strerror}"))
        return files
    for path in paths:
        name = f"{folder.name}/{path.name}"
        if path.name.startswith("."):
            continue
        if path.suffix != ".ftl":
            files.problems.append(Problem(name, "", "a catalogue is a file *.ftl"))
            continue
        try:
            _read_file(name, _source(path), files)
        except UnicodeDecodeError:
            files.problems.append(Problem(name, "", "it is not UTF-8"))
        except OSError as error:
            files.problems.append(Problem(name, "", f"it can't be read: {error.strerror}"))
        except RecursionError:
            files.problems.append(Problem(name, "", _TOO_DEEP))
    return files


def _source(path: Path) -> str:
    """What stands in a file. Raises `OSError` and `UnicodeDecodeError`."""
    if not path.is_file():
        raise OSError(None, "it is no file")  # such as a pipe, which may have no end
    if path.stat().st_size > _MOST_BYTES:
        raise OSError(None, f"it has more than {_MOST_BYTES:,} bytes")
    return path.read_text("utf-8-sig")


def _read_file(name: str, source: str, files: _Files) -> None:
    written = entries(source)
    for entry in FluentResource(source).body:
        if isinstance(entry, ast.Junk):
            key = next(iter(entries(entry.content or "")), "")
            line = source[: entry.span.start].count("\n") + 1 if entry.span else 0
            reasons = "; ".join(each.message or "" for each in entry.annotations or ())
            files.problems.append(Problem(name, key, f"line {line} is not Fluent: {reasons}"))
        elif isinstance(entry, ast.Term):
            files.problems.append(Problem(name, f"-{entry.id.name}", "terms are not supported"))
        elif isinstance(entry, ast.Message):
            key = entry.id.name
            if key in files.entries or source.count(f"\n{written[key]}") > 1:
                files.problems.append(Problem(name, key, "it is there twice"))
            files.entries[key] = (name, entry, written[key])


def _sentences(language: str, folder: Path, files: _Files) -> dict[str, Sentence]:
    catalogue, categories = Catalogue(language, folder), _plural_categories(language)
    return {
        key: _sentence(catalogue, categories, entry, source)
        for key, (_, entry, source) in files.entries.items()
    }


def _sentence(
    catalogue: Catalogue, categories: frozenset[str], entry: ast.Message, source: str
) -> Sentence:
    key = entry.id.name
    return Sentence(key, entry, source, partial(_said, catalogue, Texts("", ()), key), categories)


def _plural_categories(language: str) -> frozenset[str]:
    return frozenset({"other", *Locale.parse(language, sep="-").plural_form.tags})
