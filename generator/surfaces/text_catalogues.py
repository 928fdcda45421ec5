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
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

from .theme_files import PLACEHOLDER, ThemeBroken, placeholders, shown

PLURAL_FORMS = "plural-forms"
"""Key under which the rule of the catalogue's header stands: which form belongs to which number."""
_LINE = re.compile(r'(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])\s*)?"(?:[^"\\]|\\.)*")?')
"""What a line of a catalogue may be: a comment, a keyword with a text, the rest of a text, nothing.

Babel passes over lines that are none of these, and what they say would be lost without a word.
"""
_FORMAT = "2"
"""Of what is kept, and of what is checked before; another one is not taken."""
_READ = 32
"""Catalogues that a process remembers: those of the package are read for each language of a site."""
_Contents: TypeAlias = "list[tuple[Path, bytes]]"
"""Catalogues with what stands in them."""


def form_key(key: str, index: int) -> str:
    """Return the key of one plural form, counted from 0; the last form stands under *key* itself as well."""
    return f"{key}#{index}"


def read_catalogues(
    paths: Iterable[Path], kept: Path, *, own: Collection[Path] = (), standard: Iterable[Path] = ()
) -> dict[str, str]:
    """Return key → text of several catalogues of one language; later ones win.

    Args:
        paths: The catalogues.
        kept: Folder that keeps what was read, by content.
        own: Those of *paths* whose texts must be fillable, and are not known to be.
        standard: Catalogues, in any language, of all keys that the surfaces ask for; their texts have the placeholders
            that can be filled.

    Raises:
        ThemeBroken: A catalogue cannot be read, or a text of *own* has a brace or placeholder that nobody fills.
    """
    contents = [(path, path.read_bytes()) for path in paths]
    basis = [(path, path.read_bytes()) for path in sorted(standard)] if own else []
    known = kept / f"{_digest_of(contents, basis, own)}.json"
    texts = _kept(known)
    if texts is None:
        texts = {}
        placeholders_of = _placeholders(basis)
        for path, content in contents:
            read = _read(path, content)
            if path in own:
                _check(path, content, read, placeholders_of)
            texts = {**{key: text for key, text in texts.items() if key.partition("#")[0] not in read}, **read}
        kept.mkdir(parents=True, exist_ok=True)
        beside = known.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        os.replace(beside, known)
    return texts


def _digest_of(contents: _Contents, basis: _Contents, own: Collection[Path]) -> str:
    """Name the result by everything that it hangs on: it was checked when it was made, and is not checked again."""
    digest = hashlib.blake2b(_FORMAT.encode(), digest_size=16)
    roles = [("own" if path in own else "text", path, content) for path, content in contents]
    roles += [("standard", path, content) for path, content in basis]
    for role, path, content in roles:
        digest.update(f"{role}\0{shown(path)}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _kept(path: Path) -> dict[str, str] | None:
    """Return what is kept at *path*; ``None`` where that is nothing, or not of the shape that was put there."""
    try:
        texts = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    is_whole = isinstance(texts, dict) and all(isinstance(text, str) for text in texts.values())
    return texts if is_whole else None


def _check(path: Path, content: bytes, texts: Mapping[str, str], known: Mapping[str, frozenset[str]]) -> None:
    """See that the texts of the catalogue at *path* can be filled; *known* holds the placeholders of standard keys."""
    for key, text in texts.items():
        bare = key.partition("#")[0]
        unknown = placeholders(text) - known.get(bare, placeholders(text))
        if unknown:
            allowed = "、".join(f"{{{name}}}" for name in sorted(known[bare])) or "没有可用的"
            what = f"的 {bare} 里，{{{min(unknown)}}} 没有内容可填（可用：{allowed}）"
            raise ThemeBroken.at(shown(path), _line_of(content, bare), what)
        if re.search(r"[{}]", PLACEHOLDER.sub("", text)) and bare != PLURAL_FORMS:
            raise ThemeBroken.at(shown(path), _line_of(content, bare), f"的 {bare} 里，花括号没有成对")


def _placeholders(catalogues: _Contents) -> Mapping[str, frozenset[str]]:
    """Return key → placeholders of its text in any of the *catalogues*."""
    known: dict[str, frozenset[str]] = {}
    for path, content in catalogues:
        for key, text in _read(path, content).items():
            bare = key.partition("#")[0]
            known[bare] = known.get(bare, frozenset()) | placeholders(text)
    return known


@lru_cache(_READ)
def _read(path: Path, content: bytes) -> Mapping[str, str]:
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


def _line_of(content: bytes, key: str) -> int | None:
    lines = content.decode("utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.strip() == f'msgid "{key}"'), None)
