"""Papers of a campaign: letters, lists, agreements, policies, and the places that it has set up."""

from __future__ import annotations

from generator.catalog.campaign import Agreement, Letter
from generator.catalog.campaign_record import CampaignRecord
from generator.surfaces import addresses
from generator.surfaces.campaign_views import AgreementLine, LetterTeaser
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Fact


def letter_address(record: CampaignRecord, letter: Letter) -> str:
    """Return the page of a letter: the latest stands at the address that is passed on, older ones beneath it."""
    is_latest = letter is record.letters[0]
    return addresses.campaign_letter(record.campaign.id, "" if is_latest else letter.id)


def letter_teaser(around: Surroundings, record: CampaignRecord, letter: Letter) -> LetterTeaser:
    """Return a letter in a line, with the text that is passed on."""
    parts = (letter.issuer, around.formats.period(letter.issued_on))
    return LetterTeaser(
        title=letter.title,
        href=letter_address(record, letter),
        detail=around.texts.joined((part for part in parts if part), "common.detail_separator"),
        text=message(around, record, letter),
        sample=letter.sample,
    )


def message(around: Surroundings, record: CampaignRecord, letter: Letter) -> str:
    """Return the short text of a letter with the address to read on; ``""`` where none was written."""
    address = around.whole(addresses.campaign(record.campaign.id))
    return around.texts.joined((letter.short_text, address), "letter.message_separator") if letter.short_text else ""


def issue_facts(around: Surroundings, record: CampaignRecord) -> tuple[Fact, ...]:
    """Return the issues of the recommended list, the latest first."""
    catalog = around.catalog
    return tuple(
        Fact(
            label=around.formats.period(issue.issued_on),
            value=issue.title,
            note=around.texts.counted("count.entries", len(catalog.entries_by_issue.get(issue.id, ()))),
            href=addresses.campaign_issue(record.campaign.id, issue.number),
        )
        for issue in record.issues
        if isinstance(issue.number, int)
    )


def agreement_line(around: Surroundings, agreement: Agreement) -> AgreementLine:
    """Return a paper that was signed, with its own sum; it is never added to what was bought."""
    texts, formats = around.texts, around.formats
    parties = [organisation.name for organisation in agreement.parties]
    parties += [part for part in (agreement.other_parties,) if part]
    parties += [supplier.name for supplier in agreement.suppliers]
    status = texts.label("agreements", "status", agreement.status) if agreement.status else ""
    qualifier = agreement.qualifier or "exact"
    amount = formats.money(agreement.amount)
    if agreement.amount is None:
        amount = texts("agreements.no_amount")
    elif qualifier not in ("exact", "not-disclosed"):
        amount = (
            f"{texts.affix(f'figure.before.{qualifier}')} {amount}{texts.affix(f'figure.after.{qualifier}')}".strip()
        )
    parts = (formats.period(agreement.signed_on), status)
    return AgreementLine(
        kind=texts.label("agreements", "kind", agreement.kind),
        title=agreement.title,
        parties=texts.joined(parties),
        detail=texts.joined((part for part in parts if part), "common.detail_separator"),
        amount=amount,
        note=agreement.note,
        sample=agreement.sample,
    )


def placement_facts(around: Surroundings, record: CampaignRecord) -> tuple[Fact, ...]:
    """Return the places of a campaign, with their states of the day."""
    texts, catalog = around.texts, around.catalog
    return tuple(
        Fact(
            label=texts.label("placements", "status", catalog.placement_state(placement)),
            value=placement.name,
            note=placement.address,
            href=addresses.place(placement.id),
        )
        for placement in record.placements
    )


def policy_facts(record: CampaignRecord) -> tuple[Fact, ...]:
    """Return the policy papers that a campaign rests on, with the way to their main points."""
    return tuple(
        Fact(label=policy.issuer, value=policy.title, note=policy.number, href=addresses.policy(policy.id))
        for policy in record.policies
    )
