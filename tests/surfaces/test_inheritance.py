"""Templates find what stands behind them, however many themes lie one over another."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from generator.surfaces.inheritance import ThemeLoader, frame_templates, layers, resolved


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, ...]:
    """Three themes, the nearest first, each with a line of its own in two templates."""
    made = tuple(tmp_path / name for name in ("site", "market", "default"))
    for folder in made:
        (folder / "portal").mkdir(parents=True)
    put(made[2], "a.html", "{% block one %}default{% endblock %}")
    put(made[1], "a.html", '{% extends "inherited/portal/a.html" %}{% block one %}market {{ super() }}{% endblock %}')
    put(made[0], "a.html", '{% extends "inherited/portal/a.html" %}{% block one %}site {{ super() }}{% endblock %}')
    put(made[2], "b.html", "b")
    put(made[0], "c.html", '{% include "inherited/portal/b.html" %}')
    return made


def put(folder: Path, name: str, text: str) -> None:
    """Write a template."""
    (folder / "portal" / name).write_text(text, encoding="utf-8")


class Environment(jinja2.Environment):
    """Asks for full names, as ours does."""

    def join_path(self, template: str, parent: str) -> str:
        """Return the full name of what *parent* calls *template*."""
        assert isinstance(self.loader, ThemeLoader)
        return self.loader.resolved(template, parent)


def test_each_theme_adds_to_the_one_behind(folders: tuple[Path, ...]) -> None:
    """Three files of one name extend each other in the order of the folders."""
    environment = Environment(loader=ThemeLoader(folders), autoescape=True)

    assert environment.get_template("portal/a.html").render() == "site market default"
    assert environment.get_template("portal/c.html").render() == "b"


def test_a_name_leads_behind_the_folder_that_asks(folders: tuple[Path, ...]) -> None:
    """What is inherited is looked up behind the asking file's own folder, not behind the first file of that name."""
    assert resolved("portal/a.html", "portal/c.html", folders) == "portal/a.html"
    assert resolved("inherited/portal/a.html", "portal/a.html", folders) == "inherited/portal/a.html"
    assert (
        resolved("inherited/portal/a.html", "inherited/portal/a.html", folders) == "inherited/inherited/portal/a.html"
    )
    assert resolved("inherited/portal/b.html", "portal/a.html", folders) == "portal/b.html"


def test_nothing_is_inherited_from_the_last(folders: tuple[Path, ...]) -> None:
    """Behind the last theme there is nothing."""
    put(folders[2], "a.html", '{% extends "inherited/portal/a.html" %}')

    with pytest.raises(jinja2.TemplateNotFound):
        Environment(loader=ThemeLoader(folders), autoescape=True).get_template("portal/a.html").render()


def test_the_frame_gets_all_files_under_full_names(folders: tuple[Path, ...]) -> None:
    """The frame's engine looks in one folder: what stands behind lies in it under its full name."""
    put(folders[0], "main.html", "{% extends 'inherited/main.html' %}")
    put(folders[2], "main.html", "frame")
    written = dict(frame_templates(layers(folders), folders))

    assert written["main.html"] == '{% extends "inherited/main.html" %}'
    assert written["inherited/main.html"] == "frame"
    assert set(written) == {"a.html", "inherited/a.html", "inherited/inherited/a.html", "b.html", "c.html", *written}
