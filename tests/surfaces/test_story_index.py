"""Stories by the kinds of help, and the way from one to the next."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from line.prepared_sites import copy_site

from generator.surfaces import addresses, narratives
from generator.surfaces.story_index import IN_INDEX, StoryIndex
from generator.surfaces.surroundings import Surroundings

from .plain_site import pages_of
from .support import surroundings_of


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The demonstration site."""
    return surroundings_of(copy_site("demo", tmp_path_factory.mktemp("stories") / "site"))


@pytest.fixture(scope="module")
def pages(demo: Surroundings) -> Mapping[str, str]:
    """Path → the page."""
    return {output.path: output.make().decode() for output in StoryIndex(demo).outputs(pages_of(demo))}


def _stories(html: str) -> list[str]:
    return re.findall(r'class="sh-teaser__link" href="[./]*stories/([\w-]+)/"', html)


def test_every_kind_that_has_stories_has_a_list(demo: Surroundings, pages: Mapping[str, str]) -> None:
    """Kinds without any are left out; together the lists hold every story once."""
    kinds = {story.help_kind for story in demo.catalog.stories.values()}
    assert set(pages) == {"stories/index.html", *(addresses.file_of(addresses.story_kind(kind)) for kind in kinds)}
    listed = [key for path, html in pages.items() if "kind" in path for key in _stories(html)]
    assert sorted(listed) == sorted(demo.catalog.stories)


def test_the_index_shows_the_latest_of_each_kind(demo: Surroundings, pages: Mapping[str, str]) -> None:
    """Each kind says what it is, shows one row, and leads to its list where there are more."""
    index = pages["stories/index.html"]
    for kind, stories in StoryIndex(demo).kinds.items():
        assert demo.texts(f"stories.meaning.{kind}") in index
        assert f'href="../{addresses.story_kind(kind)}"' in index
        shown = [key for key in _stories(index) if key in {story.id for story in stories}]
        assert shown == [story.id for story in stories[:IN_INDEX]]


def test_every_kind_of_the_schema_is_explained(demo: Surroundings) -> None:
    """The five kinds have a sentence each, whether the site has stories of them or not."""
    kinds = [kind.value for kind in demo.tables["stories"].by_name["help_kind"].categories]
    assert len(kinds) == 5
    assert len({demo.texts(f"stories.meaning.{kind}") for kind in kinds}) == 5


def test_stories_form_a_chain(demo: Surroundings) -> None:
    """From the latest story one comes to the first, one at a time, and back."""
    index = StoryIndex(demo)
    story = index.stories[0]
    assert index.later(story) is None
    chain = [story]
    while (following := index.earlier(chain[-1])) is not None:
        assert index.later(following) is chain[-1]
        chain.append(following)
    assert tuple(chain) == index.stories
    days = [each.date.start for each in chain if each.date]
    assert days == sorted(days, reverse=True)


def test_a_page_leads_to_its_neighbours(demo: Surroundings) -> None:
    """A story names the ones before and after it; alone it names none."""
    first, second, *_ = StoryIndex(demo).stories
    _, page = narratives.story_page(demo, second, later=first)
    assert page.later is not None
    assert (page.later.text, page.later.href) == (first.title, addresses.story(first.id))
    assert page.earlier is None
