"""The shelf: a stand-alone page behind every printed code, and the code's pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from markupsafe import Markup

from generator.assets import qr
from generator.catalog.address import QrCode
from generator.catalog.product import Product

from . import addresses
from .outputs import Output, digest_of
from .product_page import digest_of_page, product_page
from .shelf_page import digest_of_shelf, shelf_page
from .small_css import smaller_css
from .surroundings import Surroundings
from .theme import Theme
from .views import LanguageLink


class ShelfPages:
    """Makes shelf outputs; holds the style that all of them carry inline."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def outputs(self) -> Iterator[Output]:
        """Plan a page and two pictures for each code of a published product."""
        around = self.around
        shared = digest_of(around.base, self._style, around.theme.digest("shelf/", "components/"))
        for code in around.catalog.codes.values():
            product = around.catalog.products.get(code.target) if code.target_kind == "product" else None
            if product is None:
                continue
            address = addresses.shelf(code.code, around.folder)
            yield Output(
                path=addresses.file_of(address),
                needs=digest_of(shared, digest_of_page(around, product), digest_of_shelf(around, product), code.digest),
                make=partial(self._page, product, code),
                subject=f"{product.name} {code.code}",
                kin=product.id,
            )
            if around.is_main:
                yield from code_pictures(around, code, product.name)

    @cached_property
    def _style(self) -> str:
        return inline_style(self.around.theme)

    def _page(self, product: Product, code: QrCode) -> bytes:
        around = self.around
        top = addresses.root_from(addresses.shelf(code.code, around.folder))
        page = product_page(around, product)
        html = around.templates.render(
            "shelf/product.html",
            site=around.site,
            page=page,
            shelf=shelf_page(around, product, code, page),
            root=top + around.folder,
            style=Markup(self._style),  # noqa: S704 - the theme's own sheets
            canonical=around.whole(addresses.product(product.id)),
            languages=self._languages(code.code, top),
        )
        return html.encode()

    def _languages(self, code: str, top: str) -> tuple[LanguageLink, ...]:
        """Return the same page in all languages; *top* leads from it to the root of the whole site."""
        around = self.around
        if len(around.languages) < 2:
            return ()
        return tuple(
            LanguageLink(
                tag=other.language,
                name=other.name,
                short=other.short,
                href=top + addresses.shelf(code, other.folder),
                whole=addresses.whole(around.config, addresses.shelf(code, other.folder)),
                current=other.folder == around.folder,
            )
            for other in around.languages
        )


def code_pictures(around: Surroundings, code: QrCode, name: str) -> Iterator[Output]:
    """Plan the SVG and PNG of a code; *name* is what the code stands for."""
    uri = addresses.code_uri(around.config, code.code)
    title = around.texts("qr.title", name=name, code=code.code)
    needs = digest_of(around.program, uri, title)
    for suffix, make in (("svg", partial(_svg, uri, title)), ("png", partial(_png, uri))):
        path = addresses.qr(code.code, suffix)
        yield Output(path=path, needs=needs, make=make, subject=code.code, kin=code.code)


def _svg(uri: str, title: str) -> bytes:
    symbol = qr.draw(uri)
    qr.read_back(symbol)
    return qr.svg(symbol, title=title).encode()


def _png(uri: str) -> bytes:
    return qr.png(qr.draw(uri))


def inline_style(theme: Theme) -> str:
    """Return the style of shelf pages, exactly as it stands between their tags: hosts let it through by its hash."""
    return smaller_css(theme.sheet("shelf"))
