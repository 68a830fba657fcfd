"""Asking a model while somebody watches: how far it is, and an end where nobody answers."""

import logging
from collections.abc import Callable

from handback.reading.second import Answer, Ask, NotAnswered

MOST_IN_A_ROW = 3  # requests that are not answered, after which no more are sent
GIVEN_UP = f"Not asked, since {MOST_IN_A_ROW} requests in a row were not answered."
NOT_FORESEEN = "The request failed in a way that nobody foresaw."

log = logging.getLogger(__name__)


class Watched:
    """`ask` that tells how many requests are over, and sends no more once MOST_IN_A_ROW had no answer."""

    def __init__(self, ask: Ask, tell: Callable[[int], None]) -> None:
        self.asked = 0
        self._ask, self._tell = ask, tell
        self._in_a_row = 0

    def __call__(self, messages: list[dict[str, str]]) -> Answer:
        """The model's answer. Raises NotAnswered, and nothing else."""
        if self._in_a_row >= MOST_IN_A_ROW:
            raise NotAnswered(GIVEN_UP)
        self.asked += 1
        self._in_a_row += 1
        try:
            answer = self._ask(messages)
        except NotAnswered:
            raise
        except Exception as error:
            log.error("Asking a model failed: %s", type(error).__name__)  # its words may hold the key
            raise NotAnswered(NOT_FORESEEN) from None
        finally:
            self._tell(self.asked)
        self._in_a_row = 0
        return answer
