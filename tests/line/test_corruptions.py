"""Whatever happens to the demonstration's files: located findings or a correct site, and never half a site."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import cast

import pytest
from hypothesis import HealthCheck, Phase, event, given, note, settings
from hypothesis import strategies as st

from generator.build import Options, build
from generator.build.verify import verify
from generator.errors import FindingsStop
from generator.findings import Finding, Report

from .corruptions import BREAKERS, RESPELLERS, SPOILERS, spoil
from .prepared_sites import copy_site
from .site_copies import differing, digests
from .sizes import record_result, sized
from .values import Value, values_of

TOLD_AT_LEAST = 0.95
"""Part of the spoiled values that must be told with line and field."""
ABOUT_NO_CONTENT = ("data-folder-missing", "unknown-file", "file-misplaced", "file-name-case", "link-outside")
"""Findings about a file's name, which stands on no line."""
SPOILED, BROKEN, RESPELT = sized(9, 150), sized(7, 110), sized(4, 40)
"""Corruptions of each sort: 31 in a sample, 300 in an acceptance run."""


def tries(count: int) -> settings:
    """Return hypothesis settings for *count* corruptions, the same ones in every run."""
    return settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


@dataclass
class Office:
    """A published site whose files are spoiled and put right again."""

    site: Path
    out: Path
    files: dict[str, bytes]
    manifest: str
    """Digest of the manifest of the unspoiled site."""
    values: list[Value] = field(default_factory=list)

    @classmethod
    def open(cls, folder: Path) -> Office:
        """Build the demonstration site in *folder*."""
        site, out = copy_site("demo", folder / "demo"), folder / "out"
        build(Options(site, out=out, jobs=1))
        files = {path: (site / path).read_bytes() for path in digests(site / "data") for path in [f"data/{path}"]}
        return cls(site, out, files, verify(out).manifest_sha256, values_of(site))

    def restore(self) -> None:
        """Put every data file right."""
        for path in digests(self.site / "data"):
            if f"data/{path}" not in self.files:
                (self.site / "data" / path).unlink()
        for name, content in self.files.items():
            path = self.site / name
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)

    def build(self) -> Report:
        """Build and assert what always holds: a whole site, or located findings and nothing changed."""
        before = digests(self.out)
        report = self._report()
        if report.counts["error"]:
            assert not differing(before, digests(self.out))
        else:
            found = verify(self.out)
            assert found.whole
            assert not found.foreign
        for told in report.findings:
            self.assert_located(told)
        return report

    def _report(self) -> Report:
        try:
            return build(Options(self.site, out=self.out, jobs=1)).report
        except FindingsStop as stop:
            return cast("Report", stop.report)

    def assert_located(self, told: Finding) -> None:
        """A finding names a line that its file has, and says what to do."""
        if told.code in ABOUT_NO_CONTENT:
            return
        assert told.place.line is not None, told
        assert all((told.message.zh, told.message.en, told.mend.zh, told.mend.en)), told
        path = self.site / told.place.file
        if path.is_file():
            content = path.read_bytes()
            lines = max(content.count(b"\n"), content.count(b"\r"), content.count(b"\x0a\x00")) + 1
            assert 1 <= told.place.line <= lines, (told, lines)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The demonstration site, published once; each try puts its files right again."""
    folder = tmp_path_factory.mktemp("office")
    yield Office.open(folder)
    shutil.rmtree(folder)


def test_a_spoiled_value_is_told_with_its_line_and_field(office: Office) -> None:
    """Of single values that cannot be meant, 95 of 100 are told with the file, the line and the field."""
    told: Counter[bool] = Counter()
    missed: list[str] = []

    @tries(SPOILED)
    @given(st.sampled_from(sorted(SPOILERS)), st.randoms(use_true_random=True))
    def spoil_one(name: str, random: Random) -> None:
        try:
            value = spoil(office.site, office.values, name, random)
            note(f"{name}: {value}")
            report = office.build()
            places = {(finding.place.file, finding.place.line, finding.field) for finding in report.findings}
            is_told = (value.file, value.line, value.field.name) in places
            told[is_told] += 1
            event(name)
            if not is_told:
                missed.append(f"{name}: {value.file}:{value.line} {value.field.name} {value.text} → {places}")
        finally:
            office.restore()

    spoil_one()
    part = told[True] / told.total()
    assert part >= TOLD_AT_LEAST, "\n".join(missed)
    record_result("corruptions", told.total(), "spoiled values", f"{part:.1%} told with line and field")


def test_a_broken_file_gives_located_findings_or_a_correct_site(office: Office) -> None:
    """Cut, doubled, lost, re-encoded or pasted into: never a traceback, never a changed output folder with an error."""
    outcomes: Counter[str] = Counter()

    @tries(BROKEN)
    @given(st.sampled_from(sorted(BREAKERS)), st.randoms(use_true_random=True))
    def break_one(name: str, random: Random) -> None:
        try:
            note(f"{name}: {BREAKERS[name](office.site, random)}")
            outcomes["findings" if office.build().counts["error"] else "a correct site"] += 1
        finally:
            office.restore()

    break_one()
    result = ", ".join(f"{count} × {outcome}" for outcome, count in sorted(outcomes.items()))
    record_result("corruptions", outcomes.total(), "broken files", result)


def test_another_allowed_spelling_gives_the_same_site(office: Office) -> None:
    """Column order, delimiter, encoding, line ends, English words and units change no byte of the site."""
    count = 0

    @tries(RESPELT)
    @given(st.sampled_from(sorted(RESPELLERS)), st.randoms(use_true_random=True))
    def respell_one(name: str, random: Random) -> None:
        nonlocal count
        try:
            what = f"{name}: {RESPELLERS[name](office.site, random)}"
            note(what)
            report = office.build()
            assert not report.counts["error"], (what, report)
            assert verify(office.out).manifest_sha256 == office.manifest, what
            count += 1
        finally:
            office.restore()

    respell_one()
    record_result("corruptions", count, "files in another allowed spelling", "the same site")
