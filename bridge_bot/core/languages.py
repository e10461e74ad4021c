"""The languages that the Chat API speaks: the 15 codes of its documentation, as one table.

The codes are the API's own and go to it as they stand (Japanese is `jp`, not `ja`). The locale
is Discord's name for the same language, empty where Discord has none; the catalogue is the folder
of `texts` in which the bot's own words are said in it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One language: the API's code, its English and its own name, the catalogue of the bot's own
    words in it, which *Auto* has not, and Discord's locale.
    """

    code: str
    name: str
    native_name: str
    catalogue: str = ""
    locale: str = ""

    @property
    def label(self) -> str:
        """How the language is offered to a member."""
        return self.name if self.name == self.native_name else f"{self.name} · {self.native_name}"


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("auto", "Auto", "Auto"),
        Language("en", "English", "English", "en", "en-US"),
        Language("fr", "French", "Français", "fr", "fr"),
        Language("es", "Spanish", "Español", "es", "es-ES"),
        Language("ru", "Russian", "Русский", "ru", "ru"),
        Language("zh-Hans", "Simplified Chinese", "中文 (简体)", "zh-CN", "zh-CN"),
        Language("zh-Hant", "Traditional Chinese", "中文 (繁體)", "zh-TW", "zh-TW"),
        Language("ar", "Arabic", "العربية", "ar"),
        Language("de", "German", "Deutsch", "de", "de"),
        Language("jp", "Japanese", "日本語", "ja", "ja"),
        Language("pt", "Portuguese", "Português", "pt-BR", "pt-BR"),
        Language("hi", "Hindi", "हिंदी", "hi", "hi"),
        Language("ko", "Korean", "한국어", "ko", "ko"),
        Language("it", "Italian", "Italiano", "it", "it"),
        Language("uk", "Ukrainian", "Українська", "uk", "uk"),
    )
}


def locale_beside(code: str, *others: str | None) -> str | None:
    """The locale of the bot's own words beside answers in a language. For *Auto*, which is known
    only once the answer is there, it is the first of the others that there is.
    """
    return next(filter(None, (LANGUAGES[code].catalogue, *others)), None)
