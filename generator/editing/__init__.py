"""Editing: everything that writes into a site's own files, and what it hands to other programs; it makes no page."""
