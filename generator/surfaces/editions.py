"""The site in each of its languages: folder, settings and fixed texts; the goods come later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.config import Configuration
from generator.config.localised import site_in
from generator.config.model import SiteTexts
from generator.contract.schema import Table
from generator.languages.tags import folder_of, is_rewritten
from generator.languages.traditional import Rewrite, all_rewritten, rewriting

from .texts import Texts
from .theme import Theme


class Edition(NamedTuple):
    """The site in one language."""

    language: str
    """BCP 47."""
    folder: str
    """Where its pages stand: ``""`` for the site's own language, else such as ``en/``."""
    configuration: Configuration
    """The settings with the site's texts in this language."""
    texts: Texts
    rewrite: Rewrite | None
    """Makes other characters of the source's, where that is all that this language takes."""
    glossary: Mapping[str, str]
    """Word of the data → how this language says it."""

    @property
    def is_main(self) -> bool:
        """Tell whether this is the site's own language; what all languages share is made with it."""
        return not self.folder

    @property
    def shared(self) -> str:
        """The way from this language's root to files that all languages share: ``""`` or ``"../"``."""
        return "../" * self.folder.count("/")


def editions(configuration: Configuration, theme: Theme, tables: Mapping[str, Table]) -> tuple[Edition, ...]:
    """Return the site in each of its languages, its own first.

    Args:
        configuration: Settings of the run.
        theme: Where fixed texts come from.
        tables: Table → its schema, for labels and titles.

    Raises:
        UsageError: A language has no fixed texts.
    """
    main = configuration.site.language
    made: list[Edition] = []
    for language in configuration.site.all_languages:
        glossary = configuration.site.translations.get(language, SiteTexts()).glossary
        rewrite = rewriting(glossary) if is_rewritten(language, main) else None
        made.append(
            Edition(
                language,
                folder_of(language, main),
                configuration._replace(site=site_in(configuration.site, language, rewrite)),
                Texts(language, _fixed_texts(theme, language, main, rewrite), tables, rewrite),
                rewrite,
                glossary,
            )
        )
    return tuple(made)


def _fixed_texts(theme: Theme, language: str, main: str, rewrite: Rewrite | None) -> Mapping[str, str]:
    """Return key → text: a language that is made by rewriting has texts of its own only where it says it otherwise."""
    if rewrite is None:
        return theme.fixed_texts(language)
    own = theme.fixed_texts(language) if theme.has_texts(language) else {}
    return {**all_rewritten(theme.fixed_texts(main), rewrite), **own}
