"""
Pictures of numbers, as views that templates draw in SVG: ranked bars, columns of a course.

Lengths across are percent of the picture's width and lengths down are ems of its type, so that a picture has no size
of its own: it is as wide as its place, its words are as large as the reader wants them, and nothing is ever scaled.
"""

from .bars import bar_chart
from .columns import column_chart
from .views import Bar, BarChart, Column, ColumnChart, Datum

__all__ = ["Bar", "BarChart", "Column", "ColumnChart", "Datum", "bar_chart", "column_chart"]
