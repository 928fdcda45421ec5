"""Events: fairs, launches, live sales and market days, as a list and for calendars."""

from .lines import event_line, past_and_coming
from .outputs import outputs

__all__ = ["event_line", "outputs", "past_and_coming"]
