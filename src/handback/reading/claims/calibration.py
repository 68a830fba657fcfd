"""How often each rule was right, counted on documents that people had marked by hand.

Made by `python -m bench.calibration --keep` from real public pages, each as it was first read: by
a reader whose rules were not mended on it. By type and rule: how many claims were right, of how
many found.
"""

MEASURED: dict[str, dict[str, tuple[int, int]]] = {
    "commitment": {
        "aim of a past decision": (4, 6),
        "deadline named": (4, 5),
        "duty by a time": (9, 14),
        "field of a due date": (10, 11),
        "line of action": (6, 17),
        "order by a time": (25, 33),
        "order to report": (22, 70),
        "plan by a time": (17, 33),
        "present tense at a time to come": (3, 13),
        "promise to report": (36, 66),
        "put off to a time": (6, 7),
        "row of an action table": (1, 1),
        "thing to come at a time": (10, 20),
        "time given for views": (6, 10),
        "time of the lead-in": (0, 1),
        "told to be coming": (20, 24),
        "will by a time": (36, 52),
    },
    "decision": {
        "a body is told to have decided": (40, 64),
        "a body is told to have decided as well": (1, 2),
        "a body resolved": (30, 41),
        "a matter is told to have been decided": (54, 85),
        "decision in note form": (0, 3),
        "enumerated resolution": (14, 16),
        "it was resolved": (2, 5),
        "item under a decision": (291, 388),
        "list of resolutions without lead-in": (51, 61),
        "resolution": (62, 66),
        "sentence under a decision": (5, 19),
    },
    "delegation": {
        "a body is told to have given authority": (5, 6),
        "authority given in a resolution": (60, 66),
        "office-holder may act": (0, 1),
    },
    "ratio": {
        "count and its share": (3, 3),
        "count, and its share of a number near it": (1, 1),
        "further part of a total": (3, 3),
        "item under its total": (12, 12),
        "noun left out": (0, 1),
        "part of a total": (17, 19),
        "parts that add up to a total": (11, 13),
        "share of a total": (1, 1),
        "total referred back to": (7, 8),
        "total that opens its clause": (2, 4),
        "total with the same noun": (0, 1),
    },
    "transfer": {
        "cues of a clause": (13, 18),
        "function named before": (2, 21),
        "functions named after": (0, 3),
        "item under a lead-in": (52, 75),
        "verb of holding": (33, 62),
        "verb of keeping": (13, 20),
        "verb of losing": (4, 13),
        "verb of moving": (17, 36),
        "verb of returning": (84, 127),
        "verb of taking": (35, 66),
    },
}
