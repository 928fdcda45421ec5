"""Policy papers that campaigns rest on: what they let or ask buyers to do, and where they are published."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog.campaign import Policy
from generator.catalog.tables import items_of

from . import addresses
from .outputs import Output, digest_of
from .pages import Head, PortalPages
from .place_views import PoliciesPage, PolicyEntry
from .structured_data import page_data
from .surroundings import Surroundings
from .views import Link


def policies_of(around: Surroundings) -> tuple[Policy, ...]:
    """Return all policy papers, the latest first; those of an unknown day come last."""
    policies = items_of(around.catalog.items, "policies", Policy)
    return tuple(sorted(policies, key=lambda policy: (_latest(policy), policy.id)))


def _latest(policy: Policy) -> int:
    return -policy.issued_on.start.toordinal() if policy.issued_on is not None else 0


def policy_outputs(pages: PortalPages) -> Iterator[Output]:
    """Plan the list of policy papers, where there are any."""
    around = pages.around
    policies = policies_of(around)
    if not policies:
        return
    texts = around.texts
    view = PoliciesPage(texts("policies.title"), texts("policies.intro"), tuple(_entry(around, p) for p in policies))
    data = page_data(around, view.intro, Link(view.title, addresses.policies()))
    head = Head(title=view.title, description=view.intro, address=addresses.policies(), data=data)
    yield pages.output(
        head.address,
        section=addresses.NEUTRAL,
        template="policies.html",
        needs=digest_of(repr(view)),
        build=lambda: (head, view),
        subject=view.title,
    )


def _entry(around: Surroundings, policy: Policy) -> PolicyEntry:
    parts = (policy.issuer, policy.number, around.formats.period(policy.issued_on))
    campaigns = (campaign for campaign in policy.campaigns if campaign.id in around.catalog.campaigns)
    source = policy.source
    return PolicyEntry(
        id=policy.id,
        title=around.texts("policies.quoted", title=policy.title),
        href=policy.url,
        detail=around.texts.joined((part for part in parts if part), "common.detail_separator"),
        summary=policy.summary,
        campaigns=tuple(Link(campaign.name, addresses.campaign(campaign.id)) for campaign in campaigns),
        source=source.title if source is not None else "",
        source_href=addresses.source(source.id) if source is not None else "",
    )
