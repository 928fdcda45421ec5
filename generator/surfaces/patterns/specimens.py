"""
Views to show components by: filled as usual, with the longest values, and with nothing that may be left out.

A view is made from its own declaration, so that one with a new field is shown with it.
Texts come from the theme's words, so that a site in any language shows examples in that language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cached_property
from types import UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from markupsafe import Markup

from generator.surfaces import addresses
from generator.surfaces.charts import BarChart, ColumnChart, Datum, bar_chart, column_chart
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Month, Picture, Progress, ShelfCode, YearMonth

Size = Literal["usual", "longest", "empty"]
SIZES: tuple[Size, ...] = ("usual", "longest", "empty")
SEVERAL: Mapping[Size, int] = {"usual": 3, "longest": 4, "empty": 0}
"""How many of a list there are; of a list within a list, one less."""
EXTERNAL = "https://www.example.org/"
"""Stands for any address of another site (RFC 2606)."""
ACCENTS = ("tea", "persimmon", "pepper", "honey", "straw", "salt", "plum")
_FIXED = {
    "accent": "tea",
    "shape": "round",
    "heading": "h3",
    "key": "season",
    "amount": "128.00",
    "percent": "42%",
    "share": "42%",
    "tel": "+8600000000000",
    "whole": EXTERNAL,
    "address": EXTERNAL,
    "uri": EXTERNAL,
    "tag": "en",
}
"""Fields that no example may leave empty or stretch."""
_STATES = {"Seal": "verified", "CertificateGroup": "self-stated", "PlaceState": "open"}
"""View → what its ``state`` says, where that is a word of ours and not of the reader's."""
_KINDS = {"Notice": "recall"}
_OUTWARD = {"SourceLine", "OfferLine", "CertificateLine", "SourceEntry"}
"""Views whose ``href`` leads to another site."""
_INWARD = ("href", "page", "mark", "all_href", "index", "portal_href", "supplier_href", "channel_href")
_ELSEWHERE = ("site", "buy", "website")
_NAMES = ("name", "title", "channel", "scheme", "origin", "supplier", "product", "offline", "online")
_OURS = ("label", "role", "field")
"""Words of the theme itself, which are never long."""
_TOLD = ("text", "summary", "intro", "note", "words", "sentence", "meaning", "notice", "how", "reason", "old", "new")
_NUMBERS = ("count", "quantity", "number", "value", "people", "rows")
_SUMS = ("list_price", "total", "shipping", "packing", "sum", "bundle", "difference")
_DAYS = ("date", "as_of", "issued", "dates", "validity")
_NEEDED = {
    "name",
    "title",
    "text",
    "label",
    "short",
    "state_text",
    "channel",
    "scheme",
    "count",
    "value",
    "field",
    "kind",
    "head",
}
"""Texts without which a thing is not shown at all."""
_LINKED = {
    *("Link", "Teaser", "ProductCard", "Group", "SortLink", "FilterValue", "MarkEntry", "ChannelEntry", "PartLine"),
    *("ChannelOffer", "FigureView", "PlaceLine"),
}
"""Views that always lead somewhere."""

V = TypeVar("V")


class Specimens:
    """Makes views in one language."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.pictures: list[Picture] = []
        """Those that examples show, to be planned with the others."""
        self._ids = 0
        self._made: Mapping[type, Callable[[Size], Any]] = {
            Picture: self._picture,
            Progress: self._progress,
            ShelfCode: self._code,
            BarChart: self._bars,
            ColumnChart: self._columns,
        }

    def view(self, kind: type[V], size: Size) -> V:
        """Return a view of the type *kind*."""
        if made := self._made.get(kind):
            return cast("V", made(size))
        hints = get_type_hints(kind)
        return kind(**{name: self._value(kind, name, hint, size) for name, hint in hints.items()})

    def several(self, kind: type[V], size: Size) -> tuple[V, ...]:
        """Return as many views as an example of this size has; never none."""
        if cast("type", kind) in (Month, YearMonth):
            return cast("tuple[V, ...]", self.season() if cast("type", kind) is Month else self.year())
        return tuple(self.view(kind, size) for _ in range(max(1, SEVERAL[size])))

    def season(self) -> tuple[Month, ...]:
        """Return a year of one product, in season from March to May and pointed at in April."""
        texts = self.around.texts
        return tuple(Month(texts(f"month.short.{n}"), 3 <= n <= 5, n == 4) for n in range(1, 13))

    def year(self) -> tuple[YearMonth, ...]:
        """Return a year of all products, with one month that has none."""
        texts = self.around.texts
        made: list[YearMonth] = []
        for number, height in enumerate((0, 20, 45, 60, 80, 100, 90, 70, 95, 60, 30, 10), 1):
            label, count = texts(f"month.short.{number}"), str(height or "")
            href = addresses.product_list() if height else ""
            made.append(YearMonth(label, count, f"{label} {count}", 100 - height, height, href, number == 6))
        return tuple(made)

    def word(self, size: Size) -> str:
        """Return the name of something."""
        return self.around.texts("patterns.name.longest" if size == "longest" else "patterns.name")

    def sentence(self, size: Size) -> str:
        """Return what is said of something."""
        return self.around.texts("patterns.sentence.longest" if size == "longest" else "patterns.sentence")

    def _value(self, kind: type, name: str, hint: Any, size: Size) -> Any:
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is UnionType:
            inner = next(each for each in arguments if each is not type(None))
            return None if size == "empty" else self._value(kind, name, inner, size)
        if origin is tuple:
            return self._list(kind, name, arguments, size)
        if hint is bool:
            return size == "longest" and name != "external" if size != "usual" else name == "disclosed"
        if hint is int:
            return 0 if name != "columns" else 2 if size == "usual" else 8
        if hint is Markup:
            return Markup("<p>{}</p>").format(self.sentence(size)) if size != "empty" else Markup("")
        if hint is str:
            return self._text(kind.__name__, name, size)
        return self.view(hint, size)

    def _list(self, kind: type, name: str, arguments: tuple[Any, ...], size: Size) -> tuple[Any, ...]:
        if arguments[-1] is not Ellipsis:  # a few values of different types
            return tuple(self._value(kind, f"{name}-{index}", each, size) for index, each in enumerate(arguments))
        if arguments[0] in (Month, YearMonth) and size != "empty":
            return self.several(arguments[0], size)
        return tuple(self._value(kind, name, arguments[0], size) for _ in range(max(0, SEVERAL[size] - 1)))

    def _text(self, view: str, name: str, size: Size) -> str:
        fixed = _FIXED.get(name) or {"state": _STATES, "kind": _KINDS}.get(name, {}).get(view, "")
        if fixed:
            return fixed
        if name == "id" or (view == "Notice" and name == "place"):
            return self._id()
        if name in _INWARD or name in _ELSEWHERE:
            return self._address(view, name, size)
        if size == "empty" and name not in _NEEDED:
            return ""
        return self._figure(view, name, size) or self._said(name, size)

    def _address(self, view: str, name: str, size: Size) -> str:
        """Return an address of the site or of another; empty where a thing need not lead anywhere."""
        if size == "empty" and view not in _LINKED:
            return ""
        outward = name in _ELSEWHERE or (name == "href" and view in _OUTWARD)
        return EXTERNAL if outward else addresses.product_list()

    def _figure(self, view: str, name: str, size: Size) -> str:
        """Return a number, a sum or a day; empty for what is said in words."""
        is_long = size == "longest"
        symbol = self.around.config.currency.symbol
        if name in _SUMS or (view == "GapRow" and name in ("offline", "online")):
            return f"{symbol} 1,234,567.80" if is_long else f"{symbol} 128.00"
        if name in _DAYS:
            return self.around.texts.day(self.around.configuration.as_of)
        if name in _NUMBERS or name.endswith("-0"):
            return "12,345,678" if is_long else "12"
        return symbol if name == "currency" else "1,280.00" if name == "range_end" and is_long else ""

    def _said(self, name: str, size: Size) -> str:
        if name == "range_end":
            return ""
        if name == "short":
            return self.around.texts("patterns.seal")
        if name in _OURS:
            return self._short("usual")
        return self.sentence(size) if name in _TOLD else self.word(size) if name in _NAMES else self._short(size)

    def _short(self, size: Size) -> str:
        return self.around.texts("patterns.word.longest" if size == "longest" else "patterns.word")

    def _picture(self, size: Size) -> Picture:
        accent = ACCENTS[len(self.pictures) % len(ACCENTS)]
        seed = str(len(self.pictures))
        plain = self.around.pictures.drawing("leaf", accent=accent, seed=seed, alt=self._short("usual"))
        self.pictures.append(plain)
        return plain if size != "longest" else plain._replace(credit=self.word(size), caption=self.sentence(size))

    def _progress(self, size: Size) -> Progress:
        """Return a campaign on its way, one far past its goal, and one of which only words can be said."""
        money = self.around.config.currency.symbol
        if size == "usual":
            return Progress(f"{money} 20,000", f"{money} 8,400", "42%", 42, 100, "")
        if size == "longest":
            return Progress(f"{money} 10,000,000.00", f"{money} 15,000,000.00", "150%", 100, 66, "")
        return Progress("", "", "", 0, 0, self.around.texts("progress.goal_not_disclosed"))

    def _bars(self, size: Size) -> BarChart | None:
        """Return ranked bars; none where there is nothing to compare."""
        names = [self.word(size), self._short("usual"), self.word("usual"), self._short("usual")]
        numbers = (8_400, 3_150, 900, 0)
        data = [Datum(name, f"{number:,}", Fraction(number)) for name, number in zip(names, numbers, strict=True)]
        chart = bar_chart(self._id(), self.word("usual"), self.sentence("usual"), data)
        return None if size == "empty" else chart

    def _columns(self, size: Size) -> ColumnChart | None:
        """Return a course of four months, or of two years."""
        texts = self.around.texts
        data = [
            Datum(texts(f"month.short.{step % 12 + 1}"), str(step * 7 % 50), Fraction(step * 7 % 50))
            for step in range(24 if size == "longest" else 4)
        ]
        chart = column_chart(self._id(), self.word("usual"), self.sentence("usual"), data)
        return None if size == "empty" else chart

    def _id(self) -> str:
        """Return a place that no other example has."""
        self._ids += 1
        return f"place-{self._ids}"

    @cached_property
    def code(self) -> str:
        """A printed code that the site has pictures of; empty where it has none."""
        catalog = self.around.catalog
        if "shelf" not in self.around.config.surfaces:
            return ""
        known = (code for code in catalog.codes.values() if code.target_kind == "product")
        return next((code.code for code in known if code.target in catalog.products), "")

    def _code(self, size: Size) -> ShelfCode | None:
        code = self.code
        if not code or size == "empty":
            return None
        svg, png = (self.around.shared + addresses.qr(code, suffix) for suffix in ("svg", "png"))
        return ShelfCode(code, addresses.product_list(), svg, png, EXTERNAL)
