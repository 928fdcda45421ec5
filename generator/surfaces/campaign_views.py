"""What the pages of a campaign receive."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from .charts import BarChart, ColumnChart
from .citation_view import Citation
from .correction_views import CorrectionLine
from .event_views import EventLine
from .views import (
    CampaignTeaser,
    Fact,
    FigureView,
    Link,
    ProductCard,
    Progress,
    ShelfCode,
    SourceLine,
    Teaser,
)


class Standing(NamedTuple):
    """How far a campaign has come: one large number, the line to its goal, and what must be known with both."""

    label: str
    """What the number counts."""
    number: str
    """Empty where there is nothing to count; then the words tell why."""
    unit: str
    is_long: bool
    """The number needs smaller type to stand on one line of a phone."""
    words: str
    """Not disclosed, no goal, nothing recorded yet; empty where number and line say all."""
    line: Progress | None
    """Drawn where there is a rate; never without a goal."""
    facts: tuple[Fact, ...]
    """Goal, what is missing or beyond it, people, bodies, days left."""
    as_of: str


class Body(NamedTuple):
    """A participant, and what it has reported."""

    name: str
    words: str
    """What it has reported, or that it has not."""


class Bodies(NamedTuple):
    """Who takes part, and who has not reported by the day."""

    reported: tuple[Body, ...]
    missing: tuple[Body, ...]
    words: str
    """How many of how many have reported."""

    @property
    def named(self) -> bool:
        """Tell whether those who take part are named."""
        return bool(self.reported or self.missing)


class Stage(NamedTuple):
    """One of the things that are never added to each other: intent, order, purchase, gift …"""

    name: str
    number: str
    """How many papers or rows."""
    amount: str
    note: str
    """What must be known of it."""
    is_main: bool
    """It is what counts as bought."""


class ShareRow(NamedTuple):
    """One part of a total."""

    label: str
    href: str
    amount: str
    share: str
    people: str
    rows: str


class ShareTable(NamedTuple):
    """Parts of a total with their sum."""

    title: str
    head: str
    """Name of the dimension."""
    parts: tuple[ShareRow, ...]
    folded: tuple[ShareRow, ...]
    """Parts beyond those that are read at once, behind a button."""
    more: str
    """What the button says."""
    sum: ShareRow | None
    """None of a single part, which is the sum itself."""
    has_people: bool


class LedgerPart(NamedTuple):
    """A total by one dimension: picture and table."""

    id: str
    title: str
    bars: BarChart | None
    columns: ColumnChart | None
    table: ShareTable


class LedgerLine(NamedTuple):
    """One row of the ledger as it may be shown."""

    id: str
    date: str
    body: str
    what: str
    channel: str
    amount: str
    note: str
    """Nature and basis where they are not the usual ones, what it corrects."""
    people: str


class LetterTeaser(NamedTuple):
    """An open letter in a line, and what is passed on."""

    title: str
    href: str
    detail: str
    text: str
    """The short text with the address behind it, ready for a chat group; empty where there is none."""
    sample: bool


class AgreementLine(NamedTuple):
    """A paper that was signed; it is no purchase."""

    kind: str
    title: str
    parties: str
    detail: str
    amount: str
    note: str
    sample: bool


class TargetLine(NamedTuple):
    """What a body is to reach."""

    body: str
    kind: str
    due: str
    reached: str
    rate: str
    detail: str
    """Share and base, rank, days left, what must be known."""
    line: Progress | None


class CampaignPage(NamedTuple):
    """A campaign: dates, goal, what was reached, its papers and events, its goods."""

    campaign: CampaignTeaser
    accent: str
    stage: str
    """``coming``, ``running``, ``closed`` or ``archived``."""
    stage_words: str
    """What that means, with the days."""
    description_html: Markup
    facts: tuple[Fact, ...]
    standing: Standing | None
    stages: tuple[Stage, ...]
    course: LedgerPart | None
    channels: LedgerPart | None
    by_body: LedgerPart | None
    ledger: str
    """Address of the ledger; empty without one."""
    targets: tuple[TargetLine, ...]
    bodies: Bodies | None
    figures: tuple[FigureView, ...]
    letters: tuple[LetterTeaser, ...]
    issues: tuple[Fact, ...]
    """Title with the way to each issue, the latest first."""
    events: tuple[EventLine, ...]
    calendar: str
    agreements: tuple[AgreementLine, ...]
    placements: tuple[Fact, ...]
    policies: tuple[Fact, ...]
    products: tuple[ProductCard, ...]
    slow: tuple[ProductCard, ...]
    """Those of the goods that lie in store and are asked to be bought first."""
    slow_words: str
    stories: tuple[Teaser, ...]
    corrections: tuple[CorrectionLine, ...]
    sources: tuple[SourceLine, ...]
    citation: Citation


class LedgerPage(NamedTuple):
    """What a campaign's ledger says: every total by every dimension."""

    campaign: Link
    title: str
    intro: str
    as_of: str
    standing: Standing | None
    stages: tuple[Stage, ...]
    parts: tuple[LedgerPart, ...]
    share_words: str
    level_words: str
    """How much of the ledger the site publishes."""
    rows: tuple[LedgerLine, ...]
    rows_words: str
    """How many rows there are, and which are not shown."""
    table: str
    """Address of the sums for spreadsheets."""
    rows_table: str
    """Address of the rows for spreadsheets; empty where they are not published."""
    corrections: tuple[CorrectionLine, ...]
    sample: bool
    accent: str


class LetterPage(NamedTuple):
    """An open letter as it is printed, and the text to pass on."""

    campaign: Link
    title: str
    body_html: Markup
    issuer: str
    date: str
    short_text: str
    address: str
    """Whole address of the campaign, printed beneath the letter."""
    code: ShelfCode | None
    sample: bool
    others: tuple[Link, ...]
    sources: tuple[SourceLine, ...]
    accent: str


class IssueEntry(NamedTuple):
    """One thing that an issue recommends, with the reason why."""

    number: str
    name: str
    href: str
    firm: str
    firm_href: str
    origin: str
    price: str
    """As it was when the issue came out."""
    reason: str
    is_new: bool
    sample: bool


class IssuePage(NamedTuple):
    """An issue of the recommended list, and what it has that the one before had not."""

    campaign: Link
    title: str
    superseded: Link | None
    """The latest issue, where this is not it."""
    facts: tuple[Fact, ...]
    note: str
    seal: str
    """What vouches for the entries being as they were issued; empty without a seal."""
    entries: tuple[IssueEntry, ...]
    before: str
    """Title of the issue that it is compared with; empty for the first."""
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    changed: tuple[str, ...]
    """Name with the price before and now."""
    no_changes: str
    neighbours: tuple[Link, ...]
    sources: tuple[SourceLine, ...]
    sample: bool
    accent: str
