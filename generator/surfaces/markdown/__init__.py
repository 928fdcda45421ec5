"""The site as text for programs that read text: ``llms.txt`` and every product in Markdown."""

from .llms import twin
from .outputs import outputs

__all__ = ["outputs", "twin"]
