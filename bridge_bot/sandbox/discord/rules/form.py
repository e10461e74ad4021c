"""One object of a request, whose wrong fields are collected to be told all at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from bridge_bot.sandbox.discord.errors import FormErrors, Json

URL_SCHEMES = ("http", "https", "discord")


class Form:
    """An object at `path` of a request. A getter notes what is wrong and then returns None."""

    def __init__(self, value: Json, path: str, errors: FormErrors) -> None:
        self.value = value
        self.path = path
        self.errors = errors

    def add(self, name: str, reason: str, message: str | None = None) -> None:
        """Note an error at a field, or at the object itself if `name` is empty."""
        self.errors.add(f"{self.path}.{name}".strip("."), reason, message)

    def text(self, name: str, most: int, *, least: int = 1, needed: bool = False) -> str | None:
        """A text of so many code points. An empty one is as good as none if it is not needed."""
        found = self.value.get(name)
        if found is None:
            if needed:
                self.add(name, "BASE_TYPE_REQUIRED")
            return None
        if not isinstance(found, str):
            self.add(name, "STRING_TYPE_CONVERT")
            return None
        if needed and not least <= len(found) <= most:
            self.add(name, "BASE_TYPE_BAD_LENGTH", _between(least, most))
        elif len(found) > most:
            self.add(name, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
        return found

    def number(self, name: str, least: int, most: int) -> int | None:
        """An integer in that range, or None if it is missing."""
        found = self.value.get(name)
        if found is None:
            return None
        if not isinstance(found, int) or isinstance(found, bool):
            self.add(name, "NUMBER_TYPE_COERCE", f'Value "{found}" is not int.')
            return None
        if found < least:
            limit = f"int value should be greater than or equal to {least}."
            self.add(name, "NUMBER_TYPE_MIN", limit)
        elif found > most:
            self.add(name, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")
        return found

    def flag(self, name: str) -> bool | None:
        """True or false, or None if it is missing."""
        found = self.value.get(name)
        if found is None or isinstance(found, bool):
            return found
        self.add(name, "BOOLEAN_TYPE_CONVERT")
        return None

    def one_of(self, name: str, allowed: Collection[int | str], *, needed: bool = False) -> object:
        """One of these values, or None if it is missing."""
        found = self.value.get(name)
        if found is None:
            if needed:
                self.add(name, "BASE_TYPE_REQUIRED")
        elif isinstance(found, bool) or found not in allowed:
            self.add(name, "BASE_TYPE_CHOICES", f"Value must be one of {_listed(allowed)}.")
        return found

    def set_of(self, name: str, allowed: Collection[int]) -> None:
        """Check a list of these values, each of which may be there once."""
        for index, found in enumerate(self.value.get(name) or ()):
            if found not in allowed:
                listed = f"Value must be one of {_listed(allowed)}."
                self.add(f"{name}.{index}", "BASE_TYPE_CHOICES", listed)
            elif found in self.value[name][:index]:
                self.add(f"{name}.{index}", "SET_TYPE_ALREADY_CONTAINS_VALUE")

    def url(self, name: str, most: int, schemes: Collection[str] = URL_SCHEMES) -> str | None:
        """An absolute address with one of these schemes."""
        found = self.text(name, most, needed=True)
        if not found:
            return found
        try:
            parts = urlsplit(found)
        except ValueError:
            self.add(name, "URL_TYPE_INVALID_URL")
            return found
        if not parts.scheme or not parts.netloc:
            self.add(name, "URL_TYPE_INVALID_URL")
        elif parts.scheme not in schemes:
            told = f'Scheme "{parts.scheme}" is not supported.'
            listed = _listed(tuple(schemes))
            self.add(name, "URL_TYPE_INVALID_SCHEME", f"{told} Scheme must be one of {listed}.")
        return found

    def child(self, name: str, *, needed: bool = False) -> Form | None:
        """The object of a field."""
        found = self.value.get(name)
        if found is None:
            if needed:
                self.add(name, "BASE_TYPE_REQUIRED")
            return None
        if not isinstance(found, dict):
            self.add(name, "DICT_TYPE_CONVERT")
            return None
        return Form(found, f"{self.path}.{name}".strip("."), self.errors)

    def children(self, name: str, most: int, *, least: int = 0) -> Iterator[Form]:
        """The objects of a list; with `least` above 0 it may not be missing."""
        found = self.value.get(name)
        if found is None:
            if least:
                self.add(name, "BASE_TYPE_REQUIRED")
            return
        if not isinstance(found, list):
            self.add(name, "LIST_TYPE_CONVERT")
            return
        if not least <= len(found) <= most:
            self.add(name, "BASE_TYPE_BAD_LENGTH", _between(least, most))
        for index, each in enumerate(found):
            path = f"{self.path}.{name}.{index}".strip(".")
            if isinstance(each, dict):
                yield Form(each, path, self.errors)
            else:
                self.errors.add(path, "DICT_TYPE_CONVERT")


def _between(least: int, most: int) -> str:
    return f"Must be between {least} and {most} in length."


def _listed(allowed: Collection[int | str]) -> str:
    """Values as Discord lists them: `(1, 2)`, `('http', 'https')`."""
    shown = [repr(each) if isinstance(each, str) else str(int(each)) for each in allowed]
    return f"({', '.join(shown)})"
