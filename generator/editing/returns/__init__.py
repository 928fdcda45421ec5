"""Workbooks for participating units: one for each to fill in, and the way of what comes back into the ledger."""
