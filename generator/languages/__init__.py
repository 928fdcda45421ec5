"""Languages of pages: their tags, their folders, text that has no translation, traditional characters, place names."""
