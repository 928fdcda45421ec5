"""Campaigns: the page of each, its ledger, its open letters and its recommended lists."""

from .outputs import outputs
from .page import campaign_page

__all__ = ["campaign_page", "outputs"]
