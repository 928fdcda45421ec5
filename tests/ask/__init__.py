"""Tests of what the guide answers."""
