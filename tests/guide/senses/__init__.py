"""Tests of what the screen senses: decoders in QuickJS, drivers in Chromium."""
