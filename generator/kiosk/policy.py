"""
What the browser of a screen may do, as a managed policy of Chromium.

It may open the player and nothing else, sound plays without a touch, and the
serial ports of sensors are given to the page without a question, which nobody
stands there to answer (``SerialAllowAllPortsForUrls``, since version 94).
"""

from __future__ import annotations

import json

from .player import LOOPBACK
from .units import NAME

PLACES = ("etc/chromium/policies/managed", "etc/opt/chrome/policies/managed", "etc/opt/edge/policies/managed")
"""Where Debian's Chromium, Chrome and Edge look, from the machine's root."""


def policy_files(port: int) -> dict[str, str]:
    """Return path from the machine's root → text."""
    text = json.dumps(_policy(f"http://{LOOPBACK}:{port}"), indent=1, sort_keys=True) + "\n"
    return {f"{place}/{NAME}.json": text for place in PLACES}


def _policy(origin: str) -> dict[str, object]:
    return {
        "AudioCaptureAllowedUrls": [origin],
        "AutofillAddressEnabled": False,
        "AutofillCreditCardEnabled": False,
        "AutoplayAllowed": True,
        "BackgroundModeEnabled": False,
        "BrowserSignin": 0,
        "DefaultNotificationsSetting": 2,
        "DefaultPopupsSetting": 2,
        "DeveloperToolsAvailability": 2,
        "DownloadRestrictions": 3,
        "MetricsReportingEnabled": False,
        "PasswordManagerEnabled": False,
        "PrintingEnabled": False,
        "PromotionalTabsEnabled": False,
        "SavingBrowserHistoryDisabled": True,
        "SerialAllowAllPortsForUrls": [origin],
        "SpellcheckEnabled": False,
        "TranslateEnabled": False,
        "URLAllowlist": [origin],
        "URLBlocklist": ["*", "chrome://*"],
    }
