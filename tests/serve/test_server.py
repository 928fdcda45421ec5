"""The web server: files of the site and nothing else, to this machine and its network and nobody else."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from generator.errors import EXIT_ENVIRONMENT, EnvironmentRefused
from generator.serve.reloading import Channel
from generator.serve.server import PreviewServer, address_of
from generator.serve.situation import Situation

from .running import Running

SCRIPT = 'src="/__shanhuo/preview.js"'


def test_a_folder_address_sends_its_page_with_the_script_inside_the_body(preview: Running) -> None:
    """`/` and `/products/…/` send index.html, with the preview's script and never from a cache."""
    for path in ("/", "/products/ziyang-cha/", "/products/ziyang-cha/?from=qr"):
        answer = preview.get(path)
        assert answer.status == 200
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.text.count(SCRIPT) == 1
        assert answer.text.index(SCRIPT) < answer.text.index("</body>")


def test_only_pages_carry_the_script_and_no_file_does(preview: Running) -> None:
    """JSON, SVG, CSS and text arrive byte for byte as they were built; the files of the site are never touched."""
    folder = preview.site / ".shanhuo-preview" / "site"
    types = {".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".xml": "application/xml"}
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        content = path.read_bytes()
        assert b"__shanhuo" not in content
        if path.suffix != ".html":
            answer = preview.get("/" + path.relative_to(folder).as_posix())
            assert (answer.status, answer.body) == (200, content)
            is_named = path.name.startswith("feed.") or path.name == "linkset.json"
            assert is_named or types.get(path.suffix, answer.headers["Content-Type"]) == answer.headers["Content-Type"]


def test_a_folder_without_its_slash_is_redirected(preview: Running) -> None:
    """The way static hosts do it, query kept, and not for ever: a browser must not remember a preview's redirect."""
    answer = preview.get("/products?page=2")
    assert (answer.status, answer.headers["Location"]) == (302, "/products/?page=2")


def test_a_missing_page_gets_the_sites_own_page_for_that(preview: Running) -> None:
    """Status 404, the site's 404.html, with the script, so that it comes alive when the page is made."""
    answer = preview.get("/no/such/page/")
    assert answer.status == 404
    assert SCRIPT in answer.text
    assert "山货小店" in answer.text


def test_head_tells_what_get_would_and_sends_no_body(preview: Running) -> None:
    """HEAD has GET's headers, length of the page with its script included."""
    whole, head = preview.get("/"), preview.get("/", method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == whole.headers["Content-Length"] == str(len(whole.body))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(preview: Running, method: str) -> None:
    """Nothing can be sent to a preview."""
    answer = preview.get("/", method=method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "path",
    [
        "/../site_config.yml",
        "/../../site_config.yml",
        "/%2e%2e/%2e%2e/site_config.yml",
        "/..%2f..%2fsite_config.yml",
        "/%252e%252e/site_config.yml",
        "/products/../../../site_config.yml",
        "/..\\..\\site_config.yml",
        "/..%5c..%5csite_config.yml",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/etc%00.html",
        "/index.html%00.png",
        "/./index.html",
        "/products//index.html",
        "/index.html::$DATA",
        "/C:/Windows/win.ini",
        "/%ff%fe",
        "/index.html.",
        "/__shanhuo/../../../site_config.yml",
        "/__shanhuo/holding.html",
        "/__shanhuo/",
    ],
)
def test_no_address_leaves_the_folder(preview: Running, path: str) -> None:
    """However it is written, an address outside the published folder is one that does not exist."""
    answer = preview.get(path)
    assert answer.status == 404
    assert b"base_url" not in answer.body
    assert b"root:" not in answer.body


def test_a_link_that_leaves_the_folder_is_not_followed(preview: Running, tmp_path: Path) -> None:
    """A symbolic link to a file or folder outside is not there; one within the folder is followed."""
    folder = preview.site / ".shanhuo-preview" / "site"
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    links = {"outside.txt": secret, "outside": tmp_path, "inside.txt": folder / "robots.txt"}
    for name, target in links.items():
        os.symlink(target, folder / name)
    try:
        assert preview.get("/outside.txt").status == 404
        assert preview.get("/outside/secret.txt").status == 404
        assert preview.get("/inside.txt").body == (folder / "robots.txt").read_bytes()
    finally:
        for name in links:
            os.unlink(folder / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_a_named_pipe_does_not_hold_the_server_up(preview: Running) -> None:
    """What is no plain file is not there."""
    pipe = preview.site / ".shanhuo-preview" / "site" / "pipe.txt"
    os.mkfifo(pipe)
    try:
        assert preview.get("/pipe.txt").status == 404
    finally:
        pipe.unlink()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8000", 200),
        ("portal.localhost", 200),
        ("127.0.0.1:8000", 200),
        ("192.168.1.20:8000", 200),
        ("[::1]:8000", 200),
        ("evil.example", 403),
        ("127.0.0.1.evil.example", 403),
        ("localhost.evil.example:8000", 403),
        ("", 403),
    ],
)
def test_only_names_that_no_stranger_can_own_are_answered(preview: Running, host: str, status: int) -> None:
    """A page of another host that lets its name point here learns nothing: not a page, not the event stream."""
    assert preview.get("/robots.txt", headers={"Host": host}).status == status
    if status == 403:
        assert preview.get("/__shanhuo/events", headers={"Host": host}).status == 403


def test_a_request_without_a_host_is_refused(preview: Running) -> None:
    """Also the oldest form of a request has to say whom it asks."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as plain:
        plain.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert b" 403 " in plain.makefile("rb").readline()


def test_a_body_is_not_read_as_the_next_request(preview: Running) -> None:
    """A connection whose request has a body is closed after the answer."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as plain:
        body = b"GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"
        plain.sendall(
            b"GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
        )
        assert plain.makefile("rb").read().count(b"HTTP/1.1 ") == 1


def test_a_port_in_use_is_said_in_one_sentence() -> None:
    """The message names the port and another one to try; the exit code is that of the environment."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(EnvironmentRefused) as caught:
            PreviewServer("127.0.0.1", port, Path("nowhere"), Channel(Situation(""), "zh"))
    assert f"端口 {port} 已经被占用" in caught.value.message
    assert f"--port {port + 1}" in caught.value.mend
    assert caught.value.exit_code == EXIT_ENVIRONMENT


def test_an_address_of_another_machine_is_refused() -> None:
    """192.0.2.1 belongs to documentation, to no machine."""
    with pytest.raises(EnvironmentRefused, match=r"没有“192\.0\.2\.1”这个地址"):
        PreviewServer("192.0.2.1", 0, Path("nowhere"), Channel(Situation(""), "zh"))


def test_the_address_to_open_names_this_machine_even_when_all_are_listened_on() -> None:
    """A browser cannot open 0.0.0.0, and an IPv6 address stands in brackets."""
    assert address_of("0.0.0.0", 8000) == "http://127.0.0.1:8000/"
    assert address_of("::", 8000) == "http://[::1]:8000/"
    assert address_of("localhost", 80) == "http://localhost:80/"
