"""
The contract: what valid data is, and what to say where it is not.

It knows the tables of :mod:`generator.contract.schema`, Table Schema (through :mod:`generator.contract.tables` alone)
and the rules of :mod:`generator.contract.rules`; it knows no page and opens no file of a site.
"""

from __future__ import annotations

from .check import Checked, check_texts
from .currencies import minor_places
from .quantities import NOT_DISCLOSED, NotDisclosed, Period, Precision
from .reading import read_texts
from .rows import Row, Value
from .schema import Field, Nested, Table, load_tables, table_words
from .settings import ContractSettings
from .texts import encoded
from .values import reading_digest
from .words import intake_names

__all__ = [
    "NOT_DISCLOSED",
    "Checked",
    "ContractSettings",
    "Field",
    "Nested",
    "NotDisclosed",
    "Period",
    "Precision",
    "Row",
    "Table",
    "Value",
    "check_texts",
    "encoded",
    "intake_names",
    "load_tables",
    "minor_places",
    "read_texts",
    "reading_digest",
    "table_words",
]
