"""Tests of what answers questions: knowledge, rules, and every way in."""
