"""The shelf: a stand-alone page behind every printed code, and the code's pictures."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup

from generator.catalog.address import QrCode
from generator.catalog.product import Product

from . import addresses
from .code_pictures import code_pictures
from .code_views import code_view, typing_href
from .outputs import Output, digest_of
from .page_views import ProductPage
from .placement_sheet import hanging_digest, hanging_of
from .product_page import digest_of_page, product_page
from .shelf_page import digest_of_shelf, shelf_page
from .shelf_sheets import SHEETS, Sheet
from .small_css import smaller_css
from .surroundings import Surroundings
from .theme import Theme
from .views import LanguageLink


class ShelfPages:
    """Makes shelf outputs; holds the styles that all of them carry inline."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def outputs(self) -> Iterator[Output]:
        """Plan a page and two pictures for each code, whatever it leads to, and the list of what they lead to."""
        around = self.around
        for code in around.catalog.codes.values():
            product = around.catalog.products.get(code.target) if code.target_kind == "product" else None
            if product is not None:
                yield self._product_output(product, code)
                if around.is_main:
                    yield from code_pictures(around, code, product.name)
            elif sheet := SHEETS.get(code.target_kind):
                yield from self._sheet_outputs(sheet, code)
        if around.is_main:
            yield targets_output(around)

    def rendered(
        self,
        template: str,
        page: object,
        *,
        address_in: Callable[[str], str],
        canonical: str,
        **further: object,
    ) -> bytes:
        """Return a page as bytes.

        Args:
            template: Below the theme's folder.
            page: The view.
            address_in: Folder of a language → where the page stands in it, from the root of the whole site.
            canonical: The whole address that the page stands for.
            further: What this template receives besides.
        """
        around = self.around
        top = addresses.root_from(address_in(around.folder))
        html = around.templates.render(
            template,
            site=around.site,
            page=page,
            root=top + around.folder,
            style=Markup(self._style),  # noqa: S704 - the theme's own sheets
            sheet_style=Markup(self._sheet_style),  # noqa: S704 - likewise
            canonical=canonical,
            languages=self._languages(address_in, top),
            typing_href=typing_href(around),
            **further,
        )
        return html.encode()

    @cached_property
    def shared_digest(self) -> str:
        """Digest of what all these pages hang on."""
        around = self.around
        return digest_of(around.base, self._style, self._sheet_style, around.theme.digest("shelf/", "components/"))

    @cached_property
    def _style(self) -> str:
        return inline_style(self.around.theme)

    @cached_property
    def _sheet_style(self) -> str:
        return sheet_style(self.around.theme)

    def _product_output(self, product: Product, code: QrCode) -> Output:
        around = self.around
        own = hanging_digest(around, code)
        return Output(
            path=addresses.file_of(addresses.shelf(code.code, around.folder, small=code.is_small)),
            needs=digest_of(
                self.shared_digest, digest_of_page(around, product), digest_of_shelf(around, product), code.digest, own
            ),
            make=partial(self._product_page, product, code),
            subject=f"{product.name} {code.code}",
            kin=product.id,
        )

    def _product_page(self, product: Product, code: QrCode) -> bytes:
        around = self.around
        page: ProductPage = product_page(around, product)
        if code.placement is not None and code.status == "active":
            page = page._replace(code=code_view(around, code))
        return self.rendered(
            "shelf/product.html",
            page,
            address_in=partial(addresses.shelf, code.code, small=code.is_small),
            canonical=around.whole(addresses.product(product.id)),
            shelf=shelf_page(around, product, page),
            hanging=hanging_of(around, code),
            linkset_href="",
        )

    def _sheet_outputs(self, sheet: Sheet, code: QrCode) -> Iterator[Output]:
        around = self.around
        item = sheet.items(around.catalog).get(code.target)
        if item is None:
            return
        name = sheet.name_of(item)
        canonical, is_own = self._canonical(sheet, code)
        yield Output(
            path=addresses.file_of(addresses.shelf(code.code, around.folder, small=code.is_small)),
            needs=digest_of(self.shared_digest, code.digest, canonical, sheet.digest(around, item)),
            make=partial(self._sheet_page, sheet, item, code, canonical),
            subject=f"{name} {code.code}",
            kin=code.code,
            indexed=is_own,
        )
        if around.is_main:
            yield from code_pictures(around, code, name)

    def _sheet_page(self, sheet: Sheet, item: Any, code: QrCode, canonical: str) -> bytes:
        address_in = partial(addresses.shelf, code.code, small=code.is_small)
        page = sheet.view(self.around, item, code)
        return self.rendered(sheet.template, page, address_in=address_in, canonical=canonical)

    def _canonical(self, sheet: Sheet, code: QrCode) -> tuple[str, bool]:
        """Return the one address of what *code* leads to, whole, and whether it is this page's own."""
        around = self.around
        if sheet.portal is not None and "portal" in around.config.surfaces:
            return around.whole(sheet.portal(code.target)), False
        first = around.catalog.code_by_target.get((code.target_kind, code.target), code)
        address = addresses.shelf(first.code, around.folder, small=first.is_small)
        return addresses.whole(around.config, address), first is code

    def _languages(self, address_in: Callable[[str], str], top: str) -> tuple[LanguageLink, ...]:
        """Return the same page in all languages; *top* leads from it to the root of the whole site."""
        around = self.around
        if len(around.languages) < 2:
            return ()
        return tuple(
            LanguageLink(
                tag=other.language,
                name=other.name,
                short=other.short,
                href=top + address_in(other.folder),
                whole=addresses.whole(around.config, address_in(other.folder)),
                current=other.folder == around.folder,
            )
            for other in around.languages
        )


def targets_output(around: Surroundings) -> Output:
    """Plan the list of what each code leads to; the next build compares, so that no code is re-pointed unseen."""
    codes = around.catalog.codes.values()
    targets = {code.code: f"{code.target_kind}/{code.target}" for code in codes}
    text = json.dumps(targets, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    return Output(addresses.SHELF_TARGETS, digest_of(text), partial(str.encode, text), "codes")


def inline_style(theme: Theme) -> str:
    """Return the style of shelf pages, exactly as it stands between their tags: hosts let it through by its hash."""
    return smaller_css(theme.sheet("shelf"))


def sheet_style(theme: Theme) -> str:
    """Return the further style of shelf pages that are not a product's, likewise."""
    return smaller_css("\n".join(theme.text(name) for name in theme.about["styles"]["shelf-sheets"]))
