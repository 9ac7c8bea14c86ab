"""What stands in a calendar: a stretch of whole days with a name, before any format."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Event:
    """A stretch of whole days.

    `uid` is the same for the same thing each time that it is written, so that a calendar moves it in place of showing
    it twice. `ends` is the day after the last; one that is not after `begins` stands for a single day.
    """

    uid: str
    title: str
    begins: date
    ends: date
    text: str
    place: str = ""
