"""The page of patterns: published for those who make themes, told to no search engine and linked from nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from generator.surfaces import addresses
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.pages import Head, PortalPages
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Picture

from .component_docs import Macro, components, macros, shown_view
from .example_markup import alone
from .examples import CALLS, Example, Many, examples
from .pattern_views import Ink, PatternsPage, ShownComponent, ShownExample, ShownMacro, ShownView
from .specimens import ACCENTS, Specimens

TYPE_SIZES = ("display", "title-1", "title-2", "title-3", "large", "body", "small", "note")
_ONE_EXAMPLE = "portal/_example.html"


def outputs(pages: PortalPages) -> Iterator[Output]:
    """Plan the page."""
    around = pages.around
    title = around.texts("patterns.title")
    yield pages.output(
        addresses.patterns(),
        section="home",
        template="patterns.html",
        needs=digest_of(Specimens(around).code),
        build=partial(patterns_page, around),
        subject=title,
        indexed=False,
    )


def pictures(around: Surroundings) -> tuple[Picture, ...]:
    """Return the drawings that the page shows."""
    specimens = Specimens(around)
    for component, macro in CALLS:
        tuple(examples(specimens, component, macro))
    return tuple(specimens.pictures)


def patterns_page(around: Surroundings) -> tuple[Head, PatternsPage]:
    """Return head and view: every macro that a component offers, with every example of it."""
    texts, theme = around.texts, around.theme
    specimens = Specimens(around)
    shown = (
        ShownComponent(
            name,
            tuple(
                _macro(specimens, name, macro) for macro in macros(theme, name).values() if (name, macro.name) in CALLS
            ),
        )
        for name in components(theme)
    )
    page = PatternsPage(
        title=texts("patterns.title"),
        intro=texts("patterns.intro"),
        inks=tuple(Ink(name) for name in ACCENTS),
        sizes=TYPE_SIZES,
        specimen=texts("patterns.name"),
        components=tuple(component for component in shown if component.macros),
    )
    return Head(title=page.title, description=page.intro, address=addresses.patterns(), indexed=False), page


def _macro(specimens: Specimens, component: str, macro: Macro) -> ShownMacro:
    drawn = []
    for number, example in enumerate(examples(specimens, component, macro.name), 1):
        own = f"{component}-{macro.name.replace('_', '-')}-{number}"
        html = _drawn(specimens.around, component, macro, example)
        title = specimens.around.texts(f"patterns.{example.size}")
        drawn.append(ShownExample(own, f"{title} · {example.look}" if example.look else title, alone(html, own)))
    return ShownMacro(macro.signature, macro.purpose, _views(component, macro.name), tuple(drawn))


def _drawn(around: Surroundings, component: str, macro: Macro, example: Example) -> str:
    """Return what a macro draws; parameters that no example gives have their defaults."""
    given = {"root": addresses.root_from(addresses.patterns()), "t": around.texts, **example.arguments}
    names = [name for name, default in macro.parameters if name in given and (not default or name in example.arguments)]
    return around.templates.render(
        _ONE_EXAMPLE,
        template=f"components/{component}/template.html",
        macro=macro.name,
        arguments={name: given[name] for name in names},
    )


@cache
def _views(component: str, macro: str) -> tuple[ShownView, ...]:
    """Return the views that a macro is given."""
    forms = CALLS[component, macro].given.values()
    kinds = (form.view if isinstance(form, Many) else form for form in forms)
    return tuple(shown_view(kind) for kind in kinds if isinstance(kind, type))
