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
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import material
import mkdocs
import yaml

from generator.config import Configuration
from generator.errors import SiteError

from . import addresses
from .content import ContentPage
from .content_allowed import EXTENSIONS
from .frame_parts import Frame, Frames
from .outputs import Output, digest_of
from .texts import Texts
from .theme import Theme
from .theme_files import ThemeBroken

IN_NAVIGATION = ("home", "products", "origins", "suppliers", "campaigns", "stories")
"""Those that the head of each page leads to, in this order; prose pages follow."""
MATERIAL_LANGUAGES = {"zh-Hans": "zh", "zh-Hant": "zh-Hant"}
"""Language → the name of Material's translation where it is not the language's own."""
ABANDONED_SECONDS = 600
"""Age from which a working folder of the engine belongs to a run that was killed."""
_STATIC = ("assets/stylesheets/main.", "assets/site/")
"""What is kept of the engine's own files: no scripts, no search, no source maps, no pictures."""
_SILENT = {"omitted_files": "ignore", "not_found": "ignore", "absolute_links": "ignore"}
_SILENT_LINKS = {"not_found": "ignore", "absolute_links": "ignore", "unrecognized_links": "ignore", "anchors": "ignore"}
"""Links are checked by ourselves, with lines: what the engine would warn of was told already or is no fault."""
_FAVICON = "assets/site/favicon.svg"
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
    language: str

    def stop(self) -> None:
        """End the engine and take its working folder away; for runs that will not need the result."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            shutil.rmtree(self.project, ignore_errors=True)


def start(
    configuration: Configuration, theme: Theme, texts: Texts, content: tuple[ContentPage, ...], work: Path
) -> FrameJob:
    """Start the engine unless its result is known.

    Args:
        configuration: Settings of the run.
        theme: Where overrides, styles and scripts come from.
        texts: Fixed texts of the language.
        content: The editors' prose pages.
        work: The site's working folder; results are kept in ``cache/frame/``.
    """
    key = digest_of(
        configuration.digest,
        theme.digest("portal/", "components/", "tokens/", "theme.yml"),
        texts.digest,
        *(f"{page.path}:{page.digest}" for page in content),
        mkdocs.__version__,
        material.__version__,
        _program_digest(),
    )
    folder = work / "cache" / "frame" / key
    if (folder / "index.json").is_file():
        return FrameJob(folder, None, folder, texts.language)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear_abandoned(work / "cache")
    project = Path(tempfile.mkdtemp(prefix="frame-", dir=(work / "cache").resolve()))
    try:
        _write_project(project, configuration, theme, texts, content)
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
    return FrameJob(folder, process, project, texts.language)


def _clear_abandoned(cache: Path) -> None:
    """Remove working folders of the engine that killed runs left behind."""
    oldest = time.time() - ABANDONED_SECONDS
    for folder in cache.glob("frame-*"):
        if folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)


def finish(job: FrameJob, configuration: Configuration) -> tuple[Frames, list[Output]]:
    """Wait for the engine; return the frames, and the content pages and style files as outputs.

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
    base_path = addresses.base_path(configuration.site)
    frames = Frames({section: Frame(text) for section, text in index["frames"].items()}, base_path)
    outputs = [
        Output(path, digest, partial(_read, job.folder / "files" / path), path, indexed=path.endswith("/index.html"))
        for path, digest in index["files"].items()
    ]
    return frames, outputs


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


def _program_digest() -> str:
    here = Path(__file__)
    names = ("frame.py", "frame_parts.py", "content_allowed.py")
    return digest_of(*(here.with_name(name).read_text(encoding="utf-8") for name in names))


def _write_project(
    project: Path, configuration: Configuration, theme: Theme, texts: Texts, content: tuple[ContentPage, ...]
) -> None:
    docs, overrides = project / "docs", project / "overrides"
    for name in theme.names("portal/", ".html"):
        target = overrides / name.removeprefix("portal/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(theme.text(name), encoding="utf-8")
    for page in content:
        target = docs / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(page.data)
    for section in addresses.SECTIONS:
        target = docs / addresses.section(section) / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        title = texts(f"nav.{section}")
        target.write_text(f"---\nframe: {section}\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n", "utf-8")
    site = configuration.site
    _copy_favicon(docs, theme)
    styles = _joined(docs, theme, "styles", "css")
    scripts = _joined(docs, theme, "scripts", "js")
    navigation: list[object] = [
        {escape(texts(f"nav.{section}")): f"{addresses.section(section)}index.md"} for section in IN_NAVIGATION
    ]
    prose = [page.path for page in content if page.is_page]
    if prose:
        navigation.append({escape(texts("nav.about")): prose})
    settings = {
        "site_name": escape(site.title),
        "site_url": site.base_url,
        "docs_dir": str(docs),
        "site_dir": str(project / "built"),
        "use_directory_urls": True,
        "plugins": [],
        "nav": navigation,
        "theme": {
            "name": "material",
            "language": MATERIAL_LANGUAGES.get(texts.language, texts.language.split("-")[0]),
            "custom_dir": str(overrides),
            "font": False,
            "favicon": _FAVICON,
            "features": [],
        },
        "extra_css": styles,
        "extra_javascript": scripts,
        "markdown_extensions": [{name: given} if given else name for name, given in EXTENSIONS.items()],
        "validation": {"nav": _SILENT, "links": _SILENT_LINKS},
        "extra": {
            "generator": False,
            "shanhuo": _escaped(
                {
                    "title": site.title,
                    "subtitle": site.subtitle,
                    "publisher": site.publisher.name,
                    "publisher_phone": site.publisher.phone,
                    "publisher_address": site.publisher.address,
                    "publisher_url": site.publisher.url,
                    "as_of": texts.day(configuration.as_of),
                    "legal": [{"text": line.text, "href": line.url} for line in site.legal],
                    "texts": dict(texts.fixed),
                }
            ),
        },
    }
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")


def _copy_favicon(docs: Path, theme: Theme) -> None:
    target = docs / _FAVICON
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(theme.text("portal/favicon.svg"), encoding="utf-8")


def _escaped(value: Any) -> Any:
    """Return settings with every text in them escaped: the engine's templates escape nothing themselves."""
    if isinstance(value, dict):
        return {key: _escaped(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_escaped(entry) for entry in value]
    return escape(value) if isinstance(value, str) else value


def _joined(docs: Path, theme: Theme, kind: str, suffix: str) -> list[str]:
    """Join the portal's sheets or scripts in the theme's order into one file named by its content."""
    text = "\n".join(theme.text(name) for name in theme.about[kind]["portal"])
    path = f"assets/site/portal-{digest_of(text)[:10]}.{suffix}"
    (docs / path).parent.mkdir(parents=True, exist_ok=True)
    (docs / path).write_text(text, encoding="utf-8")
    return [path]


def _keep(job: FrameJob) -> None:
    """Sort what the engine built into frames and files, clean both, and put them where they are kept."""
    built = job.project / "built"
    kept = job.project / "kept"
    frames: dict[str, str] = {}
    files: dict[str, str] = {}
    stubs = {addresses.file_of(addresses.section(section)): section for section in addresses.SECTIONS}
    for path in sorted(built.rglob("*")):
        name = path.relative_to(built).as_posix()
        if not path.is_file():
            continue
        if name in stubs:
            html = _cleaned(path.read_text(encoding="utf-8"), job.language)
            frames[stubs[name]] = Frame.cut(html, name.removesuffix("index.html")).text
        elif _is_wanted(name):
            data = path.read_bytes()
            if name.endswith(".html"):
                data = _cleaned(data.decode("utf-8"), job.language).encode()
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


def _cleaned(html: str, language: str) -> str:
    """Return a page without what the engine leaves: unused switches, its own name, its idea of the language."""
    html = _TOGGLE.sub("", html)
    html = _SKIP.sub("", html, count=1)
    html = _GENERATOR.sub("", html)
    return _LANGUAGE.sub(f'<html lang="{language}"', html, count=1)
