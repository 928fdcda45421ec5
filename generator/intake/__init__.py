"""Intake: files become records. It knows formats, encodings and places, and nothing of products."""
