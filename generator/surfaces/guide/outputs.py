"""The plan of everything that displays need."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial

from generator.catalog.placement import Display
from generator.catalog.product import Product
from generator.surfaces import addresses as site_addresses
from generator.surfaces import cards
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.small_css import smaller_css
from generator.surfaces.surroundings import Surroundings

from . import addresses
from .goods import displays_of, goods_of
from .goods_views import goods_digest, goods_view
from .settings import as_script, script_of, settings_of
from .simulator import simulator_outputs
from .stand import Stand
from .worker import files_of, is_read_in, worker_script


def outputs(languages: Sequence[Surroundings], known: Sequence[Output] = ()) -> Iterator[Output]:
    """Plan ``guide/``: what displays share, and each of them.

    Args:
        languages: The site in each language, its own first.
        known: Files by which the guide answers questions, in all languages.
    """
    main = languages[0]
    displays = list(displays_of(main))
    if not displays:
        return
    yield from _shared(main)
    for display in displays:
        yield from _display(languages_of(languages, display), display, known)
    yield from simulator_outputs(main)
    if "portal" not in main.config.surfaces:  # which plans the pictures of all products otherwise
        shown = {product.id: product for display in displays for product in goods_of(main, display)}
        yield from main.pictures.outputs(cards.pictures_of(main, product)[0] for product in shown.values())


def languages_of(languages: Sequence[Surroundings], display: Display) -> list[Surroundings]:
    """Return the languages that *display* can be switched to, its first one first; all where it names none."""
    known = {around.texts.language.lower(): around for around in languages}
    named = [known[tag.lower()] for tag in display.languages if tag.lower() in known]
    return named or list(languages)


def _shared(main: Surroundings) -> Iterator[Output]:
    theme = main.theme
    style = smaller_css(theme.sheet("guide"))
    script, worker = theme.scripts["guide"], theme.scripts["guide-worker"]
    for path, text in ((addresses.STYLE, style), (addresses.SCRIPT, script), (addresses.STARTS, worker)):
        yield Output(path, digest_of(text), partial(str.encode, text), path)


def _display(languages: Sequence[Surroundings], display: Display, known: Sequence[Output]) -> Iterator[Output]:
    main = languages[0]
    stands = [Stand(around, around_display(around, display)) for around in languages]
    goods = [outputs_of_goods for stand in stands for outputs_of_goods in _goods(stand)]
    settings = settings_of(languages, display)
    script = script_of(settings)
    page = digest_of(main.base, main.theme.digest("guide/"), display.digest)
    own = [
        Output(
            site_addresses.file_of(addresses.display(display.id)),
            page,
            partial(_page, main, display),
            str(display.name),
        ),
        Output(addresses.settings(display.id), digest_of(script.decode()), partial(bytes, script), str(display.name)),
        Output(addresses.slots(display.id), digest_of("slots"), partial(bytes, b""), str(display.name)),
        *goods,
    ]
    yield from own
    answers = [output for output in known if is_read_in(output.path, [each.texts.language for each in languages])]
    held = [*own, *answers]
    files = files_of(stands, [output.path for output in held])
    needs = digest_of(main.program, *(output.needs for output in held), *_shared_needs(main), *files)
    listed = partial(_listed, display, main, files)
    yield Output(addresses.files(display.id), needs, listed, str(display.name))
    yield Output(
        addresses.worker(display.id), needs, partial(worker_script, display.id, needs, files), str(display.name)
    )


def _shared_needs(main: Surroundings) -> Iterator[str]:
    return (output.needs for output in _shared(main))


def around_display(around: Surroundings, display: Display) -> Display:
    """Return the same display in the language of *around*."""
    return next(each for each in displays_of(around) if each.id == display.id)


def _goods(stand: Stand) -> Iterator[Output]:
    around, display = stand.around, stand.display
    shared = digest_of(around.base, around.theme.digest("guide/", "components/"))
    for product in goods_of(around, display):
        yield Output(
            addresses.goods(display.id, around.texts.language, product.id),
            digest_of(shared, goods_digest(stand, product)),
            partial(_goods_script, stand, product),
            product.name,
            kin=product.id,
        )


def _page(around: Surroundings, display: Display) -> bytes:
    path = addresses.display(display.id)
    return around.templates.render(
        "guide/display.html",
        site=around.site,
        display=display,
        layout=display.layout or "landscape",
        shared=f"{site_addresses.root_from(path)}{addresses.SHARED}",
    ).encode()


def _goods_script(stand: Stand, product: Product) -> bytes:
    around = stand.around
    view = goods_view(stand, product)
    root = site_addresses.root_from(addresses.display(stand.display.id)) + around.folder
    parts = {
        name: around.templates.render(f"guide/{name}.html", item=view, root=root) for name in ("item", "card", "slide")
    }
    told = {
        "id": view.id,
        "name": str(view.name),
        "accent": view.accent,
        "compared": [str(value) for _, value in view.compared],
        "until": view.compared_until,
        **parts,
    }
    written = as_script(json.dumps(told, ensure_ascii=False, separators=(",", ":")))
    return f"shanhuo.goods.take({json.dumps(around.texts.language)},{written});\n".encode()


def _listed(display: Display, around: Surroundings, files: Sequence[str]) -> bytes:
    told = {
        "display": display.id,
        "title": str(display.name),
        "date": around.configuration.as_of.isoformat(),
        "files": list(files),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
