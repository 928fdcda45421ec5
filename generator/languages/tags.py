"""What a language tag (BCP 47) says of pages in that language."""

from __future__ import annotations

TRADITIONAL = ("zh-Hant", "zh-TW", "zh-HK", "zh-MO")
"""Tags of Chinese in traditional characters (IANA subtag registry, scripts; CLDR, likely subtags of the regions)."""


def folder_of(language: str, main: str) -> str:
    """Return the folder in which pages in *language* stand: ``""`` for the *main* one, else such as ``zh-hant/``.

    In lower case, because hosts differ in whether they tell cases apart.
    """
    return "" if language == main else f"{language.lower()}/"


def is_chinese(language: str) -> bool:
    """Tell whether *language* is Chinese in either script."""
    return language.partition("-")[0] == "zh"


def is_traditional(language: str) -> bool:
    """Tell whether *language* is Chinese written in traditional characters."""
    return language.startswith(TRADITIONAL)


def is_rewritten(language: str, source: str) -> bool:
    """Tell whether text in *source* becomes *language* character by character: simplified Chinese to traditional."""
    return is_traditional(language) and is_chinese(source) and not is_traditional(source)


def are_akin(one: str, other: str) -> bool:
    """Tell whether both tags are of one language, whatever their script or region."""
    return one.partition("-")[0] == other.partition("-")[0]
