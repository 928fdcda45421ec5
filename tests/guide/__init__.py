"""Tests of the screen beside the shelf."""
