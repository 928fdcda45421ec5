"""Pictures of printed codes, an SVG and a PNG each; none is published that was not read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from generator.assets import code_marks, qr
from generator.assets.signs import Sign
from generator.catalog.address import QrCode
from generator.errors import SiteError

from . import addresses
from .outputs import Output, digest_of
from .site_sign import bare_sign
from .surroundings import Surroundings


def code_pictures(around: Surroundings, code: QrCode, name: str) -> Iterator[Output]:
    """Plan the SVG and PNG of a code; *name* is what the code stands for.

    An output whose ``needs`` have not changed is not made again, so what was published before counts as read back: the
    record of what a decoder said is the state of the published files (:mod:`generator.build.private_state`).
    """
    codes = around.config.codes
    uri = addresses.uri_of(around.config, code)
    title = around.texts("qr.title", name=name, code=code.code)
    sign = bare_sign(around.theme) if codes.mark else None
    level = code_marks.LEVEL if codes.mark else codes.levels.picture
    needs = digest_of(around.program, uri, title, level, *((sign.svg, sign.png.hex()) if sign is not None else ()))
    makers: tuple[tuple[str, Callable[[], bytes]], ...] = (
        ("svg", partial(_svg, uri, level, sign, title)),
        ("png", partial(_png, uri, level, sign)),
    )
    for suffix, make in makers:
        path = addresses.qr(code.code, suffix)
        # A plain symbol is drawn and read back as fast as it is fetched; one with a sign is not.
        is_slow = sign is not None
        yield Output(path=path, needs=needs, make=make, subject=code.code, kin=code.code, is_slow=is_slow)


def _svg(uri: str, level: str, sign: Sign | None, title: str) -> bytes:
    symbol = proven(uri, level, sign)
    drawn = qr.svg(symbol, title=title) if sign is None else code_marks.svg(symbol, sign, title=title)
    return drawn.encode()


def _png(uri: str, level: str, sign: Sign | None) -> bytes:
    symbol = proven(uri, level, sign)
    return qr.png(symbol) if sign is None else code_marks.png(symbol, sign)


@lru_cache(maxsize=64)  # the pictures of one code are made one after the other
def proven(uri: str, level: str, sign: Sign | None = None) -> qr.QrSymbol:
    """Return the symbol of *uri*, which a decoder has read back, with *sign* in it where there is one.

    Raises:
        SiteError: It does not read as *uri*, or no symbol can hold that much.
    """
    try:
        symbol = qr.draw(uri, level=level)
    except ValueError:
        raise SiteError(
            f"二维码装不下地址“{uri[:60]}……”（{len(uri)} 个字符），网站没有改动。",
            mend="在 site_config.yml 里给 codes.base_url 换一个短的主机名。",
        ) from None
    try:
        if sign is None:
            qr.read_back(symbol)
        else:
            code_marks.read_back(code_marks.png(symbol, sign), uri)
    except qr.QrUnreadable:
        mend = (
            "在 site_config.yml 里删去 codes.mark，或换一个更简单的标志。"
            if sign is not None
            else "这是程序的毛病，不是数据的：请把这个地址和 shanhuo --version 一起告诉开发者。"
        )
        raise SiteError(f"二维码“{uri}”画好以后读不回原来的地址，网站没有改动。", mend=mend) from None
    return symbol
