"""What a progress report says: facts of one scope and period, from the catalogue and the editors' own paragraphs."""
