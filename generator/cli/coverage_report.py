"""What is not translated, as people and programs read it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.editing.coverage import Coverage

_WORDS = {
    "zh": {
        "none": "这个站点只有一种语言，没有译文要补。",
        "head": "{language}：{total} 条文字，已译 {done} 条，缺 {missing} 条。",
        "kind": "  {kind}：{total} 条，缺 {missing} 条",
        "more": "    还有 {count} 条，用 --limit 0 看全部。",
        "mend": "译文写在 data/translations.csv 里；站名等写在 site_config.yml 的 translations 里；"
        "文稿放在 content/{folder}。",
    },
    "en": {
        "none": "This site has one language; nothing needs a translation.",
        "head": "{language}: {total} texts, {done} translated, {missing} missing.",
        "kind": "  {kind}: {total}, {missing} missing",
        "more": "    {count} more; --limit 0 lists all.",
        "mend": "Translations go into data/translations.csv, the site's own texts under translations in"
        " site_config.yml, prose into content/{folder}.",
    },
}


def print_coverage(told: Sequence[Coverage], form: str, limit: int, lang: str) -> None:
    """Print how far each language is.

    Args:
        told: The languages.
        form: ``json``, or any other for text.
        limit: Texts of one kind that are shown; 0 shows all.
        lang: Language of the sentences.
    """
    if form == "json":
        click.echo(json.dumps([_as_dict(each) for each in told], ensure_ascii=False, indent=1))
        return
    words = _WORDS["en" if lang.startswith("en") else "zh"]
    if not told:
        click.echo(words["none"])
    for each in told:
        _print(each, limit, words)


def _print(each: Coverage, limit: int, words: dict[str, str]) -> None:
    missing = len(each.missing)
    head = words["head"].format(language=each.language, total=each.total.total(), done=each.done, missing=missing)
    click.echo(click.style(head, bold=True))
    for kind, total in sorted(each.total.items()):
        lacking = [entry for entry in each.missing if entry.kind == kind]
        if not lacking:
            continue
        click.echo(words["kind"].format(kind=kind, total=total, missing=len(lacking)))
        for entry in lacking[: limit or None]:
            start = " ".join(entry.text.split())[:40]
            click.echo(f"    {entry.place.file}:{entry.place.line}  {entry.record}  {start}")
        if limit and len(lacking) > limit:
            click.echo(words["more"].format(count=len(lacking) - limit))
    if missing:
        click.echo(words["mend"].format(folder=f"{each.language.lower()}/"))


def _as_dict(each: Coverage) -> dict[str, object]:
    return {
        "language": each.language,
        "total": each.total.total(),
        "translated": each.done,
        "kinds": {
            kind: {"total": total, "missing": each.missing_of(kind)} for kind, total in sorted(each.total.items())
        },
        "missing": [
            {
                "kind": entry.kind,
                "record": entry.record,
                "file": entry.place.file,
                "line": entry.place.line,
                "text": entry.text,
            }
            for entry in each.missing
        ],
    }
