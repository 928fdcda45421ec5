"""Examples side by side on one page: each keeps its ids and names to itself."""

from __future__ import annotations

import re

from markupsafe import Markup

_IDS = re.compile(r'(\s(?:id|for|aria-labelledby|aria-describedby|aria-controls|data-sh-copy)=")([^"]+)(")')
_PLACE = re.compile(r'(\shref="#)([^"]+)(")')
_NAMED = re.compile(r'(<(?:nav|form|section|aside|search)\b[^>]*\saria-label=")([^"]+)(")')


def alone(html: str, own: str) -> Markup:
    """
    Return the markup of one example as it can stand beside others.

    Args:
        html: What a macro drew.
        own: Id of the example; ids in it are put behind it, and links to places that it has not lead to itself.
    """

    def ids(match: re.Match[str]) -> str:
        return match[1] + " ".join(f"{own}-{name}" for name in match[2].split()) + match[3]

    html = _IDS.sub(ids, html)

    def place(match: re.Match[str]) -> str:
        target = f"{own}-{match[2]}"
        is_here = f'id="{target}"' in html
        return f"{match[1]}{target if is_here else own}{match[3]}"

    if html.lstrip().startswith("<li"):
        html = f'<ul class="sh-pattern__list">{html}</ul>'
    html = html.replace('role="search"', f'role="search" aria-label="{own}"')
    # Two landmarks of one name could not be told apart by those who hear them.
    html = _NAMED.sub(rf"\1\2 ({own})\3", html)
    return Markup(_PLACE.sub(place, html))  # noqa: S704 - the theme's own templates drew it
