"""What is known of campaigns and their papers."""

from __future__ import annotations

from generator.catalog.campaign import Campaign, Letter, Policy
from generator.catalog.money import Money
from generator.surfaces.campaigns.bodies import bodies
from generator.surfaces.campaigns.papers import placement_facts
from generator.surfaces.campaigns.standing import days_left
from generator.surfaces.surroundings import Surroundings

from .bodies import goods
from .figures import figure_facts
from .knowledge import Facts
from .ledgers import ledger_facts
from .papers import agreement_fact, correction_fact, target_fact
from .telling import Teller


def campaign_facts(around: Surroundings, campaign: Campaign) -> Facts:
    """Yield what is known of *campaign* on the day."""
    texts = around.texts
    record = around.campaign_records[campaign.id]
    teller = Teller(
        around, campaign.name, day=around.configuration.as_of, source=campaign.source, sample=campaign.sample
    )
    day = around.formats.day
    span = texts("date.span", start=day(campaign.starts_on), end=day(campaign.ends_on))
    state = texts(f"campaign.{record.stage}")
    yield from teller.said("dates", span, texts("ask.campaign_dates", name=teller.name, dates=span, state=state))
    standing = record.progress.span
    if record.stage == "running" and standing.days_left is not None:
        yield from teller.fact("dates", texts("standing.days_left"), days_left(around, standing.days_left))
        told = texts(
            "campaign.stage.running", number=standing.days_passed, days=standing.days, day=day(campaign.ends_on)
        )
        yield from teller.said("dates", told, f"{teller.name}{texts('ask.colon')}{told}")
    names = texts.joined(dict.fromkeys(str(each.name) for each in campaign.organisers))
    yield from teller.fact("organiser", texts.field_title("campaigns", "organisers"), names)
    yield from teller.fact(
        "participants",
        texts.field_title("campaigns", "participants"),
        teller.names(each.name for each in campaign.participants),
    )
    yield from _progress(around, campaign, teller)
    for figure in around.catalog.figures_by_campaign.get(campaign.id, ()):
        yield from figure_facts(around, figure, "figure")
    for agreement in record.agreements:
        yield from agreement_fact(around, agreement, teller)
    for target in record.targets:
        yield from target_fact(around, target, teller)
    for policy in record.policies:
        yield from teller.fact("policy", str(policy.issuer), policy.title, source=policy.source)
    for letter in record.letters:
        yield from _letter(around, letter)
    for change in record.corrections:
        yield from correction_fact(around, change, teller)
    yield from _reported(around, campaign, teller)
    yield from ledger_facts(around, record, teller)
    for fact in placement_facts(around, record):
        parts = (str(fact.value), str(fact.label), str(fact.note))
        value = texts.joined((part for part in parts if part), "common.detail_separator")
        yield from teller.fact("places", texts("places.title"), value)
    yield from teller.fact("events", texts("ask.events"), teller.names(event.name for event in record.events))
    yield from teller.fact(
        "channels", texts.field_title("campaigns", "channels"), teller.names(each.name for each in campaign.channels)
    )
    yield from goods(around, teller, (p for p in campaign.products if p.id in around.catalog.products))
    yield from teller.fact("summary", texts("ask.summary"), campaign.summary)
    yield from teller.prose("description", campaign.description)
    yield from teller.basis()


def _progress(around: Surroundings, campaign: Campaign, teller: Teller) -> Facts:
    """Yield goal and sums of the ledger; what was withheld is said to be."""
    texts, formats = around.texts, around.formats
    progress = around.campaign_records[campaign.id].progress
    note = str(campaign.goal_note).rstrip("。.")
    goal = formats.money(progress.goal)
    told = texts.joined((part for part in (str(goal), note) if part), "common.detail_separator")
    if progress.goal_state == "none":
        told = texts.joined((part for part in (texts("ask.no_goal"), note) if part), "common.detail_separator")
    yield from teller.fact("goal", texts.field_title("campaigns", "goal"), told)
    reached = progress.reached.amount
    if reached is not None:
        yield from teller.fact("progress", texts("ledger.bought"), formats.money(reached))
    if isinstance(reached, Money):
        if progress.rate is not None:
            yield from teller.fact("progress", texts("common.percent"), f"{progress.rate.percent}%")
        if progress.missing is not None and progress.rate is not None:
            yield from teller.fact("progress", texts("standing.missing"), formats.money(progress.missing))
        if progress.surplus is not None:
            yield from teller.fact("progress", texts("standing.surplus"), formats.money(progress.surplus))
    if progress.reached.people is not None:
        people = texts.counted("count.people", progress.reached.people)
        yield from teller.fact("people", texts("standing.people"), people)
    if progress.organisations:
        bodies = texts.counted("count.bodies", progress.organisations)
        yield from teller.fact("people", texts("standing.bodies"), bodies)


def _reported(around: Surroundings, campaign: Campaign, teller: Teller) -> Facts:
    """Yield what each body that takes part has bought, as far as the site publishes it."""
    listed = bodies(around, around.campaign_records[campaign.id])
    if listed is None:
        return
    day = around.configuration.as_of
    for body in (*listed.reported, *listed.missing):
        label = f"{body.name} {around.texts('ledger.bought')}"
        yield from teller.fact("reported", label, body.words, day=day)
    yield from teller.said("reporting", str(listed.words).rstrip("。."), str(listed.words), day=day)


def policy_facts(around: Surroundings, policy: Policy) -> Facts:
    """Yield what is known of *policy*."""
    texts = around.texts
    teller = Teller(around, texts("ask.titled", title=str(policy.title)), source=policy.source, day=policy.issued_on)
    yield from teller.fact("issuer", texts.field_title("policies", "issuer"), policy.issuer)
    yield from teller.fact("number", texts.field_title("policies", "number"), policy.number)
    yield from teller.fact("dates", texts.field_title("policies", "issued_on"), around.formats.period(policy.issued_on))
    yield from teller.fact("summary", texts.field_title("policies", "summary"), policy.summary)
    yield from teller.fact("website", texts.field_title("policies", "url"), policy.url)
    campaigns = [each.name for each in policy.campaigns if each.id in around.catalog.campaigns]
    yield from teller.fact("campaigns", texts("nav.campaigns"), teller.names(campaigns))


def _letter(around: Surroundings, letter: Letter) -> Facts:
    """Yield what an open letter of the campaign says, sentence by sentence: it is read on the campaign's pages."""
    texts = around.texts
    title = texts("ask.titled", title=str(letter.title))
    teller = Teller(around, title, source=letter.source, day=letter.issued_on, sample=letter.sample)
    yield from teller.fact("letter", texts.field_title("letters", "issuer"), letter.issuer)
    yield from teller.fact("letter", texts.field_title("letters", "issued_on"), around.formats.period(letter.issued_on))
    yield from teller.fact("letter", texts.field_title("letters", "short_text"), letter.short_text)
    yield from teller.prose("letter", letter.body)
