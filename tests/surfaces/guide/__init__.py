"""Tests of the screen's surface."""
