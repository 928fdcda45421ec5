"""
What pages say to programs: statements of schema.org in JSON-LD, one function a kind of page.

Nothing is said here that the page or its data do not say, and what is invented for
show (samples) is not said at all.
"""

from .figures import figure_data
from .lists import PageOfList, category_data, index_data, list_data, origin_data, supplier_data
from .narratives import campaign_data, event, story_data
from .nodes import Node, statements
from .pages import page_data
from .placements import placement_data
from .products import product_data
from .site import home_data

__all__ = [
    "Node",
    "PageOfList",
    "campaign_data",
    "category_data",
    "event",
    "figure_data",
    "home_data",
    "index_data",
    "list_data",
    "origin_data",
    "page_data",
    "placement_data",
    "product_data",
    "statements",
    "story_data",
    "supplier_data",
]
