"""A published site on a host that sends the exported headers: a real web server, or ours under the same policy."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import unquote

from filelock import FileLock

from generator.editing.compressed_export import export_compressed
from generator.editing.headers_export import site_policy
from generator.editing.reading import read_sound_site
from generator.surfaces.hosting import apache, caddy, nginx
from generator.surfaces.hosting.media_types import content_type, media_type
from generator.surfaces.hosting.policy import Policy

from .site_copies import BuiltSite

PATIENCE = 20.0
"""Seconds after which a server that does not answer is given up; the machine may be busy."""
_NGINX = """
daemon off;
master_process off;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{}}
http {{
    access_log off;
    {temporary}
    include {work}/shanhuo.conf;
}}
"""
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
_APACHE_MODULES = Path("/usr/lib/apache2/modules")
"""Where Debian keeps them."""
_APACHE = """
ServerRoot {work}
ServerName localhost
PidFile {work}/apache.pid
ErrorLog {work}/error.log
Listen 127.0.0.1:{port}
{modules}
TypesConfig /dev/null
User www-data
Group www-data
DocumentRoot {folder}
ExpiresActive On
ExpiresDefault "access plus 1 hour"
<Directory {folder}>
    AllowOverride All
    Options FollowSymLinks Indexes
    Require all granted
</Directory>
"""
_LOADED = "mpm_event authz_core dir mime headers rewrite filter deflate expires alias autoindex negotiation setenvif"


class Answer(NamedTuple):
    """What a host said."""

    status: int
    headers: dict[str, str]
    """Names in small letters."""
    body: bytes


class Hosted(NamedTuple):
    """A site that is being served."""

    root: str
    """Its address, with a closing slash."""
    policy: Policy

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for *path*, from the root and as it goes over the line; names of headers with underscores."""
        connection = HTTPConnection(self.root.split("/")[2], timeout=PATIENCE)
        try:
            asked = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", f"/{path}", headers=asked)
            answer = connection.getresponse()
            sent = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, sent, answer.read())
        finally:
            connection.close()


def policy_for(site: Path) -> Policy:
    """Return the policy of the site at *site*; its data must be without errors."""
    return site_policy(read_sound_site(site, purpose="导出"))


def is_installed(server: str) -> bool:
    """Tell whether this machine has ``nginx``, ``apache`` or ``caddy``."""
    return shutil.which({"apache": "apache2"}.get(server, server)) is not None and (
        server != "apache" or _APACHE_MODULES.is_dir()
    )


@contextmanager
def hosted(site: BuiltSite, policy: Policy, server: str, extra: Mapping[str, str]) -> Iterator[Hosted]:
    """Serve a copy of a built site, with compressed twins, by ``nginx``, ``apache``, ``caddy`` or ``python``.

    Args:
        site: What was built.
        policy: Its policy, in the server's own language where it is a real one.
        server: Which server.
        extra: Further files: path → text.
    """
    with TemporaryDirectory(prefix="shanhuo-host-") as name:
        work = Path(name)
        work.chmod(0o755)  # a server may run as somebody else
        with FileLock(site.site.parent / "hosting.lock"):  # of one site, one export at a time, whichever worker asks
            folder = export_compressed(site.site, site.out, work / "www").out
        for path, text in extra.items():
            (folder / path).parent.mkdir(parents=True)
            (folder / path).write_text(text, encoding="utf-8")
        starts = {"nginx": by_nginx, "apache": by_apache, "caddy": by_caddy}
        running = starts[server](folder, policy, work) if server in starts else by_python(folder, policy)
        with running as root:
            yield Hosted(root, policy)


@contextmanager
def by_nginx(folder: Path, policy: Policy, work: Path) -> Iterator[str]:
    """Serve *folder* by a real nginx with the exported file, in which only what every host changes is changed."""
    port = free_port()
    listens, root = f"listen 127.0.0.1:{port};", f"root {folder};"
    exported = _changed(nginx.written(policy), {"listen 80;": listens, "root /var/www/shanhuo;": root})
    (work / "shanhuo.conf").write_text(exported, encoding="utf-8")
    temporary = "\n    ".join(f"{name}_temp_path {work}/{name};" for name in _TEMPORARY)
    (work / "nginx.conf").write_text(_NGINX.format(work=work, temporary=temporary), encoding="utf-8")
    command = ["nginx", "-p", str(work), "-e", str(work / "error.log"), "-c", str(work / "nginx.conf")]
    _run([*command, "-t"])
    with _process(command, port) as root:
        yield root


@contextmanager
def by_apache(folder: Path, policy: Policy, work: Path) -> Iterator[str]:
    """Serve *folder* by a real Apache httpd, the exported file in it."""
    port = free_port()
    (folder / ".htaccess").write_text(apache.written(policy), encoding="utf-8")
    modules = "\n".join(f"LoadModule {name}_module {_APACHE_MODULES}/mod_{name}.so" for name in _LOADED.split())
    settings = _APACHE.format(work=work, port=port, modules=modules, folder=folder)
    (work / "apache.conf").write_text(settings, encoding="utf-8")
    command = ["apache2", "-f", str(work / "apache.conf")]
    _run([*command, "-t"])
    with _process([*command, "-DFOREGROUND"], port) as root:
        yield root


@contextmanager
def by_caddy(folder: Path, policy: Policy, work: Path) -> Iterator[str]:
    """Serve *folder* by a real Caddy, which is to ask nobody for a certificate."""
    port = free_port()
    names = f"{policy.portal.name}, {policy.codes.name} {{"
    changed = {names: f"http://127.0.0.1:{port} {{", "root * /var/www/shanhuo": f"root * {folder}"}
    exported = _changed(caddy.written(policy), changed)
    (work / "Caddyfile").write_text(f"{{\n    admin off\n    auto_https off\n}}\n{exported}", encoding="utf-8")
    words = ["--adapter", "caddyfile", "--config", str(work / "Caddyfile")]
    homes = {**os.environ, "HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    _run(["caddy", "validate", *words], homes)
    with _process(["caddy", "run", *words], port, homes) as root:
        yield root


def _changed(exported: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        assert exported.count(old) == 1, old
        exported = exported.replace(old, new)
    return exported


def _run(command: list[str], environment: dict[str, str] | None = None) -> None:
    tried = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert tried.returncode == 0, tried.stderr


@contextmanager
def _process(command: list[str], port: int, environment: dict[str, str] | None = None) -> Iterator[str]:
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=silent, stderr=silent, env=environment)
    try:
        _wait_for(port, lambda: process.poll() is None)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


@contextmanager
def by_python(folder: Path, policy: Policy) -> Iterator[str]:
    """Serve *folder* with the headers that the policy itself names."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, folder, policy))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, is_alive: Callable[[], bool]) -> None:
    """Wait until something listens on *port*."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and is_alive():
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("the server did not begin to answer")


class _Handler(BaseHTTPRequestHandler):
    """Sends files, folders' first pages, redirects to a closing slash, and the page for missing addresses."""

    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, policy: Policy, *given: object) -> None:
        self.folder = folder
        self.policy = policy
        super().__init__(*given)  # type: ignore[arg-type] # request, address and server, as they come

    def do_GET(self) -> None:
        path = unquote(self.path.partition("?")[0]).removeprefix("/")
        file = f"{path}index.html" if not path or path.endswith("/") else path
        if (self.folder / file).is_file():
            self._send(200, file)
        elif (self.folder / path / "index.html").is_file():
            self.send_response(301)
            self.send_header("Location", f"/{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._send(404, self.policy.missing_page(path))

    def _send(self, status: int, file: str) -> None:
        data = (self.folder / file).read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", content_type(media_type(file)))
        self.send_header("Content-Length", str(len(data)))
        for name, value in self.policy.headers(file).items():
            self.send_header(name, value)
        with suppress(BrokenPipeError, ConnectionResetError):  # a browser that leaves a page asks for no more
            self.end_headers()
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""
