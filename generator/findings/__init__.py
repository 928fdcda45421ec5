"""
Findings: what is wrong with a site's content, as data.

A finding says where (file, line, column, field, record), what was found, what
is allowed and how to mend it.  Kinds are a closed catalogue (:data:`KINDS`);
their wording stands with them in Chinese and English, so that tests and other
programs go by the code and editors read a sentence.

This package is vocabulary: every room may speak it, and it imports none.
"""

from __future__ import annotations

from .catalogue import KINDS, finding, kind_of
from .model import Finding, Kind, Level, Place, Report, Text

__all__ = ["KINDS", "Finding", "Kind", "Level", "Place", "Report", "Text", "finding", "kind_of"]
