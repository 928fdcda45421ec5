"""Stories by the kinds of help: an index, a list for each kind, and the way from one story to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from generator.catalog.story import Story

from . import addresses, cards, lists
from .indexes import newest_first
from .outputs import Output, digest_of
from .page_views import IndexPage
from .pages import Head, PortalPages
from .story_views import StoryGroup, StoryIndexPage, StoryKindPage
from .structured_data import index_data
from .surroundings import Surroundings
from .views import Link

IN_INDEX = 3
"""Stories of a kind that the index shows: one row."""


@dataclass(frozen=True, eq=False)
class StoryIndex:
    """All stories in their order."""

    around: Surroundings

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """The latest first."""
        return tuple(sorted(self.around.catalog.stories.values(), key=newest_first))

    @cached_property
    def kinds(self) -> Mapping[str, tuple[Story, ...]]:
        """Kind of help → its stories; kinds without any are left out, the others in the order of the schema."""
        found: dict[str, list[Story]] = {
            kind.value: [] for kind in self.around.tables["stories"].by_name["help_kind"].categories
        }
        for story in self.stories:
            found[story.help_kind].append(story)
        return {kind: tuple(group) for kind, group in found.items() if group}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {story.id: place for place, story in enumerate(self.stories)}

    def later(self, story: Story) -> Story | None:
        """Return the story that came after *story*, ``None`` after the last."""
        place = self._places[story.id]
        return self.stories[place - 1] if place > 0 else None

    def earlier(self, story: Story) -> Story | None:
        """Return the story that came before *story*, ``None`` before the first."""
        place = self._places[story.id]
        return self.stories[place + 1] if place + 1 < len(self.stories) else None

    def outputs(self, pages: PortalPages) -> Iterator[Output]:
        """Plan the index and the lists."""
        yield pages.output(
            addresses.section("stories"),
            section="stories",
            template="story-index.html",
            needs=digest_of(*(_digest(kind, group[:IN_INDEX], len(group)) for kind, group in self.kinds.items())),
            build=self._index,
            subject=self.around.texts("stories.title"),
        )
        for kind, group in self.kinds.items():
            for number in range(1, lists.page_count(self.around, group) + 1):
                shown = lists.products_on(self.around, group, number)
                yield pages.output(
                    addresses.story_kind(kind, number),
                    section="stories",
                    template="story-kind.html",
                    needs=digest_of(str(number), _digest(kind, shown, len(group)), *self.kinds),
                    build=partial(self._kind, kind, number),
                    subject=self._label(kind),
                )

    def _index(self) -> tuple[Head, StoryIndexPage]:
        texts = self.around.texts
        title, intro, address = texts("stories.title"), texts("stories.intro"), addresses.section("stories")
        groups = tuple(self._group(kind, group) for kind, group in self.kinds.items())
        told = IndexPage("stories", title, intro, tuple((group.title, group.stories) for group in groups))
        head = Head(title=title, description=intro, address=address, data=index_data(self.around, told, address))
        beside = tuple(Link(group.title, f"#{group.id}") for group in groups) if len(groups) > 1 else ()
        return head, StoryIndexPage(title, intro, beside, groups)

    def _group(self, kind: str, group: tuple[Story, ...]) -> StoryGroup:
        texts = self.around.texts
        return StoryGroup(
            id=kind,
            title=self._label(kind),
            meaning=texts(f"stories.meaning.{kind}"),
            href=addresses.story_kind(kind),
            stories=tuple(cards.story_teaser(self.around, story) for story in group[:IN_INDEX]),
            more=texts.counted("stories.all", len(group)) if len(group) > IN_INDEX else "",
        )

    def _kind(self, kind: str, number: int) -> tuple[Head, StoryKindPage]:
        around, texts, group = self.around, self.around.texts, self.kinds[kind]
        title, intro = self._label(kind), texts(f"stories.meaning.{kind}")
        address = partial(addresses.story_kind, kind)
        steps = lists.pager(around, lists.page_count(around, group), number, address)
        teasers = tuple(cards.story_teaser(around, story) for story in lists.products_on(around, group, number))
        others = tuple(Link(self._label(each), addresses.story_kind(each), current=each == kind) for each in self.kinds)
        page = StoryKindPage(
            kicker=texts("stories.title"),
            title=title,
            intro=intro,
            total=texts.counted("count.stories", len(group)),
            beside=others if len(others) > 1 else (),
            stories=teasers,
            pages=steps.pages,
            previous=steps.previous,
            next=steps.next,
        )
        told = IndexPage("stories", title, intro, (("", teasers),))
        data = index_data(around, told, address(number))
        head_title = texts("stories.page_title", kind=title)
        return Head(title=head_title, description=intro, address=address(number), data=data), page

    def _label(self, kind: str) -> str:
        return self.around.texts.label("stories", "help_kind", kind)


def _digest(kind: str, shown: tuple[Story, ...], total: int) -> str:
    return digest_of(kind, str(total), *(story.digest for story in shown))
