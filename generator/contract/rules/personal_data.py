"""Personal data in what would be published: resident identity numbers, mobile numbers, whatever a site names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b

from generator.contract.names import Written
from generator.contract.rows import Row
from generator.contract.schema import Table, load_tables
from generator.contract.settings import ContractSettings
from generator.findings import Finding

from .data import RuleData

_ENGLISH = {"居民身份证号": "a resident identity number", "手机号": "a mobile number", "银行卡号": "a bank card number"}
_NOT_SEARCHED = frozenset({"url", "gtin", "region", "period", "months"})
_SEPARATORS = re.compile(r"[\s-]")


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``personal-data``, once a field and pattern."""
    patterns = {name: re.compile(pattern) for name, pattern in data.settings.personal_data.items()}
    mark = _mark(data.settings)
    for table in load_tables().values() if patterns else ():
        marked = [(f"{mark}{table.name}{row.digest}", row) for row in data.rows[table.name]]
        data.marks.clean.update(each for each, row in marked if each in data.marks.known and not row.unread)
        unsure = [(each, row) for each, row in marked if each not in data.marks.clean]
        # Nearly always there is nothing in any of them; searching all at once takes a tenth of the time.
        if not any(row.unread for _, row in unsure) and not _holds(patterns, *(row for _, row in unsure)):
            data.marks.clean.update(each for each, _ in unsure)
            continue
        searched = _searched(table)
        for each, row in unsure:
            if row.unread or _holds(patterns, row):
                yield from _told(row, searched, patterns, data.settings)
            else:
                data.marks.clean.add(each)


def _searched(table: Table) -> list[str]:
    """Name the fields of *table* that are published as words."""
    return [
        entry.name
        for entry in table.fields
        if entry.public
        and entry.type in ("string", "list")
        and not (entry.categories or entry.target or entry.semantic in _NOT_SEARCHED)
    ]


def _holds(patterns: Mapping[str, re.Pattern[str]], *rows: Row) -> bool:
    """Tell whether any field of *rows* holds what a pattern finds; no field is left out, so that none is missed."""
    text = "\n".join([value for row in rows for value in row.texts.texts.values()])
    return any(pattern.search(text) for pattern in patterns.values())


def _told(
    row: Row, searched: Iterable[str], patterns: Mapping[str, re.Pattern[str]], settings: ContractSettings
) -> Iterator[Finding]:
    written = {field: _joined(row.named.written[field]) for field in searched if field in row.named.written}
    for field, text in written.items():
        for name, number in _found(text, patterns, settings):
            english = _ENGLISH.get(name, name)
            yield row.finding("personal-data", field, found=_veiled(number), what=name, what_en=english)


def _mark(settings: ContractSettings) -> str:
    """Return what the verdict on a row depends on beside its texts."""
    return blake2b(repr(sorted(settings.personal_data.items())).encode(), digest_size=8).hexdigest()


def _joined(written: Written) -> str:
    return written if isinstance(written, str) else "\n".join(written)


def _found(text: str, patterns: Mapping[str, re.Pattern[str]], settings: ContractSettings) -> Iterator[tuple[str, str]]:
    allowed = {_SEPARATORS.sub("", number) for number in settings.allowed_phones}
    for name, pattern in patterns.items():
        for match in pattern.finditer(text):
            number = match[0]
            if not _is_valid(name, number):
                continue
            if _SEPARATORS.sub("", number) not in allowed:
                yield name, number
                break


def _is_valid(name: str, number: str) -> bool:
    """Check what the pattern *name* found: GB 11643 (check character, birth date, region), ISO/IEC 7812-1 (Luhn)."""
    # Imported here: they bring much with them, and hardly any data holds such a number.
    from stdnum import luhn
    from stdnum.cn import ric

    checks: dict[str, Callable[[str], bool]] = {"居民身份证号": ric.is_valid, "银行卡号": luhn.is_valid}
    return checks.get(name, bool)(number)


def _veiled(number: str) -> str:
    """Hide the middle, so that reports and logs do not spread what they warn of."""
    return number[:3] + "*" * max(0, len(number) - 7) + number[-4:] if len(number) > 8 else number
