"""Personal data in what would be published: resident identity numbers, mobile numbers, whatever a site names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import blake2b

from stdnum import luhn
from stdnum.cn import ric

from generator.contract.names import Written
from generator.contract.schema import load_tables
from generator.contract.settings import ContractSettings
from generator.findings import Finding

from .data import RuleData

_CHECKS: dict[str, Callable[[str], bool]] = {"居民身份证号": ric.is_valid, "银行卡号": luhn.is_valid}
"""Pattern's name → check of what it finds: GB 11643 (check character, birth date, region), ISO/IEC 7812-1 (Luhn)."""
_ENGLISH = {"居民身份证号": "a resident identity number", "手机号": "a mobile number", "银行卡号": "a bank card number"}
_NOT_SEARCHED = frozenset({"url", "gtin", "region", "period", "months"})
_SEPARATORS = re.compile(r"[\s-]")


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``personal-data``, once a field and pattern."""
    patterns = {name: re.compile(pattern) for name, pattern in data.settings.personal_data.items()}
    mark = _mark(data.settings)
    for table in load_tables().values():
        searched = [
            entry.name
            for entry in table.fields
            if entry.public
            and entry.type in ("string", "list")
            and not (entry.categories or entry.target or entry.semantic in _NOT_SEARCHED)
        ]
        for row in data.rows[table.name] if patterns else ():
            # What could not be read is in no digest.
            row_mark = "" if row.unread else f"{mark}{table.name}{row.digest}"
            if row_mark in data.marks.known:
                data.marks.clean.add(row_mark)
                continue
            written = {field: _joined(row.named.written[field]) for field in searched if field in row.named.written}
            if not _any_of(patterns, "\n".join(written.values())):
                if row_mark:
                    data.marks.clean.add(row_mark)
                continue
            for field, text in written.items():
                for name, number in _found(text, patterns, data.settings):
                    english = _ENGLISH.get(name, name)
                    yield row.finding("personal-data", field, found=_veiled(number), what=name, what_en=english)


def _mark(settings: ContractSettings) -> str:
    """Return what the verdict on a row depends on beside its texts."""
    return blake2b(repr(sorted(settings.personal_data.items())).encode(), digest_size=8).hexdigest()


def _joined(written: Written) -> str:
    return written if isinstance(written, str) else "\n".join(written)


def _any_of(patterns: dict[str, re.Pattern[str]], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns.values())


def _found(text: str, patterns: dict[str, re.Pattern[str]], settings: ContractSettings) -> Iterator[tuple[str, str]]:
    allowed = {_SEPARATORS.sub("", number) for number in settings.allowed_phones}
    for name, pattern in patterns.items():
        for match in pattern.finditer(text):
            number = match[0]
            if not _CHECKS.get(name, bool)(number):
                continue
            if _SEPARATORS.sub("", number) not in allowed:
                yield name, number
                break


def _veiled(number: str) -> str:
    """Hide the middle, so that reports and logs do not spread what they warn of."""
    return number[:3] + "*" * max(0, len(number) - 7) + number[-4:] if len(number) > 8 else number
