"""``python -m generator`` is ``shanhuo``."""

from generator.cli import main

main()
