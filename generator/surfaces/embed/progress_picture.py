"""The progress of a campaign as a picture, for websites that let in nothing but pictures."""

from __future__ import annotations

from html import escape
from typing import Final

from generator.surfaces.theme import Theme

from .files import colours_of
from .views import EmbedView

WIDTH: Final = 320
HEIGHT: Final = 96
"""CSS pixels."""
_BAR: Final = WIDTH - 32
_TITLE_LENGTH: Final = 17
"""Characters of a title that fit in a line of 16 pixels."""


def progress_picture(theme: Theme, view: EmbedView) -> bytes:
    """Return an SVG without a script that says title, sums, bar and day; readers hear the same."""
    colour = colours_of(theme)
    bar = view.bar
    label = bar.label if bar is not None else view.notice
    title = view.title if len(view.title) <= _TITLE_LENGTH else f"{view.title[: _TITLE_LENGTH - 1]}…"
    drawn = ""
    if bar is not None and bar.mark:
        fill, mark = _BAR * bar.fill // 100, 16 + _BAR * bar.mark // 100
        drawn = (
            f'<path fill="{colour["paper-shade"]}" d="M16 56h{_BAR}v8H16z"/>'
            f'<path fill="{colour["tea-ink"]}" d="M16 56h{fill}v8H16z"/>'
            f'<path fill="{colour["ink-full"]}" d="M{mark - 1} 53h2v14h-2z"/>'
        )
    said = escape(f"{view.title}. {label}. {view.as_of_words}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'role="img"><title>{said}</title>'
        f'<path fill="{colour["paper-sheet"]}" stroke="{colour["paper-line"]}" '
        f'd="M.5 .5h{WIDTH - 1}v{HEIGHT - 1}H.5z"/>'
        '<g font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif">'
        f'<text x="16" y="26" font-size="16" font-weight="700" fill="{colour["ink-full"]}">{escape(title)}</text>'
        f'<text x="16" y="46" font-size="12" fill="{colour["ink-full"]}">{escape(label)}</text>{drawn}'
        f'<text x="16" y="84" font-size="12" fill="{colour["ink-soft"]}">{escape(view.as_of_words)} · '
        f"{escape(view.source)}</text></g></svg>\n"
    ).encode()
