"""The exported configurations as text: whole, of the right form, and closed to what stands in data."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen
from xml.etree import ElementTree as ET

import pytest
from line.hosting import by_apache, is_installed

from generator.editing.headers_export import SERVERS
from generator.surfaces.hosting import apache, caddy, iis, nginx
from generator.surfaces.hosting.policy import Policy, policy_of
from generator.surfaces.hosting.rules import CHOICES, SECURITY
from generator.surfaces.theme import PACKAGE_THEMES, Theme

from .support import settings_of

HOSTILE = [
    ('/a";}/', '/b";}/'),
    ("/旧/$uri(.*)[a-z]+?/", "/新/$host?a=1&b=%0d%0a#c"),
    ("/a<b>&amp;/", "/c<d>&/"),
    ("/{uri}/%{ENV:x}/", "/{env.HOME}/%{REQUEST_URI}/$1"),
]
"""Old and new addresses as somebody might write them who wishes the host ill."""


def make_policy(base_url: str, codes: str = "https://s.example.org/") -> Policy:
    """Return the policy of a site in three languages at *base_url*, with hostile redirects."""
    site = settings_of("shop")
    site = site._replace(base_url=base_url, codes=site.codes._replace(base_url=codes))
    site = site._replace(language="zh-Hans", languages=("zh-Hans", "en", "zh-Hant"))
    with TemporaryDirectory() as work:
        theme = Theme("default", (PACKAGE_THEMES / "default",), Path(work))
        return policy_of(site, theme, HOSTILE)


POLICIES = {
    "at the root": make_policy("https://www.example.org/"),
    "one host": make_policy("https://www.example.org/", "https://www.example.org/"),
    "in a folder": make_policy("https://www.example.org/shan.huo/"),
    "in a folder of one host": make_policy("http://www.example.org/portal/", "http://www.example.org/"),
}


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("name", POLICIES)
def test_every_server_is_told_the_whole_policy(name: str, server: str) -> None:
    """Each header and value is in the file, each old address and each language's page, and nothing twice as loose."""
    policy = POLICIES[name]
    text = SERVERS[server](policy)
    plain = "".join(ET.fromstring(text).itertext()) + _values(text) if server == "iis" else text
    for rule in policy.rules:
        for header, value in rule.headers:
            assert header in plain
            # IIS sends the page for unknown codes with the headers of their place.
            assert value in plain or (server == "iis" and header == SECURITY and "P/" in rule.paths)
    assert all(missing.page.replace("/", "\\" if server == "iis" else "/") in plain for missing in policy.missing)
    assert "unsafe-inline" not in text
    assert all(choice.value in text for choice in CHOICES)


@pytest.mark.parametrize("server", SERVERS)
def test_the_choice_of_strict_transport_is_off(server: str) -> None:
    """The header that only the host's owner can decide on stands in a comment."""
    lines = [line for line in SERVERS[server](POLICIES["at the root"]).splitlines() if "Strict-Transport" in line]
    assert lines
    assert all(line.strip().startswith(("#", "<!--")) for line in lines)


@pytest.mark.parametrize("written", [nginx.written, apache.written, caddy.written])
def test_what_an_editor_wrote_stays_between_its_quotes(written: Callable[[Policy], str]) -> None:
    """Addresses out of the data are quoted words of one line; no quote, blank or brace of theirs ends anything."""
    text = written(POLICIES["at the root"]).replace("\\%", "%")
    targets = re.findall(r"^.*/b%22.*$", text, re.MULTILINE)
    assert len(targets) == 3
    assert all(re.search(r'"(?:/en|/zh-hant)?/b%22%3B%7D/"', line) for line in targets)
    assert len(re.findall(r"/a\\{1,2}x22;", text)) == 3


def test_iis_has_one_place_a_path() -> None:
    """The file is well-formed, no ``location`` and no setting stands twice, and what is renamed is first removed."""
    for policy in POLICIES.values():
        root = ET.fromstring(iis.written(policy))
        paths = Counter(place.get("path", "").casefold() for place in root.iter("location"))
        assert max(paths.values()) == 1
        for server in root.iter("system.webServer"):
            assert max(Counter(child.tag for child in server if isinstance(child.tag, str)).values()) == 1
        for custom in root.iter("customHeaders"):
            names = [(child.tag, child.get("name")) for child in custom if isinstance(child.tag, str)]
            assert all(("remove", name) in names for tag, name in names if tag == "add")
            assert len(names) == len(set(names))
        assert {error.get("responseMode") for error in root.iter("error")} == {"File"}


@pytest.mark.parametrize("name", POLICIES)
@pytest.mark.skipif(not is_installed("nginx"), reason="needs nginx")
def test_nginx_accepts_its_file(name: str, tmp_path: Path) -> None:
    """``nginx -t`` is content, wherever the site stands and whatever the data holds."""
    (tmp_path / "site.conf").write_text(nginx.written(POLICIES[name]), encoding="utf-8")
    main = f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{ access_log off; include {tmp_path}/site.conf; }}\n"
    (tmp_path / "nginx.conf").write_text(main)
    _accepted(["nginx", "-t", "-p", str(tmp_path), "-e", str(tmp_path / "log"), "-c", str(tmp_path / "nginx.conf")])


@pytest.mark.parametrize("name", POLICIES)
@pytest.mark.skipif(not is_installed("caddy"), reason="needs Caddy")
def test_caddy_accepts_its_file(name: str, tmp_path: Path) -> None:
    """``caddy adapt`` is content, wherever the site stands and whatever the data holds."""
    (tmp_path / "Caddyfile").write_text(caddy.written(POLICIES[name]), encoding="utf-8")
    _accepted(["caddy", "adapt", "--adapter", "caddyfile", "--config", str(tmp_path / "Caddyfile")])


@pytest.mark.skipif(not is_installed("apache"), reason="needs Apache httpd")
def test_apache_accepts_its_file() -> None:
    """A real Apache reads the file with every request, and says nothing against it, whatever the data holds."""
    with TemporaryDirectory() as name:
        work = Path(name)
        work.chmod(0o755)  # the server runs as somebody else
        (work / "www").mkdir()
        (work / "www" / "index.html").write_text("<title>there</title>")
        with by_apache(work / "www", POLICIES["at the root"], work) as root, urlopen(root) as answer:
            assert answer.read() == b"<title>there</title>"


def _accepted(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _values(text: str) -> str:
    return " ".join(value for element in ET.fromstring(text).iter() for value in element.attrib.values())
