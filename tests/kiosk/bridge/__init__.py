"""Tests of the bridge: real processes, a real broker, real pages."""
