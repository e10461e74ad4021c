"""The languages that the Chat API speaks: the 15 codes of its documentation, as one table.

The codes are the API's own and go to it as they stand (Japanese is `jp`, not `ja`). The locale
is Discord's name for the same language, empty where Discord has none.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One language: the API's code, its English and its own name, and Discord's locale."""

    code: str
    name: str
    native_name: str
    locale: str = ""

    @property
    def label(self) -> str:
        """How the language is offered to a member."""
        return self.name if self.name == self.native_name else f"{self.name} · {self.native_name}"


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("auto", "Auto", "Auto"),
        Language("en", "English", "English", "en-US"),
        Language("fr", "French", "Français", "fr"),
        Language("es", "Spanish", "Español", "es-ES"),
        Language("ru", "Russian", "Русский", "ru"),
        Language("zh-Hans", "Simplified Chinese", "中文 (简体)", "zh-CN"),
        Language("zh-Hant", "Traditional Chinese", "中文 (繁體)", "zh-TW"),
        Language("ar", "Arabic", "العربية"),
        Language("de", "German", "Deutsch", "de"),
        Language("jp", "Japanese", "日本語", "ja"),
        Language("pt", "Portuguese", "Português", "pt-BR"),
        Language("hi", "Hindi", "हिंदी", "hi"),
        Language("ko", "Korean", "한국어", "ko"),
        Language("it", "Italian", "Italiano", "it"),
        Language("uk", "Ukrainian", "Українська", "uk"),
    )
}
