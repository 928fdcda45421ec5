"""What every web server has to do with its exported configuration, whichever it is."""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from generator.build.output_paths import MANIFEST_NAME
from generator.surfaces.hosting.media_types import media_type

from .hosting import Answer, Hosted
from .site_copies import BuiltSite, digests

MOVED = (301, 308)
"""Both are for good; servers differ in which they take for a missing slash."""
LEADING = {
    "products": "/products/",
    "en": "/en/",
    "products/ziyang-cha/": "/products/ziyang-fuxi-cha/",
    "en/products/ziyang-cha": "/en/products/ziyang-fuxi-cha/",
}
"""Asked for → where it leads."""
MISSING = {"nix": "zh-Hans", "en/nix/": "en", "P/2222222/zh-hant/": "zh-Hant", "assets/": "zh-Hans"}
"""Asked for → language of the page that says there is nothing."""


def check_files(host: Hosted, site: BuiltSite) -> int:
    """Every file has the headers and media type of the policy, and is what was built; returns how many there are."""
    names = {name for rule in host.policy.rules for name, _ in rule.headers}
    files = {path: digest for path, digest in digests(site.out).items() if path != MANIFEST_NAME}
    for file, digest in files.items():
        answer = host.get(file)
        sent = {name: answer.headers[name.lower()] for name in names if name.lower() in answer.headers}
        assert answer.status == 200, file
        assert sent == host.policy.headers(file), file
        assert answer.headers["content-type"].partition(";")[0] == media_type(file), file
        assert hashlib.sha256(answer.body).hexdigest() == digest, file
    return len(files)


def check_twins(host: Hosted) -> None:
    """Who can read gzip gets the twin, others the file; those who keep copies are told, and need not ask in vain."""
    for path in ("", "en/products/", "api/v1/products.json"):
        packed, plain = host.get(path, Accept_Encoding="gzip"), host.get(path)
        assert packed.headers["content-encoding"] == "gzip"
        assert "accept-encoding" in packed.headers["vary"].lower()
        assert "content-encoding" not in plain.headers
        assert packed.headers["etag"] != plain.headers["etag"]
        assert len(packed.body) < len(plain.body) / 2
        again = host.get(path, If_None_Match=plain.headers["etag"])
        assert (again.status, again.body) == (304, b"")


def check_addresses(host: Hosted) -> None:
    """A missing slash is added, and old addresses lead to new ones, in each language."""
    for asked, target in LEADING.items():
        assert _led(host.get(asked)) == target, asked


def check_codes(host: Hosted, site: BuiltSite) -> None:
    """A code in small letters leads to its capitals, what follows it stays, and nothing can be slipped in."""
    code = min(path.name for path in (site.out / "P").iterdir())
    for typed in (f"p/{code.lower()}", f"P/{code.lower()}/", f"p/{code}", f"P/{code[:3].lower()}{code[3:]}"):
        assert _led(host.get(typed)) == f"/P/{code}/", typed
    assert _led(host.get(f"p/{code.lower()}/en/")) == f"/P/{code}/en/"
    assert host.get(f"P/{code}/").status == 200
    assert "x-added" not in host.get(f"p/{code.lower()}/%0d%0aX-Added:%201").headers
    assert host.get("p/nix").status == 404


def check_missing(host: Hosted) -> None:
    """Where there is nothing, a page says so in the language of the place, as a page that is not kept."""
    page = host.policy.headers("404.html")
    for asked, language in MISSING.items():
        answer = host.get(asked)
        assert (answer.status, answer.headers["cache-control"]) == (404, "no-cache"), asked
        assert f'<html lang="{language}"' in answer.body.decode(), asked
        assert answer.headers["content-security-policy"] == page["Content-Security-Policy"], asked
        assert answer.headers["content-type"].startswith("text/html"), asked
    assert {host.get(path).status for path in (".git/config", ".htaccess")} <= {403, 404}


def _led(answer: Answer) -> str:
    """Return the path that an answer leads to, whether the whole address was told or not."""
    assert answer.status in MOVED, answer
    parts = urlsplit(answer.headers["location"])
    assert parts.hostname in (None, "127.0.0.1")
    return parts.path
