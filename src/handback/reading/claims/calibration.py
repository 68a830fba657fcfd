"""How often each rule was right, counted on documents that people had marked by hand.

Made by `python -m bench.calibration --keep`, from documents that were also studied while the
rules were written; invented passages are left out, for rules were widened until they read them.
By type and rule: how many claims were right, of how many found.
"""

MEASURED: dict[str, dict[str, tuple[int, int]]] = {
    "commitment": {
        "aim of a past decision": (2, 2),
        "duty by a time": (4, 4),
        "field of a due date": (1, 1),
        "line of action": (3, 4),
        "order by a time": (21, 22),
        "order to report": (1, 6),
        "plan by a time": (11, 12),
        "present tense at a time to come": (3, 3),
        "promise by a time": (3, 3),
        "promise to report": (3, 5),
        "row of an action table": (2, 3),
        "thing to come at a time": (6, 6),
        "time given for views": (1, 1),
        "told to be coming": (7, 9),
        "will by a time": (12, 14),
    },
    "decision": {
        "a body is told to have decided": (6, 6),
        "a body resolved": (1, 1),
        "a matter is told to have been decided": (6, 7),
        "item under a decision": (77, 83),
        "list of resolutions without lead-in": (2, 2),
        "resolution": (6, 6),
        "sentence under a decision": (1, 1),
    },
    "delegation": {
        "authority given in a resolution": (12, 12),
        "office-holder may act": (1, 1),
    },
    "ratio": {
        "count and its share": (0, 2),
        "count, and its share of a number near it": (6, 6),
        "further part of a total": (4, 4),
        "noun left out": (1, 1),
        "part of a total": (28, 31),
        "parts that add up to a total": (5, 5),
        "total referred back to": (8, 8),
        "total that opens its clause": (2, 2),
    },
    "transfer": {
        "function named before": (4, 4),
        "item under a lead-in": (3, 3),
        "row of a table": (2, 4),
        "verb of holding": (12, 15),
        "verb of keeping": (4, 5),
        "verb of losing": (1, 6),
        "verb of moving": (3, 3),
        "verb of returning": (20, 24),
        "verb of taking": (1, 2),
    },
}
