"""What is known of signed papers and set targets, whoever is asked about."""

from __future__ import annotations

from generator.catalog.campaign import Agreement, Target
from generator.catalog.figure import Correction
from generator.contract.quantities import NotDisclosed
from generator.surfaces.campaigns.papers import agreement_line
from generator.surfaces.corrections import correction_line
from generator.surfaces.surroundings import Surroundings

from .knowledge import Facts
from .telling import Teller


def known_by(around: Surroundings, agreement: Agreement) -> bool:
    """Tell whether *agreement* was signed by the day that is shown."""
    return agreement.signed_on is None or agreement.signed_on.start <= around.configuration.as_of


def agreement_fact(around: Surroundings, agreement: Agreement, teller: Teller) -> Facts:
    """Yield what was signed, by whom and over how much."""
    line = agreement_line(around, agreement)
    parts = (line.title, line.parties, line.amount, line.detail, line.note)
    value = around.texts.joined((str(part).rstrip("。.") for part in parts if part), "common.detail_separator")
    yield from teller.fact("agreement", str(line.kind), value, source=agreement.source, sample=agreement.sample)


def target_fact(around: Surroundings, target: Target, teller: Teller) -> Facts:
    """Yield who is to reach how much."""
    texts, formats = around.texts, around.formats
    qualifier = target.qualifier or "exact"
    share = "" if target.share is None else f"{formats.number(target.share)}%"
    people = (
        ""
        if target.people is None
        else texts.counted("count.people", target.people)
        if isinstance(target.people, int)
        else texts("common.not_disclosed")
    )
    amount = formats.money(target.amount) or people or share
    if not amount or isinstance(target.amount, NotDisclosed):
        amount = amount or ""
    elif qualifier not in ("exact", "not-disclosed"):
        amount = f"{texts.affix(f'figure.before.{qualifier}')}{amount}{texts.affix(f'figure.after.{qualifier}')}"
    extra = share if share and share not in amount else ""
    body = str(target.organisation.name) if target.organisation is not None else ""
    parts = (body, amount, extra, str(target.note).rstrip("。."))
    value = texts.joined((part for part in parts if part), "common.detail_separator")
    label = texts("ask.target", kind=texts.label("targets", "kind", target.kind))
    yield from teller.fact("target", label, value, source=target.source)


def correction_fact(around: Surroundings, correction: Correction, teller: Teller) -> Facts:
    """Yield what was wrong, what is right, since when and why."""
    texts = around.texts
    line = correction_line(around, correction)
    changed = texts("ask.corrected", old=line.old, new=line.new)
    parts = (line.date, line.what, changed, str(line.reason).rstrip("。."))
    value = texts.joined((str(part) for part in parts if part), "common.detail_separator")
    yield from teller.fact("correction", texts("corrections.title"), value, day=correction.date)
