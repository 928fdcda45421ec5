"""Tests of the contract: what valid data is, and what is said where it is not."""
