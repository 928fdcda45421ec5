"""
The policy as an nginx configuration: maps for the ``http`` level, and one ``server`` or two.

Headers are chosen by maps over ``$uri`` and sent by ``add_header`` on one level
alone, because a location with an ``add_header`` of its own forgets those of the
level above (ngx_http_headers_module).  ``$uri`` holds the file in the end, also
after a folder's index or a page for missing addresses has taken its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.contract import shelf_code

from .media_types import BY_NAME, BY_SUFFIX, HTML, is_compressible, media_type
from .patterns import (
    SAFE_REST,
    SMALL_LETTERS,
    base_pattern,
    escaped,
    header_names,
    missing_pattern,
    place_pattern,
)
from .policy import Host, Placed, Policy, linkset_link
from .rules import CHOICES, SECURITY

_LEAST_COMPRESSED = 1024
"""Bytes from which compression is worth an answer of its own."""
_TYPED = "".join(f"(?<shanhuo_typed{place}>[0-9A-Za-z])" for place in range(1, shelf_code.LENGTH + 1))
_CAPITALS = "".join(f"$shanhuo_capital{place}" for place in range(1, shelf_code.LENGTH + 1))
_SMALL = "".join(f"$shanhuo_small{place}" for place in range(1, shelf_code.LENGTH + 1))


def written(policy: Policy) -> str:
    """Return the whole file, to be included on nginx's ``http`` level."""
    base = policy.portal.base_path
    bases = base_pattern(base)
    names = [policy.portal.name, policy.codes.name]
    lines = [
        *(f"# {line}" for line in policy.about),
        f"# {policy.reason('nginx')}",
        "",
        *_header_maps(policy.rules, bases),
        *_missing_map(policy, bases),
        *_moved_map(policy),
        *_code_maps(policy),
        *_link_map(policy, bases),
    ]
    if base == "/":
        lines += _server(policy, policy.portal, list(dict.fromkeys(names)), "/")
    else:
        lines += _server(policy, policy.portal, names[:1], base)
        if names[1] != names[0]:
            lines += ["", *_server(policy, policy.codes, names[1:], "/")]
    return "\n".join(lines) + "\n"


def _variable(header: str) -> str:
    return "$shanhuo_" + header.lower().replace("-", "_")


def _quoted(text: str) -> str:
    """Return a parameter in quotes; what would be a variable has no dollar sign any more."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _header_maps(rules: Sequence[Placed], bases: str) -> list[str]:
    """Map each header: the deepest place first, since the first regular expression that fits decides."""
    lines: list[str] = []
    outer, *inner = rules
    for header in _varying(rules):
        lines += [f"map $uri {_variable(header)} {{", f"    default {_quoted(dict(outer.headers).get(header, ''))};"]
        for rule in reversed(inner):
            if header in dict(rule.headers):
                lines += [f"    # {rule.why}"] if header == SECURITY else []
                place = _quoted(f"~^{bases}/{place_pattern(rule)}")
                lines.append(f"    {place} {_quoted(dict(rule.headers)[header])};")
        lines += ["}", ""]
    return lines


def _varying(rules: Sequence[Placed]) -> tuple[str, ...]:
    """Return the headers about which an inner rule has something to say."""
    return header_names(rules[1:])


def _missing_map(policy: Policy, bases: str) -> list[str]:
    default, *others = policy.missing
    lines = [f"# {policy.reason('missing')}", "map $uri $shanhuo_missing {", f"    default /{default.page};"]
    for missing in others:
        place = _quoted(f"~^{bases}/{missing_pattern(missing)}")
        lines.append(f"    {place} /{missing.page};")
    return [*lines, "}", ""]


def _moved_map(policy: Policy) -> list[str]:
    lines = [f"# {policy.reason('moved')}", "map $uri $shanhuo_moved {", '    default "";']
    for moved in policy.moved:
        # A pattern, since plain strings are hashed, and long ones then need a setting of the whole server.
        pattern = f"~^{escaped(moved.path.rstrip('/'))}/?$"
        lines.append(f"    {_quoted(pattern)} {_quoted(moved.target)};")
    return [*lines, "}", ""]


def _code_maps(policy: Policy) -> list[str]:
    """Map each character of a typed code to its capital: nginx has no function that would."""
    pairs = " ".join(f"{letter} {letter.upper()};" for letter in SMALL_LETTERS)
    lines = [f"# {policy.reason('code')}"]
    for place in range(1, shelf_code.LENGTH + 1):
        lines.append(f"map $shanhuo_typed{place} $shanhuo_capital{place} {{ default $shanhuo_typed{place}; {pairs} }}")
    if policy.has_small:
        pairs = " ".join(f"{letter.upper()} {letter};" for letter in SMALL_LETTERS)
        for place in range(1, shelf_code.LENGTH + 1):
            source = f"$shanhuo_capital{place}"
            lines.append(f"map {source} $shanhuo_small{place} {{ default {source}; {pairs} }}")
    return [*lines, ""]


def _link_map(policy: Policy, bases: str) -> list[str]:
    """Map each page of a GTIN to the header that names its linkset."""
    if not policy.gtins:
        return []
    above = f"(?<shanhuo_above>{bases})" if bases else ""
    value = linkset_link("$shanhuo_above/" if bases else "/", "$shanhuo_number")
    return [
        f"# {policy.reason('gtin')}",
        "map $uri $shanhuo_link {",
        '    default "";',
        f"    {_quoted(f'~^{above}/01/(?<shanhuo_number>[0-9]{{14}})/')} {_quoted(value)};",
        "}",
        "",
    ]


def _server(policy: Policy, host: Host, names: list[str], base: str) -> list[str]:
    is_beside = policy.portal.base_path != "/"
    folder = "/var/www/html" if is_beside and base != "/" else "/var/www/shanhuo"
    if is_beside and base == "/":
        folder = "/var/www/html" + policy.portal.base_path.rstrip("/")
    return [
        "server {",
        "    listen 80;",
        *_certificate_lines(policy, host),
        f"    server_name {' '.join(names)};",
        "",
        f"    # {policy.reason('root')}",
        *([f"    # {policy.reason('root_above')}: {base.strip('/')}/"] if base != "/" else []),
        f"    root {folder};",
        "    index index.html;",
        "    absolute_redirect off;",
        "    server_tokens off;",
        "    etag on;",
        "",
        *_sent_lines(policy),
        "",
        *_type_lines(),
        "",
        *_compression_lines(policy),
        "",
        f"    error_page 403 404 =404 {base[:-1]}$shanhuo_missing;",
        "    if ($shanhuo_moved) { return 301 $shanhuo_moved; }",
        "",
        *_locations(policy, base),
        "}",
    ]


def _certificate_lines(policy: Policy, host: Host) -> list[str]:
    if not host.is_secure:
        return []
    return [
        f"    # {policy.reason('secure')}",
        "    # listen 443 ssl;",
        f"    # ssl_certificate /etc/ssl/{host.name}.pem;",
        f"    # ssl_certificate_key /etc/ssl/{host.name}.key;",
    ]


def _sent_lines(policy: Policy) -> list[str]:
    outer, varying = dict(policy.rules[0].headers), _varying(policy.rules)
    lines = []
    for name in header_names(policy.rules):
        value = _variable(name) if name in varying else _quoted(outer[name])
        lines.append(f"    add_header {name} {value} always;")
    if policy.gtins:
        lines.append("    add_header Link $shanhuo_link always;")
    for choice in CHOICES:
        lines += [
            f"    # {choice.why.in_language(policy.language)}",
            f"    # add_header {choice.name} {_quoted(choice.value)} always;",
        ]
    return lines


def _type_lines() -> list[str]:
    by_type: dict[str, list[str]] = {}
    for suffix, kind in BY_SUFFIX.items():
        by_type.setdefault(kind, []).append(suffix[1:])
    texts = sorted(kind for kind in by_type if kind.startswith("text/") and kind != HTML)
    return [
        "    types {",
        *(f"        {kind} {' '.join(suffixes)};" for kind, suffixes in by_type.items()),
        "    }",
        "    default_type application/octet-stream;",
        "    charset utf-8;",
        f"    charset_types {' '.join(texts)};",
    ]


def _compression_lines(policy: Policy) -> list[str]:
    kinds = sorted({kind for kind in (*BY_SUFFIX.values(), *BY_NAME.values()) if is_compressible(kind)} - {HTML})
    return [
        f"    # {policy.reason('compressed')}",
        "    gzip on;",
        "    gzip_static on;",
        "    gzip_vary on;",
        "    gzip_proxied any;",
        f"    gzip_min_length {_LEAST_COMPRESSED};",
        f"    gzip_types {' '.join(kinds)};",
        f"    # {policy.reason('brotli')}",
        "    # brotli_static on;",
    ]


def _locations(policy: Policy, base: str) -> list[str]:
    lines = [
        *(_either_case(policy, base) if policy.has_small else _capitals(policy, base)),
        "",
        f"    # {policy.reason('hidden')}",
        '    location ~ "/\\.(?!well-known/)" { return 404; }',
    ]
    for name in BY_NAME:
        lines.append(f'    location ~ "/{escaped(name)}$" {{ types {{ }} default_type {media_type(name)}; }}')
    if policy.gtins:
        lines += ["", *_gtin_locations(policy, base)]
    portal = policy.portal.base_path
    if base != "/" and policy.codes.name == policy.portal.name:
        lines += [
            "",
            f"    # {policy.reason('codes')}",
            f"    location ~* ^/p/ {{ return 301 {base[:-1]}$request_uri; }}",
        ]
    elif base != portal:
        inside = _quoted(f"^{escaped(portal[:-1])}(/.*)$")
        lines += ["", f"    # {policy.reason('portal')}", f"    location ^~ {portal} {{ rewrite {inside} $1 last; }}"]
    return lines


def _capitals(policy: Policy, base: str) -> list[str]:
    """Lead codes typed in small letters to their capitals, where all codes were printed so."""
    right = f"P/[0-9A-Z]{{{shelf_code.LENGTH}}}(?:/|$)"
    return [
        f"    # {policy.reason('code')}",
        f'    location ~ "^{escaped(base)}(?!{right})[Pp]/{_TYPED}(?:/(?<shanhuo_rest>{SAFE_REST}))?$" {{',
        f"        return 301 {base}P/{_CAPITALS}/$shanhuo_rest;",
        "    }",
    ]


def _either_case(policy: Policy, base: str) -> list[str]:
    """Lead a code to the letter case in which it has a page; what is asked for in that case is sent as it is."""
    return [
        f"    # {policy.reason('code_small')}",
        f'    location ~ "^{escaped(base)}[Pp]/{_TYPED}(?:/(?<shanhuo_rest>{SAFE_REST}))?$" {{',
        '        set $shanhuo_code "";',
        f"        if (-f $document_root{base}P/{_CAPITALS}/index.html) {{ set $shanhuo_code {base}P/{_CAPITALS}; }}",
        f"        if (-f $document_root{base}p/{_SMALL}/index.html) {{ set $shanhuo_code {base}p/{_SMALL}; }}",
        '        set $shanhuo_asked "$shanhuo_code|$uri";',
        f'        if ($shanhuo_asked ~ "^({escaped(base)}[Pp]/[0-9A-Za-z]+)\\|\\1(?:/|$)") {{ break; }}',
        "        if ($shanhuo_code) { return 301 $shanhuo_code/$shanhuo_rest; }",
        "    }",
    ]


def _gtin_locations(policy: Policy, base: str) -> list[str]:
    """Fill GTINs to 14 digits, answer the question for all links, lead unknown lots to their GTIN."""
    top, rest = escaped(base), f"(?:/(?<shanhuo_rest>{SAFE_REST}))?$"
    asks = '        if ($arg_linkType ~ "^(?:all|linkset)$") {'
    lines = [f"    # {policy.reason('gtin')}"]
    for digits in (8, 12, 13):
        lines += [
            f'    location ~ "^{top}01/(?<shanhuo_gtin>[0-9]{{{digits}}}){rest}" {{',
            f"        return 301 {base}01/{'0' * (14 - digits)}$shanhuo_gtin/$shanhuo_rest$is_args$args;",
            "    }",
        ]
    answer = f"{asks} return 307 {base}01/$shanhuo_gtin/linkset.json; }}"
    return [
        *lines,
        f'    location ~ "^{top}01/(?<shanhuo_gtin>[0-9]{{14}})/?$" {{',
        answer,
        "    }",
        f'    location ~ "^{top}01/(?<shanhuo_gtin>[0-9]{{14}})/." {{',
        answer,
        "        error_page 403 404 = @shanhuo_gtin;",
        "    }",
        "    location @shanhuo_gtin {",
        f"        return 302 {base}01/$shanhuo_gtin/;",
        "    }",
    ]
