"""Findings in the forms in which people and programs read them."""

from __future__ import annotations

import html
import json
from collections import Counter
from collections.abc import Callable

import click

from generator.findings import Finding, Level, Report

_WORDS = {
    "zh": {
        "error": "错误",
        "warning": "警告",
        "counts": "{error} 处错误，{warning} 处警告。",
        "good": "没有发现问题。",
        "more": "还有 {count} 处同样的问题（{code}），用 --format json 看全部。",
        "mend": "怎么改：",
        "title": "检查结果",
        "place": "位置",
        "said": "问题",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "counts": "{error} errors, {warning} warnings.",
        "good": "Nothing is wrong.",
        "more": "{count} more of the kind {code}; --format json lists all.",
        "mend": "Mend: ",
        "title": "Findings",
        "place": "Place",
        "said": "Finding",
    },
}
_GITHUB = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
"""Escapes of a workflow command's message (GitHub Actions, 'Workflow commands')."""
_GITHUB_PROPERTY = _GITHUB | str.maketrans({":": "%3A", ",": "%2C"})
"""Escapes of a command's properties: a colon would end them, a comma one of them."""


WORKBOOK_ENDINGS = (".xlsx", ".xlsm")
_LETTERS = 26


def print_report(report: Report, form: str = "text", limit: int = 20, lang: str = "zh-Hans") -> None:
    """Print *report* on standard output.

    Args:
        report: What was found.
        form: ``text``, ``json``, ``github`` or ``html``.
        limit: Findings of one kind that text shows; the rest is counted. 0 shows all.
        lang: Language of the sentences.
    """
    click.echo(FORMS[form](report, limit, lang), nl=False)


def _text(report: Report, limit: int, lang: str) -> str:
    words = _words(lang)
    shown: Counter[str] = Counter()
    lines: list[str] = []
    for found in report.findings:
        shown[found.code] += 1
        if limit and shown[found.code] > limit:
            continue
        lines.append(_finding_text(found, lang, words))
    for code, count in shown.items():
        if limit and count > limit:
            lines.append(words["more"].format(count=count - limit, code=code) + "\n")
    if not report.findings:
        return words["good"] + "\n"
    return "\n".join([*lines, words["counts"].format(**report.counts), ""])


def _finding_text(found: Finding, lang: str, words: dict[str, str]) -> str:
    colour = "red" if found.level is Level.ERROR else "yellow"
    place = click.style(place_text(found), bold=True)
    level = click.style(words[str(found.level)], fg=colour, bold=True)
    head = "  ".join(part for part in (place, found.field, f"{level} {found.code}") if part)
    return f"{head}\n    {found.message.in_language(lang)}\n    {words['mend']}{found.mend.in_language(lang)}\n"


def place_text(found: Finding) -> str:
    """Return ``file:line`` or ``file``; in a workbook the cell, as spreadsheets name it."""
    if found.place.file.lower().endswith(WORKBOOK_ENDINGS) and found.place.line:
        return f"{found.place.file} {cell_name(found.place.line, found.place.column)}"
    return f"{found.place.file}:{found.place.line}" if found.place.line else found.place.file


def cell_name(row: int, column: int | None) -> str:
    """Return a cell's name, such as ``F7``, or ``第 7 行`` where no column is meant."""
    if not column:
        return f"第 {row} 行"
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def as_json(report: Report, lang: str) -> dict[str, object]:
    """Return the object that ``--format json`` prints; its names are a promise."""
    return {"counts": report.counts, "findings": [found.as_dict(lang) for found in report.findings]}


def _json(report: Report, _limit: int, lang: str) -> str:
    return json.dumps(as_json(report, lang), ensure_ascii=False, indent=1) + "\n"


def _github(report: Report, _limit: int, lang: str) -> str:
    lines: list[str] = []
    for found in report.findings:
        file = found.place.file.translate(_GITHUB_PROPERTY)
        place = f"file={file},line={found.place.line or 1},title={found.code}"
        text = f"{found.message.in_language(lang)} {found.mend.in_language(lang)}".translate(_GITHUB)
        lines.append(f"::{found.level} {place}::{text}\n")
    return "".join(lines)


def _html(report: Report, _limit: int, lang: str) -> str:
    words = _words(lang)
    rows = "\n".join(
        f'<tr class="{found.level}"><td>{html.escape(place_text(found))}<br>{html.escape(found.field)}</td>'
        f"<td><b>{words[str(found.level)]}</b> <code>{found.code}</code><br>"
        f"{html.escape(found.message.in_language(lang))}<br>"
        f"{html.escape(words['mend'] + found.mend.in_language(lang))}</td></tr>"
        for found in report.findings
    )
    counts = words["counts"].format(**report.counts) if report.findings else words["good"]
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<meta charset="utf-8">\n<title>{words["title"]}</title>\n'
        f"<style>{_STYLE}</style>\n<h1>{words['title']}</h1>\n<p>{counts}</p>\n"
        f"<table><thead><tr><th>{words['place']}</th><th>{words['said']}</th></tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody></table>\n</html>\n"
    )


_STYLE = (
    "body{font:16px/1.7 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#201c18}"
    "table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;"
    "padding:.6rem .8rem;border-bottom:1px solid #ddd3c2}.error b{color:#a12a1e}.warning b{color:#7a5200}"
)

FORMS: dict[str, Callable[[Report, int, str], str]] = {"text": _text, "json": _json, "github": _github, "html": _html}
"""Name of a form → what writes it."""


def _words(lang: str) -> dict[str, str]:
    return _WORDS["en" if lang.lower().startswith("en") else "zh"]
