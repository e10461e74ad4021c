"""The languages that the Chat API documents: its codes, and what each language calls itself."""

from __future__ import annotations

NATIVE_NAMES = {
    "auto": "Auto",
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "ru": "Русский",
    "zh-Hans": "中文 (简体)",
    "zh-Hant": "中文 (繁體)",
    "ar": "العربية",
    "de": "Deutsch",
    "jp": "日本語",
    "pt": "Português",
    "hi": "हिंदी",
    "ko": "한국어",
    "it": "Italiano",
    "uk": "Українська",
}
