"""How often each rule was right, counted on documents that people had marked by hand.

Made by `python -m bench.calibration --keep` from real public pages, each as it was first read: by
a reader whose rules were not mended on it. By type and rule: how many claims were right, of how
many found.
"""

MEASURED: dict[str, dict[str, tuple[int, int]]] = {
    "commitment": {
        "aim of a past decision": (3, 4),
        "deadline named": (2, 3),
        "duty by a time": (10, 15),
        "field of a due date": (5, 5),
        "line of action": (4, 14),
        "order by a time": (26, 36),
        "order to report": (18, 63),
        "plan by a time": (18, 35),
        "present tense at a time to come": (1, 7),
        "promise by a time": (0, 2),
        "promise to report": (28, 61),
        "put off to a time": (3, 4),
        "row of an action table": (1, 1),
        "thing to come at a time": (9, 18),
        "time given for views": (7, 11),
        "told to be coming": (15, 20),
        "will by a time": (22, 33),
    },
    "decision": {
        "a body is told to have decided": (36, 52),
        "a body is told to have decided as well": (1, 2),
        "a body resolved": (28, 40),
        "a matter is told to have been decided": (45, 74),
        "decision in note form": (0, 2),
        "enumerated resolution": (9, 9),
        "it was resolved": (2, 5),
        "item under a decision": (263, 370),
        "list of resolutions without lead-in": (48, 59),
        "resolution": (40, 44),
        "sentence under a decision": (5, 21),
    },
    "delegation": {
        "a body is told to have given authority": (6, 7),
        "authority given in a resolution": (67, 79),
        "office-holder may act": (2, 5),
    },
    "ratio": {
        "count and its share": (11, 14),
        "count, and its share of a number near it": (1, 1),
        "further part of a total": (4, 4),
        "item under its total": (16, 16),
        "noun left out": (2, 3),
        "part of a total": (15, 18),
        "parts that add up to a total": (14, 16),
        "share of a total": (1, 1),
        "total referred back to": (9, 10),
        "total that opens its clause": (4, 6),
        "total with the same noun": (0, 1),
    },
    "transfer": {
        "cues of a clause": (10, 13),
        "function named before": (2, 14),
        "functions named after": (0, 3),
        "item under a lead-in": (53, 78),
        "verb of holding": (26, 55),
        "verb of keeping": (13, 21),
        "verb of losing": (4, 11),
        "verb of moving": (9, 28),
        "verb of returning": (80, 125),
        "verb of taking": (21, 37),
    },
}
