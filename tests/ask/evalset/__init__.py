"""Questions to the guide with what a right answer must hold, and the judge of an answer."""
