"""ModernGov, the software in which most councils of the United Kingdom publish their meetings.

Its pages are read from `#modgov`, the part that the software itself writes, by the class names that every
installation has, and never from the skin that a council puts around it.
"""

from handback.reading.formats.moderngov.pages import lay_out
from handback.reading.formats.moderngov.regions import is_moderngov

__all__ = ["is_moderngov", "lay_out"]
