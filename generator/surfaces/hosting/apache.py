"""
The policy as an ``.htaccess`` for Apache httpd 2.4; the same lines may stand in a ``<Directory>`` of a virtual host.

Conditions are expressions over the path (``ap_expr``), so that nothing hangs on
where on the host the folder is mounted.  Modules that may be missing are asked
for first; without them the pages still come, with less.
"""

from __future__ import annotations

from generator.contract import shelf_code

from .media_types import BY_NAME, BY_SUFFIX, is_compressible, media_type
from .patterns import (
    CODE,
    SAFE_REST,
    SMALL_LETTERS,
    base_pattern,
    escaped,
    header_names,
    missing_pattern,
    place_pattern,
)
from .policy import Policy, linkset_link
from .rules import CHOICES

_COMPRESSIBLE = tuple(suffix[1:] for suffix, kind in BY_SUFFIX.items() if is_compressible(kind))


def written(policy: Policy) -> str:
    """Return the whole file."""
    bases = base_pattern(policy.portal.base_path)
    parts = (
        [*(f"# {line}" for line in policy.about), f"# {policy.reason('apache')}"],
        ["DirectoryIndex index.html", "DirectorySlash On", "Options -Indexes -MultiViews", "FileETag MTime Size"],
        _missing_lines(policy, bases),
        _type_lines(),
        _header_lines(policy, bases),
        _rewriting_lines(policy, bases),
        _compression_lines(),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _beneath(bases: str, pattern: str) -> str:
    return f"%{{REQUEST_URI}} =~ m#^{bases}/{pattern}#"


def _missing_lines(policy: Policy, bases: str) -> list[str]:
    base = policy.portal.base_path
    default, *others = policy.missing
    lines = [f"# {policy.reason('missing')}", f"ErrorDocument 404 {base}{default.page}"]
    for missing in others:
        lines += [
            f'<If "{_beneath(bases, missing_pattern(missing))}">',
            f"    ErrorDocument 404 {base}{missing.page}",
            "</If>",
        ]
    return lines


def _type_lines() -> list[str]:
    lines = ["<IfModule mod_mime.c>"]
    lines += [f"    AddType {kind} {suffix}" for suffix, kind in BY_SUFFIX.items()]
    texts = [suffix for suffix, kind in BY_SUFFIX.items() if kind.startswith("text/")]
    lines += [
        f"    AddCharset utf-8 {' '.join(texts)}",
        "    AddEncoding gzip .gz",
        "    RemoveType .gz",
        "</IfModule>",
    ]
    for name in BY_NAME:
        lines += [f'<FilesMatch "^{escaped(name)}(?:\\.gz)?$">', f"    ForceType {media_type(name)}", "</FilesMatch>"]
    return lines


def _header_lines(policy: Policy, bases: str) -> list[str]:
    lines = ["<IfModule mod_headers.c>"]
    outer, *inner = policy.rules
    lines += [f"    # {outer.why}"]
    lines += [f"    Header always set {name} {_quoted(value)}" for name, value in outer.headers]
    for rule in inner:
        lines += [f"    # {rule.why}", f'    <If "{_beneath(bases, place_pattern(rule))}">']
        for name, value in rule.headers:
            lines.append(f"        Header always {f'set {name} {_quoted(value)}' if value else f'unset {name}'}")
        lines.append("    </If>")
    if policy.gtins:
        base = policy.portal.base_path
        lines += [
            f"    # {policy.reason('gtin')}",
            "    <IfModule mod_setenvif.c>",
            f'        SetEnvIf Request_URI "^{bases}/01/([0-9]{{14}})/" SHANHUO_GTIN=$1',
            f"        Header always set Link {_quoted(linkset_link(base, '%{SHANHUO_GTIN}e'))} env=SHANHUO_GTIN",
            "    </IfModule>",
        ]
    for choice in CHOICES:
        lines += [
            f"    # {choice.why.in_language(policy.language)}",
            f"    # Header always set {choice.name} {_quoted(choice.value)}",
        ]
    lines += [
        f"    # {policy.reason('other_headers')}",
        *(f"    Header onsuccess unset {name}" for name in header_names(policy.rules)),
        "</IfModule>",
        "<IfModule mod_expires.c>",
        "    ExpiresActive Off",
        "</IfModule>",
    ]
    return lines


def _rewriting_lines(policy: Policy, bases: str) -> list[str]:
    lines = ["<IfModule mod_rewrite.c>", "    RewriteEngine On"]
    lines += [f"    # {policy.reason('hidden')}", r'    RewriteRule "(?:^|/)\.(?!well-known/)" - [R=404,L]']
    lines += [f"    # {policy.reason('moved')}"]
    for moved in policy.moved:
        pattern = f"^{escaped(moved.path.rstrip('/'))}/?$"
        # NE: the target is escaped already; a percent sign before a digit would be a back-reference.
        target = moved.target.replace("%", "\\%")
        # mod_rewrite takes what is between quotes as it is; patterns and targets hold none themselves.
        lines += [f'    RewriteCond %{{REQUEST_URI}} "{pattern}"', f'    RewriteRule ^ "{target}" [R=301,NE,QSD,L]']
    lines += _code_lines(policy, bases)
    if policy.gtins:
        lines += _gtin_lines(policy, bases)
    if policy.portal.base_path != "/":
        inside = f"^{escaped(policy.portal.base_path[1:])}(.*)$"
        lines += [f"    # {policy.reason('portal')}", f'    RewriteRule "{inside}" "/$1" [L]']
    lines += [
        f"    # {policy.reason('no_index')}",
        "    RewriteCond %{REQUEST_FILENAME} -d",
        "    RewriteCond %{REQUEST_FILENAME}/index.html !-f",
        "    RewriteRule ^ - [R=404,L]",
        f"    # {policy.reason('compressed')}",
        '    RewriteCond %{HTTP:Accept-Encoding} "\\bgzip\\b"',
        "    RewriteCond %{REQUEST_FILENAME}.gz -f",
        f'    RewriteRule "\\.(?:{"|".join(_COMPRESSIBLE)})$" "%{{REQUEST_URI}}.gz" [L]',
        "</IfModule>",
    ]
    return lines


def _code_lines(policy: Policy, bases: str) -> list[str]:
    """Make one small letter after the other a capital, by looking it up in a list of pairs: there is no function."""
    # Only where no code was printed in capitals are others made small; a page that is there is always sent.
    is_small = policy.has_small and not policy.has_capitals
    letters = [letter.upper() + letter if is_small else letter + letter.upper() for letter in SMALL_LETTERS]
    pairs, done = " " + " ".join(letters) + " ", "0-9a-z" if is_small else "0-9A-Z"
    folder = "p" if is_small else "P"
    once = [
        f'    RewriteCond "{pairs}|%{{ENV:SHANHUO_CODE}}" " (.)(.) [^|]*\\|([{done}]*)\\1(.*)$"',
        "    RewriteRule ^ - [E=SHANHUO_CODE:%3%2%4]",
    ]
    right = f"{folder}/[{done}]{{{shelf_code.LENGTH}}}(?:/|$)"
    there = ["    RewriteCond %{REQUEST_FILENAME} !-d", "    RewriteCond %{REQUEST_FILENAME} !-f"]
    return [
        f"    # {policy.reason('code_small' if policy.has_small else 'code')}",
        *(there if policy.has_small else ()),
        f'    RewriteCond %{{REQUEST_URI}} "^{bases}/(?!{right})[Pp]/({CODE})(?:/({SAFE_REST}))?$"',
        "    RewriteRule ^ - [E=SHANHUO_CODE:%1,E=SHANHUO_REST:%2]",
        *(once * shelf_code.LENGTH),
        "    RewriteCond %{ENV:SHANHUO_CODE} .",
        f'    RewriteRule ^ "{policy.portal.base_path}{folder}/%{{ENV:SHANHUO_CODE}}/%{{ENV:SHANHUO_REST}}" [R=301,L]',
    ]


def _gtin_lines(policy: Policy, bases: str) -> list[str]:
    """Fill GTINs to 14 digits, answer the question for all links, lead unknown lots to their GTIN."""
    base = policy.portal.base_path
    lines = [f"    # {policy.reason('gtin')}"]
    for digits in (8, 12, 13):
        lines += [
            f'    RewriteCond %{{REQUEST_URI}} "^{bases}/01/([0-9]{{{digits}}})(?:/({SAFE_REST}))?$"',
            f'    RewriteRule ^ "{base}01/{"0" * (14 - digits)}%1/%2" [R=301,L]',
        ]
    return [
        *lines,
        '    RewriteCond %{QUERY_STRING} "(?:^|&)linkType=(?:all|linkset)(?:&|$)"',
        f'    RewriteCond %{{REQUEST_URI}} "^{bases}/01/([0-9]{{14}})(?:/|$)"',
        f'    RewriteRule ^ "{base}01/%1/linkset.json" [R=307,QSD,L]',
        "    RewriteCond %{REQUEST_FILENAME} !-f",
        "    RewriteCond %{REQUEST_FILENAME}/index.html !-f",
        f'    RewriteCond %{{REQUEST_URI}} "^{bases}/01/([0-9]{{14}})/."',
        f'    RewriteRule ^ "{base}01/%1/" [R=302,L]',
    ]


def _compression_lines() -> list[str]:
    kinds = sorted({kind for kind in (*BY_SUFFIX.values(), *BY_NAME.values()) if is_compressible(kind)})
    return [
        "<IfModule mod_deflate.c>",
        "    <IfModule mod_filter.c>",
        f"        AddOutputFilterByType DEFLATE {' '.join(kinds)}",
        "    </IfModule>",
        "</IfModule>",
        "<IfModule mod_headers.c>",
        f'    <FilesMatch "\\.(?:{"|".join(_COMPRESSIBLE)})(?:\\.gz)?$">',
        "        Header always merge Vary Accept-Encoding",
        "    </FilesMatch>",
        "</IfModule>",
    ]
