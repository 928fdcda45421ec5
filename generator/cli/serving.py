"""``shanhuo serve``: look at the site in a browser while it is edited."""

from __future__ import annotations

import gc
import signal
import sys
import webbrowser
from datetime import date, datetime
from pathlib import Path

import click

from generator.errors import EXIT_GOOD

from .arguments import LANGUAGES, as_of_option, found_site, site_argument


@click.command()
@site_argument
@click.option("--host", default="127.0.0.1", show_default=True, metavar="地址", help="在这个地址上提供预览。")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), metavar="端口", help="端口号。")
@click.option("--lan", is_flag=True, help="让同一网络里的手机也能看，并显示二维码。")
@click.option("--open/--no-open", "open_browser", default=False, help="生成后打开浏览器。")
@as_of_option
@click.option("--out", type=click.Path(path_type=Path), metavar="文件夹", help="预览生成到这个文件夹；默认不动 site/。")
@click.option("--lang", type=LANGUAGES, default="zh-Hans", show_default=True, help="页面上提示用的语言。")
def serve(
    site: Path,
    host: str,
    port: int,
    lan: bool,
    open_browser: bool,
    as_of: date | None,
    out: Path | None,
    lang: str,
) -> int:
    """边改边看：生成网站，在浏览器里打开；保存文件后页面自动更新。

    数据有问题时，页面上会列出在哪个文件、哪一行、怎么改，下面仍是上一次正常的页面。
    预览不改动已经生成的 site/。按 Ctrl+C 停止。

    \b
    例：
      shanhuo serve                  预览当前文件夹
      shanhuo serve my-portal --lan  手机扫码也能看
      shanhuo serve --port 8080      换一个端口
    """
    from generator.build.progress import fitting
    from generator.serve import Preview, PreviewOptions
    from generator.serve.hosts import EVERYWHERE
    from generator.serve.narration import build_lines, head
    from generator.serve.rebuilding import Outcome
    from generator.serve.situation import Situation

    gc.enable()
    folder = found_site(site)
    options = PreviewOptions(
        folder,
        out=out.resolve() if out else None,
        as_of=as_of,
        host=EVERYWHERE if lan else host,
        port=port,
        language=lang,
    )
    preview = Preview(options)
    previous = Situation("")

    def told(changed: frozenset[str], outcome: Outcome) -> None:
        nonlocal previous
        now = datetime.now().astimezone()
        for line in build_lines(changed, outcome, previous=previous, now=now):
            _say(line)
        if outcome.trace:
            click.echo(outcome.trace, err=True)
        previous = outcome.situation

    def ready() -> None:
        others = preview.lan_addresses
        for line in head(folder.name, preview.address, others, is_lan=preview.is_lan):
            _say(line)
        if others and sys.stdout.isatty():
            from generator.serve.terminal_qr import terminal_qr

            click.echo(f"\n{terminal_qr(others[0])}\n")
        if open_browser:
            webbrowser.open(preview.address)

    for request in (signal.SIGINT, signal.SIGTERM):  # also where a shell started it in the background, deaf to Ctrl-C
        signal.signal(request, _interrupt)
    try:
        _say(f"正在生成 {folder.name}…")
        preview.run(told, ready=ready, progress=fitting())
    except KeyboardInterrupt:
        _say("预览已停止。")
    return EXIT_GOOD


def _say(line: str) -> None:
    """Print a line at once, also where the output is no terminal and would be kept back."""
    click.echo(line)
    sys.stdout.flush()


def _interrupt(_signal: int, _frame: object) -> None:
    """End on a service manager's request as on Ctrl-C."""
    raise KeyboardInterrupt
