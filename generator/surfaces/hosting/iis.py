"""
The policy as a ``web.config`` for IIS 10, with what every installation has: no URL Rewrite, no ASP.NET.

Rules become ``location`` elements, whose settings hold beneath their path until
a deeper one says otherwise (IIS configuration reference, ``system.webServer``).
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from .content_security import united
from .media_types import BY_NAME, BY_SUFFIX, content_type
from .policy import Missing, Policy
from .rules import CHOICES, SECURITY

_HEADING = '<?xml version="1.0" encoding="utf-8"?>\n'
_SHELF = "P/"
_GTINS = 400
"""A ``web.config`` may have 250 KB (``MaxWebConfigFileSizeInKB``); a GTIN takes about 400 bytes."""


class _Configuration:
    """The file while it is put together; a path has one ``location`` alone."""

    def __init__(self) -> None:
        self.root = ET.Element("configuration")
        self._servers: dict[str, ET.Element] = {}

    def say(self, words: str) -> None:
        self.root.append(ET.Comment(f" {words} "))

    def server(self, place: str) -> ET.Element:
        """Return the settings that hold at *place* and beneath; ``""`` is the whole site."""
        path = place.rstrip("/")
        if path not in self._servers:
            parent = ET.SubElement(self.root, "location", path=path) if path else self.root
            self._servers[path] = ET.SubElement(parent, "system.webServer")
        return self._servers[path]


def written(policy: Policy) -> str:
    """Return the whole file."""
    made = _Configuration()
    for line in (*policy.about, policy.reason("iis")):
        made.say(line)
    server = made.server("")
    _add_basics(server, policy)
    _add_errors(server, policy, policy.missing[0])
    _add_types(server)
    outer, *inner = policy.rules
    custom = _add_headers(server, outer.headers)
    ET.SubElement(custom, "remove", name="X-Powered-By")
    for choice in CHOICES:
        custom.append(ET.Comment(f" {choice.why.in_language(policy.language)} "))
        custom.append(ET.Comment(f' <add name="{choice.name}" value="{choice.value}" /> '))
    for rule in inner:
        made.say(rule.why)
        # IIS knows no letter case: of places that only it tells apart one is enough.
        for place in {place.casefold(): place for place in reversed(rule.places)}.values():
            headers = [(name, _with_missing_page(policy, place, name, value)) for name, value in rule.headers]
            _add_headers(made.server(place), headers)
            _add_type_of_name(made.server(place), place)
    for missing in policy.missing[1:]:
        _add_errors(made.server(missing.folder), policy, missing)
    if policy.gtins:
        _add_gtins(made, policy)
    _add_moved(made, policy)
    ET.indent(made.root)
    return _HEADING + ET.tostring(made.root, encoding="unicode") + "\n"


def _with_missing_page(policy: Policy, place: str, name: str, value: str) -> str:
    """Let the page for unknown codes have its style: IIS sends it with the headers of the place that was asked for."""
    if place != _SHELF or name != SECURITY:
        return value
    return united(value, dict(policy.rules[0].headers)[SECURITY])


def _add_basics(server: ET.Element, policy: Policy) -> None:
    files = ET.SubElement(ET.SubElement(server, "defaultDocument", enabled="true"), "files")
    ET.SubElement(files, "clear")
    ET.SubElement(files, "add", value="index.html")
    ET.SubElement(server, "directoryBrowse", enabled="false")
    server.append(ET.Comment(f" {policy.reason('iis_compressed')} "))
    ET.SubElement(server, "urlCompression", doStaticCompression="true")


def _add_errors(server: ET.Element, policy: Policy, missing: Missing) -> None:
    """Show the page for missing addresses, also for folders without a first page (403.14)."""
    server.append(ET.Comment(f" {policy.reason('missing')} "))
    errors = ET.SubElement(server, "httpErrors", errorMode="Custom", existingResponse="Auto")
    for codes in ({"statusCode": "404"}, {"statusCode": "403", "subStatusCode": "14"}):
        file = missing.page.replace("/", "\\")
        ET.SubElement(errors, "remove", codes)
        ET.SubElement(errors, "error", {**codes, "path": file, "responseMode": "File"})


def _add_types(server: ET.Element) -> None:
    content = ET.SubElement(server, "staticContent")
    ET.SubElement(content, "clientCache", cacheControlMode="NoControl")
    for suffix, kind in BY_SUFFIX.items():
        ET.SubElement(content, "remove", fileExtension=suffix)
        ET.SubElement(content, "mimeMap", fileExtension=suffix, mimeType=content_type(kind))


def _add_headers(server: ET.Element, headers: Sequence[tuple[str, str]]) -> ET.Element:
    custom = ET.SubElement(ET.SubElement(server, "httpProtocol"), "customHeaders")
    for name, value in headers:
        ET.SubElement(custom, "remove", name=name)
        if value:
            ET.SubElement(custom, "add", name=name, value=value)
    return custom


def _add_type_of_name(server: ET.Element, place: str) -> None:
    """Give a file whose suffix says too little its own type."""
    kind = BY_NAME.get(place.rpartition("/")[2])
    if kind:
        content = ET.SubElement(server, "staticContent")
        suffix = "." + place.rpartition(".")[2]
        ET.SubElement(content, "remove", fileExtension=suffix)
        ET.SubElement(content, "mimeMap", fileExtension=suffix, mimeType=kind)


def _add_gtins(made: _Configuration, policy: Policy) -> None:
    """Lead lots without a page to their GTIN's, and send linksets under their own type."""
    made.say(policy.reason("gtin_iis"))
    content = ET.SubElement(made.server("01/"), "staticContent")
    ET.SubElement(content, "remove", fileExtension=".json")
    ET.SubElement(content, "mimeMap", fileExtension=".json", mimeType=BY_NAME["linkset.json"])
    for gtin in policy.gtins[:_GTINS]:
        errors = ET.SubElement(made.server(f"01/{gtin}/10/"), "httpErrors", errorMode="Custom")
        for codes in ({"statusCode": "404"}, {"statusCode": "403", "subStatusCode": "14"}):
            target = f"{policy.portal.base_path}01/{gtin}/"
            ET.SubElement(errors, "remove", codes)
            ET.SubElement(errors, "error", {**codes, "path": target, "responseMode": "Redirect"})


def _add_moved(made: _Configuration, policy: Policy) -> None:
    made.say(policy.reason("moved"))
    base = policy.portal.base_path
    for moved in policy.moved:
        if moved.path.startswith(base) and moved.path != base:
            settings = {"enabled": "true", "destination": moved.target, "exactDestination": "true"}
            server = made.server(moved.path.removeprefix(base))
            ET.SubElement(server, "httpRedirect", {**settings, "httpResponseStatus": "Permanent"})
