"""
The portal's frame and its content pages, made by MkDocs with Material.

This module alone knows MkDocs. It writes a project of stub pages (one a section
of the portal) and the editors' prose, lets the engine build it as any other
project, from outside and without plugin or hook, cuts the stubs at their marks
and cleans what the engine leaves. What it makes is kept by content.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import material
import mkdocs

from generator.errors import SiteError

from . import addresses
from .alternates import alternates
from .content import ContentPage
from .editions import Edition
from .feeds import feed_links
from .frame_parts import ALTERNATES_MARK, ROOT, WAYS_MARK, Frame, Frames
from .frame_project import LANGUAGE_LINK, stubs, write_project
from .outputs import Output, digest_of
from .prose_alignment import aligned_by_attribute
from .theme import Theme
from .theme_files import ThemeBroken

ABANDONED_SECONDS = 600
"""Age from which a working folder of the engine belongs to a run that was killed."""
_STATIC = ("assets/stylesheets/main.", "assets/site/")
"""What is kept of the engine's own files: no scripts, no search, no source maps, no pictures."""
_KEPT_FRAMES = 6
_TOGGLE = re.compile(r'\s*<input class="md-toggle"[^>]*>|\s*<label class="md-overlay"[^>]*></label>')
"""Switches of Material's own drawer and search, which our frame does without (each is an HTML error as well)."""
_SKIP = re.compile(r'\s*<div data-md-component="skip">.*?</div>', re.DOTALL)
"""Material's own way past the head of a page; ours stands before it."""
_IN_TEMPLATE = re.compile(r'File "[^"]*[/\\]overrides[/\\]([^"]+)", line (\d+)')
"""A template of the theme in what the engine tells of a failure."""
_LANGUAGE = re.compile(r'<html lang="[^"]*"')
_GENERATOR = re.compile(r'\s*<meta name="generator"[^>]*>')


@dataclass(frozen=True, eq=False)
class FrameJob:
    """What the engine is to make; started early, waited for late, because it runs in a process of its own."""

    folder: Path
    """Where the result is kept, named by everything that it hangs on."""
    process: subprocess.Popen[bytes] | None
    """The engine; ``None`` where the result was there already."""
    project: Path
    """The engine's working folder."""
    editions: tuple[Edition, ...]
    """The languages, the site's own first."""

    def stop(self) -> None:
        """End the engine and take its working folder away; for runs that will not need the result."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            shutil.rmtree(self.project, ignore_errors=True)


def start(theme: Theme, editions: tuple[Edition, ...], content: tuple[ContentPage, ...], work: Path) -> FrameJob:
    """Start the engine unless its result is known.

    Args:
        theme: Where overrides, styles and scripts come from.
        editions: The languages, the site's own first.
        content: The editors' prose pages.
        work: The site's working folder; results are kept in ``cache/frame/``.
    """
    key = digest_of(
        editions[0].configuration.digest,
        theme.digest("portal/", "components/", "tokens/", "theme.yml"),
        *(edition.texts.digest for edition in editions),
        *(f"{page.path}:{page.digest}" for page in content),
        mkdocs.__version__,
        material.__version__,
        _program_digest(),
    )
    folder = work / "cache" / "frame" / key
    if (folder / "index.json").is_file():
        return FrameJob(folder, None, folder, editions)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear_abandoned(work / "cache")
    project = Path(tempfile.mkdtemp(prefix="frame-", dir=(work / "cache").resolve()))
    try:
        write_project(project / "mkdocs.yml", theme, editions, content)
    except BaseException:  # a broken theme, a full disk: whatever it is, nothing half written is left
        shutil.rmtree(project, ignore_errors=True)
        raise
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and arguments
        # -P: a file in the folder that one happens to stand in is no module of the engine
        [sys.executable, "-P", "-m", "mkdocs", "build", "--quiet", "-f", str(project / "mkdocs.yml")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "PYTHONUTF8": "1"},
    )
    return FrameJob(folder, process, project, editions)


def _clear_abandoned(cache: Path) -> None:
    """Remove working folders of the engine that killed runs left behind."""
    oldest = time.time() - ABANDONED_SECONDS
    for folder in cache.glob("frame-*"):
        if folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)


def finish(job: FrameJob, ways: Mapping[str, str]) -> tuple[dict[str, Frames], list[Output]]:
    """Wait for the engine; return language → frames, and the content pages and style files as outputs.

    Args:
        job: What was started.
        ways: Language → markup of the links that the foot of each page has besides, which begin with ``ROOT``.

    Raises:
        SiteError: The engine failed; its own words are told.
    """
    if job.process is not None:
        told = job.process.communicate()[0].decode("utf-8", "replace").strip()
        try:
            if job.process.returncode != 0:
                raise _failure(told)
            _keep(job)
        finally:
            shutil.rmtree(job.project, ignore_errors=True)
    _forget_others(job.folder)
    index = json.loads((job.folder / "index.json").read_text(encoding="utf-8"))
    frames = {
        edition.language: Frames(
            {
                section: Frame(text.replace(WAYS_MARK, ways[edition.language]))
                for section, text in index["frames"][edition.language].items()
            },
            addresses.base_path(edition.configuration.site),
            edition.folder,
        )
        for edition in job.editions
    }
    files: dict[str, str] = index["files"]
    return frames, [_output(job, path, digest, ways) for path, digest in files.items()]


def _output(job: FrameJob, path: str, digest: str, ways: Mapping[str, str]) -> Output:
    """Return the output of a file that the engine built; a page of prose is led on from its foot."""
    file = job.folder / "files" / path
    if not path.endswith("/index.html"):
        return Output(path, digest, partial(_read, file), path)
    edition = _edition_of(path, job.editions)
    own = ways[edition.language].replace(ROOT, addresses.root_from(path.removeprefix(edition.folder)))
    return Output(path, digest_of(digest, own), partial(_read_page, file, own), path, indexed=True)


def _failure(told: str) -> SiteError:
    """Return what the engine told, as one sentence: the template and line that stopped it, where there is one."""
    reason = told.rpartition("\n")[2].strip()
    places = _IN_TEMPLATE.findall(told)
    if places:
        file, line = places[-1]
        return ThemeBroken.at(f"portal/{file}", int(line), f"的模板不能用：{reason}")
    return SiteError(f"MkDocs 没有生成页面框架：{reason}", mend="检查最近改动的主题文件和 content/ 里的文稿。")


def _forget_others(used: Path) -> None:
    """Keep the frames used last, so that going back and forth between two states costs nothing."""
    os.utime(used)
    frames = sorted(used.parent.iterdir(), key=lambda folder: folder.stat().st_mtime_ns, reverse=True)
    for folder in frames[_KEPT_FRAMES:]:
        shutil.rmtree(folder, ignore_errors=True)


def _read(path: Path) -> bytes:
    return path.read_bytes()


def _read_page(path: Path, ways: str) -> bytes:
    return path.read_text(encoding="utf-8").replace(WAYS_MARK, ways).encode()


def _program_digest() -> str:
    here = Path(__file__)
    names = (
        "frame.py",
        "frame_parts.py",
        "frame_project.py",
        "prose_alignment.py",
        "prose_editions.py",
        "small_css.py",
        "content_allowed.py",
    )
    return digest_of(*(here.with_name(name).read_text(encoding="utf-8") for name in names))


def _keep(job: FrameJob) -> None:
    """Sort what the engine built into frames and files, clean both, and put them where they are kept."""
    built = job.project / "built"
    kept = job.project / "kept"
    frames: dict[str, dict[str, str]] = {edition.language: {} for edition in job.editions}
    files: dict[str, str] = {}
    known = stubs(job.editions)
    paths = {path.relative_to(built).as_posix(): path for path in sorted(built.rglob("*")) if path.is_file()}
    for name, path in paths.items():
        if name in known:
            edition, section = known[name]
            html = _cleaned(path.read_text(encoding="utf-8"), edition.language)
            frames[edition.language][section] = Frame.cut(html, name.removesuffix("index.html"), edition.folder).text
        elif _is_wanted(name):
            data = path.read_bytes()
            if name.endswith(".html"):
                data = _finished(data.decode("utf-8"), name, job.editions, paths).encode()
            elif name.endswith(".css"):
                data = re.sub(rb"\n?/\*# sourceMappingURL=[^*]*\*/\n?", b"\n", data)
            target = kept / "files" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            files[name] = digest_of(data.decode("latin-1"))
    kept.mkdir(exist_ok=True)
    index = json.dumps({"frames": frames, "files": files}, ensure_ascii=False)
    (kept / "index.json").write_text(index, encoding="utf-8")
    try:
        kept.rename(job.folder)
    except OSError:
        # Another run has put the same result there meanwhile; names are digests, so it is as good.
        if not (job.folder / "index.json").is_file():
            raise


def _is_wanted(name: str) -> bool:
    if name.endswith((".map", ".xml", ".gz")) or name in (addresses.NOT_FOUND, "search/search_index.json"):
        return False
    return name.startswith(_STATIC) or not name.startswith(("assets/", "search/"))


def _edition_of(name: str, editions: tuple[Edition, ...]) -> Edition:
    return next((edition for edition in editions if edition.folder and name.startswith(edition.folder)), editions[0])


def _finished(html: str, name: str, editions: tuple[Edition, ...], paths: Collection[str]) -> str:
    """Return a page of prose with its links to the other languages: to the same page where there is one."""
    own = _edition_of(name, editions)
    inner = name.removeprefix(own.folder)
    html = _cleaned(html, own.language)
    site, root = own.configuration.site, addresses.root_from(name)
    there = [edition for edition in editions if edition.folder + inner in paths]
    for edition in editions:
        target = edition.folder + (inner.removesuffix("index.html") if edition in there else "")
        html = html.replace(f'"{LANGUAGE_LINK}{edition.language}"', f'"{root}{target}"')
    pages = [(edition.language, edition.folder + inner.removesuffix("index.html")) for edition in there]
    links = (alternates(site, pages), feed_links(site, own.folder))
    return html.replace(ALTERNATES_MARK, "\n".join(filter(None, links)))


def _cleaned(html: str, language: str) -> str:
    """Return a page without what the engine leaves: unused switches, its own name, its idea of the language."""
    html = _TOGGLE.sub("", html)
    html = _SKIP.sub("", html, count=1)
    html = aligned_by_attribute(_GENERATOR.sub("", html))
    return _LANGUAGE.sub(f'<html lang="{language}"', html, count=1)
