"""A second reader: a language model, if the user has one, asked about the same documents; nothing is trusted.

1. It is off until the user names one. Nothing here talks to a network: `ask` is handed in.
2. A claim that does not quote the document word for word is dropped, and counted.
3. Dates, numbers, verbs and offices are read again, from the quoted words, by our own grammar. What the
   model says of them is not used; a claim that the grammar cannot read again is dropped, and counted.
4. The claims of both readers are merged, and each says who found it.
5. What the document says is data: instructions in it are not followed, and if they were, rules 2 and 3 hold.
6. A document that shows signs of being exempt or personal is not sent unless a named person allows it.
"""

from handback.reading.second.account import Account, Estimate, Prices, estimate
from handback.reading.second.merging import merged
from handback.reading.second.reader import Answer, Ask, NotAnswered, Reading, second_reading
from handback.reading.second.sending import NotAllowed, Permission, check_may_send, signs

__all__ = [
    "Account",
    "Answer",
    "Ask",
    "Estimate",
    "NotAllowed",
    "NotAnswered",
    "Permission",
    "Prices",
    "Reading",
    "check_may_send",
    "estimate",
    "merged",
    "second_reading",
    "signs",
]
