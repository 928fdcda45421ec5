"""
The policy as a Caddyfile (Caddy 2): one snippet of headers, and a site or two.

``route`` keeps the order as written, so that inner rules come after outer ones
and have the last word.  Caddy's patterns are RE2, without looking ahead.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.contract import shelf_code

from .media_types import BY_NAME, BY_SUFFIX, HTML, content_type
from .patterns import CODE, SAFE_REST, SMALL_LETTERS, base_pattern, escaped, missing_pattern
from .policy import Host, Policy, linkset_link
from .rules import CHOICES


def written(policy: Policy) -> str:
    """Return the whole file."""
    base = policy.portal.base_path
    hosts = [_address(policy.portal)]
    if policy.codes.name != policy.portal.name:
        hosts.append(_address(policy.codes))
    lines = [*(f"# {line}" for line in policy.about), f"# {policy.reason('caddy')}", "", *_header_snippet(policy), ""]
    if base == "/":
        lines += [f"{', '.join(hosts)} {{", *_inside(_site(policy, "/")), "}"]
    else:
        lines += [
            f"{hosts[0]} {{",
            *_inside(_root(policy)),
            f"    handle_path {base}* {{",
            *_inside(_inside(_served(policy, base))),
            "    }",
        ]
        if len(hosts) == 1:
            lines += [f"    # {policy.reason('codes')}", f"    redir /p/* {base[:-1]}{{uri}} permanent"]
        lines += ["    handle {", "        error 404", "    }", *_inside(_errors(policy)), "}"]
        if len(hosts) > 1:
            lines += ["", f"{hosts[1]} {{", *_inside(_site(policy, "/")), "}"]
    return "\n".join(lines) + "\n"


def _address(host: Host) -> str:
    return host.name if host.is_secure else f"http://{host.name}"


def _quoted(text: str) -> str:
    """Return an argument in quotes, in which Caddy leaves backslashes as they are; it holds no quotes itself."""
    return f'"{text}"'


def _inside(lines: Sequence[str]) -> list[str]:
    return [f"    {line}" if line else "" for line in lines]


def _header_snippet(policy: Policy) -> list[str]:
    outer, *inner = policy.rules
    lines = [f"# {outer.why}"]
    lines += [f"header {name} {_quoted(value)}" for name, value in outer.headers]
    for number, rule in enumerate(inner, 1):
        places = " ".join(f"/{place}*" if place.endswith("/") else f"/{place}" for place in rule.places)
        lines += [f"# {rule.why}", f"@shanhuo{number} path {places}"]
        for name, value in rule.headers:
            lines.append(f"header @shanhuo{number} {name} {_quoted(value)}" if value else _taken(number, name))
    for choice in CHOICES:
        lines += [f"# {choice.why.in_language(policy.language)}", f"# header {choice.name} {_quoted(choice.value)}"]
    return ["(shanhuo_headers) {", *_inside(lines), "}"]


def _taken(number: int, name: str) -> str:
    return f"header @shanhuo{number} -{name}"


def _site(policy: Policy, base: str) -> list[str]:
    return [*_root(policy), *_served(policy, base), *_errors(policy)]


def _root(policy: Policy) -> list[str]:
    return [f"# {policy.reason('root')}", "root * /var/www/shanhuo"]


def _served(policy: Policy, base: str) -> list[str]:
    """Return how files are served; *base* is what the host has taken off the path."""
    lines = ["import shanhuo_headers", *_type_lines(), *_moved_lines(policy, base), *_code_lines(policy, base)]
    if policy.gtins:
        lines += _gtin_lines(policy, base)
    lines += [
        f"# {policy.reason('hidden')}",
        "@hidden {",
        "    path */.*",
        "    not path /.well-known/*",
        "}",
        "error @hidden 404",
        f"# {policy.reason('compressed')}",
        "encode gzip",
        "file_server {",
        "    precompressed gzip",
        "}",
    ]
    portal = policy.portal.base_path
    if base != portal:
        lines[:0] = [f"# {policy.reason('portal')}", f"uri strip_prefix {portal[:-1]}"]
    return ["route {", *_inside(lines), "}"]


def _type_lines() -> list[str]:
    lines = []
    kinds = {f"*{suffix}": kind for suffix, kind in BY_SUFFIX.items() if kind != HTML}
    kinds |= {f"*/{name}": kind for name, kind in BY_NAME.items()}
    by_kind: dict[str, list[str]] = {}
    for pattern, kind in kinds.items():
        by_kind.setdefault(kind, []).append(pattern)
    for number, (kind, patterns) in enumerate(by_kind.items(), 1):
        lines += [f"@type{number} path {' '.join(patterns)}"]
        lines += [f"header @type{number} Content-Type {_quoted(content_type(kind))}"]
    return lines


def _moved_lines(policy: Policy, base: str) -> list[str]:
    lines = [f"# {policy.reason('moved')}"]
    for number, moved in enumerate(policy.moved, 1):
        if moved.path.startswith(base):
            inside = "/" + moved.path.removeprefix(base).rstrip("/")
            lines += [f"@moved{number} path_regexp {_quoted(f'^{escaped(inside)}/?$')}"]
            lines += [f"redir @moved{number} {_quoted(moved.target)} permanent"]
    return lines


def _code_lines(policy: Policy, base: str) -> list[str]:
    """Put the code alone into the path and make its letters capitals there."""
    if policy.has_small:
        return _either_case_lines(policy, base)
    return [
        f"# {policy.reason('code')}",
        "@typed {",
        f'    path_regexp typed "^/[Pp]/({CODE})(?:/({SAFE_REST}))?$"',
        f'    not path_regexp "^/P/[0-9A-Z]{{{shelf_code.LENGTH}}}(?:/|$)"',
        "}",
        "route @typed {",
        "    rewrite * /{re.typed.1}",
        *(f"    uri replace {letter} {letter.upper()}" for letter in SMALL_LETTERS),
        f"    redir * {base}P{{path}}/{{re.typed.2}} permanent",
        "}",
    ]


def _either_case_lines(policy: Policy, base: str) -> list[str]:
    """Lead a code to the letter case in which it has a page; what is there is sent as it is."""
    lines = [
        f"# {policy.reason('code_small')}",
        "@typed {",
        f'    path_regexp typed "^/[Pp]/({CODE})(?:/({SAFE_REST}))?$"',
        "    not file {path} {path}/index.html",
        "}",
        "route @typed {",
        "    rewrite * /{re.typed.1}",
    ]
    for name, folder, letters in (
        ("capitals", "P", [(letter, letter.upper()) for letter in SMALL_LETTERS]),
        ("small", "p", [(letter.upper(), letter) for letter in SMALL_LETTERS]),
    ):
        lines += [f"    uri replace {one} {other}" for one, other in letters]
        lines += [f"    @{name} file /{folder}{{path}}/index.html"]
        lines += [f"    redir @{name} {base}{folder}{{path}}/{{re.typed.2}} permanent"]
    return [*lines, "    error 404", "}"]


def _gtin_lines(policy: Policy, base: str) -> list[str]:
    """Name linksets, fill GTINs to 14 digits, answer the question for all links, lead unknown lots to their GTIN."""
    lines = [
        f"# {policy.reason('gtin')}",
        '@gtin path_regexp gtin "^/01/([0-9]{14})/"',
        f"header @gtin Link `{linkset_link(base, '{re.gtin.1}')}`",
    ]
    for digits in (8, 12, 13):
        lines += [
            f'@gtin{digits} path_regexp gtin{digits} "^/01/([0-9]{{{digits}}})(?:/({SAFE_REST}))?$"',
            f"redir @gtin{digits} {base}01/{'0' * (14 - digits)}{{re.gtin{digits}.1}}/{{re.gtin{digits}.2}} permanent",
        ]
    return [
        *lines,
        "@links {",
        '    path_regexp links "^/01/([0-9]{14})(?:/|$)"',
        "    query linkType=all linkType=linkset",
        "}",
        f"redir @links {base}01/{{re.links.1}}/linkset.json 307",
        "@lot {",
        '    path_regexp lot "^/01/([0-9]{14})/."',
        "    not file {path} {path}/index.html",
        "}",
        f"redir @lot {base}01/{{re.lot.1}}/ 302",
    ]


def _errors(policy: Policy) -> list[str]:
    bases = base_pattern(policy.portal.base_path)
    default, *others = policy.missing
    lines = []
    for number, missing in enumerate(others, 1):
        pattern = _quoted(f"^{bases}/{missing_pattern(missing)}")
        lines += [f"@language{number} path_regexp {pattern}", f"handle @language{number} {{"]
        lines += [f"    rewrite * /{missing.page}", "}"]
    lines += ["handle {", f"    rewrite * /{default.page}", "}"]
    lines += ["route {", "    import shanhuo_headers", f"    header Content-Type {_quoted(content_type(HTML))}"]
    lines += ["    file_server {", "        precompressed gzip", "    }", "}"]
    return [f"# {policy.reason('missing')}", "handle_errors {", *_inside(lines), "}"]
