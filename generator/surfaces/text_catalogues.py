"""
Fixed texts of a theme as gettext catalogues: ``locales/<language>.po``, a text an entry, its key as ``msgid``.

A site's own catalogue holds only the texts that it words otherwise.  What Babel reads from catalogues is kept by their
content, since every build asks for it and hardly any changes it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from .theme_files import PLACEHOLDER, ThemeBroken, placeholders, shown

PLURAL_FORMS = "plural-forms"
"""Key under which the rule of the catalogue's header stands: which form belongs to which number."""
_LINE = re.compile(r'(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])\s*)?"(?:[^"\\]|\\.)*")?')
"""What a line of a catalogue may be: a comment, a keyword with a text, the rest of a text, nothing.

Babel passes over lines that are none of these, and what they say would be lost without a word.
"""
_FORMAT = "1"
"""Of what is kept; another one is not taken."""


def form_key(key: str, index: int) -> str:
    """Return the key of one plural form, counted from 0; the last form stands under *key* itself as well."""
    return f"{key}#{index}"


def read_catalogues(paths: Iterable[Path], kept: Path) -> dict[str, str]:
    """Return key → text of several catalogues of one language; later ones win.

    Args:
        paths: The catalogues.
        kept: Folder that keeps what was read, by content.

    Raises:
        ThemeBroken: A catalogue cannot be read.
    """
    contents = [(path, path.read_bytes()) for path in paths]
    digest = hashlib.blake2b(_FORMAT.encode(), digest_size=16)
    for path, content in contents:
        digest.update(f"{shown(path)}\0{len(content)}\0".encode() + content)
    known = kept / f"{digest.hexdigest()}.json"
    try:
        texts: dict[str, str] = json.loads(known.read_bytes())
    except (OSError, ValueError):
        texts = {}
        for path, content in contents:
            own = _read(path, content)
            texts = {key: text for key, text in texts.items() if key.partition("#")[0] not in own} | own
        kept.mkdir(parents=True, exist_ok=True)
        beside = known.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        os.replace(beside, known)
    return texts


def check_catalogue(path: Path, known: Mapping[str, frozenset[str]]) -> None:
    """See that the texts of a site's own catalogue can be filled.

    Args:
        path: The catalogue.
        known: Key → the placeholders that its text may have, of all keys that the surfaces ask for.

    Raises:
        ThemeBroken: A text has a brace or placeholder that nobody fills.
    """
    for key, text in _read(path, path.read_bytes()).items():
        bare = key.partition("#")[0]
        unknown = placeholders(text) - known.get(bare, placeholders(text))
        if unknown:
            allowed = "、".join(f"{{{name}}}" for name in sorted(known[bare])) or "没有可用的"
            what = f"的 {bare} 里，{{{min(unknown)}}} 没有内容可填（可用：{allowed}）"
            raise ThemeBroken.at(shown(path), _line_of(path, bare), what)
        if re.search(r"[{}]", PLACEHOLDER.sub("", text)) and bare != PLURAL_FORMS:
            raise ThemeBroken.at(shown(path), _line_of(path, bare), f"的 {bare} 里，花括号没有成对")


@cache
def known_placeholders(folder: Path) -> Mapping[str, frozenset[str]]:
    """Return key → placeholders of its text in any language, of all catalogues in *folder*."""
    known: dict[str, frozenset[str]] = {}
    for path in sorted(folder.glob("*.po")):
        for key, text in _read(path, path.read_bytes()).items():
            bare = key.partition("#")[0]
            known[bare] = known.get(bare, frozenset()) | placeholders(text)
    return known


def _read(path: Path, content: bytes) -> dict[str, str]:
    """Return the translated texts of a catalogue; those marked as fuzzy were not reviewed and are left out."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ThemeBroken.at(shown(path), line, "起读不懂：它不是 UTF-8 编码") from error
    for number, written in enumerate(text.splitlines(), 1):
        if not _LINE.fullmatch(written.strip()):
            raise ThemeBroken.at(shown(path), number, "写错了：这里应当是 msgid 或 msgstr 加上一段引号里的文字")
    try:
        catalogue = read_po(BytesIO(text.encode()), abort_invalid=True)
    except PoFileError as error:
        raise ThemeBroken.at(shown(path), error.lineno + 1, "不是正确的 gettext 目录（PO）") from error
    except (ValueError, LookupError) as error:  # a header that names no language, no encoding, no rule for plurals
        raise ThemeBroken.at(shown(path), 1, f"的文件头写错了：{error}") from error
    texts = {PLURAL_FORMS: catalogue.plural_expr} if re.search('^"Plural-Forms:', text, re.MULTILINE) else {}
    for message in catalogue:
        if not message.id or message.fuzzy:
            continue
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
        if isinstance(message.id, str):
            texts |= {message.id: forms[0]} if forms[0] else {}
        elif all(forms):
            key = str(message.id[0])
            texts |= {key: forms[-1], **{form_key(key, index): form for index, form in enumerate(forms)}}
    return texts


def _line_of(path: Path, key: str) -> int | None:
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.strip() == f'msgid "{key}"'), None)
