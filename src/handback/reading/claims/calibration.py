"""How often each rule was right, counted on documents that people had marked by hand.

Made by `python -m bench.calibration --keep`, from documents that were also studied while the
rules were written; invented passages are left out, for rules were widened until they read them.
By type and rule: how many claims were right, of how many found.
"""

MEASURED: dict[str, dict[str, tuple[int, int]]] = {
    "commitment": {
        "aim of a past decision": (2, 2),
        "duty by a time": (1, 1),
        "field of a due date": (1, 1),
        "line of action": (2, 2),
        "order by a time": (16, 16),
        "order to report": (1, 4),
        "plan by a time": (9, 10),
        "present tense at a time to come": (2, 3),
        "promise by a time": (2, 2),
        "promise to report": (3, 4),
        "row of an action table": (2, 3),
        "thing to come at a time": (6, 6),
        "time given for views": (1, 1),
        "told to be coming": (6, 8),
        "will by a time": (8, 9),
    },
    "decision": {
        "a body is told to have decided": (2, 2),
        "a matter is told to have been decided": (6, 7),
        "item under a decision": (72, 77),
        "list of resolutions without lead-in": (2, 2),
        "resolution": (5, 5),
        "sentence under a decision": (1, 1),
    },
    "delegation": {
        "authority given in a resolution": (11, 11),
        "office-holder may act": (0, 1),
    },
    "ratio": {
        "count and its share": (0, 2),
        "count, and its share of a number near it": (4, 4),
        "further part of a total": (4, 4),
        "noun left out": (1, 1),
        "part of a total": (19, 20),
        "parts that add up to a total": (5, 5),
        "total referred back to": (6, 6),
        "total that opens its clause": (2, 2),
    },
    "transfer": {
        "function named before": (4, 4),
        "verb of holding": (6, 6),
        "verb of keeping": (3, 3),
        "verb of losing": (1, 4),
        "verb of moving": (0, 4),
        "verb of returning": (18, 22),
        "verb of taking": (1, 2),
    },
}
