"""
For programs: the catalogue as JSON files with stable names (``/api/v1/``), and their description.

There is one API for all languages of a site: texts are in the site's own language,
and ``names`` holds what each thing is called in the others.
"""

from .outputs import outputs

__all__ = ["outputs"]
