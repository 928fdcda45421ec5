"""Tables in prose keep their alignment where style attributes are refused."""

from __future__ import annotations

import markdown

from generator.surfaces.prose_alignment import aligned_by_attribute

TABLE = """
| a | b | c | d |
| :-- | :-: | --: | --- |
| 1 | 2 | 3 | 4 |
"""


def test_aligned_columns_carry_an_attribute_instead_of_a_style() -> None:
    """Every cell of a column that Markdown aligns says how, and no style is left."""
    html = aligned_by_attribute(markdown.markdown(TABLE, extensions=["tables"]))
    assert "style" not in html
    assert {name: html.count(f'data-align="{name}"') for name in ("left", "center", "right")} == dict.fromkeys(
        ("left", "center", "right"), 2
    )
    assert html.count("<td>") == html.count("<th>") == 1


def test_other_attributes_stay() -> None:
    """What else a cell says is kept, however the style was written."""
    cell = """<td colspan="2" STYLE='text-align:RIGHT' headers="a">x</td>"""
    assert aligned_by_attribute(cell) == '<td colspan="2" data-align="right" headers="a">x</td>'


def test_only_cells_and_only_alignment_are_touched() -> None:
    """Text that speaks of styles, and styles of anything else, are left to the checks of prose."""
    for html in ("<p>style=&quot;text-align: right&quot;</p>", '<td style="color: red">', "<code>&lt;td style</code>"):
        assert aligned_by_attribute(html) == html
