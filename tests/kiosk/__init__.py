"""Tests of the room ``kiosk``."""
