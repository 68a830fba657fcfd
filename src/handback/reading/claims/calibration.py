"""How often each rule was right, counted on real documents that people had marked by hand.

Made by `python -m bench.calibration --keep`, from documents that were also studied while the rules
were written; invented passages are left out, since the rules were widened until they read them all.
By type and rule: how many claims were right, of how many found.
"""

MEASURED: dict[str, dict[str, tuple[int, int]]] = {
    "commitment": {
        "aim of a past decision": (3, 3),
        "duty by a time": (1, 2),
        "field of a due date": (2, 2),
        "line of action": (1, 3),
        "order by a time": (6, 6),
        "order to report": (2, 4),
        "plan by a time": (6, 10),
        "present tense at a time to come": (3, 4),
        "promise by a time": (1, 1),
        "promise to report": (7, 10),
        "put off to a time": (0, 1),
        "thing to come at a time": (1, 3),
        "time given for views": (1, 1),
        "told to be coming": (8, 9),
        "will by a time": (10, 14),
    },
    "decision": {
        "a body is told to have decided": (6, 8),
        "a body is told to have decided as well": (1, 1),
        "a body resolved": (8, 14),
        "a matter is told to have been decided": (7, 8),
        "decision in note form": (0, 1),
        "it was resolved": (1, 1),
        "item under a decision": (40, 43),
        "list of resolutions without lead-in": (17, 18),
        "resolution": (8, 8),
    },
    "delegation": {
        "a body is told to have given authority": (1, 3),
        "authority given in a resolution": (13, 16),
    },
    "ratio": {
        "count and its share": (1, 1),
        "further part of a total": (3, 4),
        "noun left out": (2, 2),
        "part of a total": (4, 4),
        "parts that add up to a total": (2, 2),
        "share, part and total": (6, 7),
        "total referred back to": (4, 4),
        "total that opens its clause": (4, 4),
        "total with the same noun": (1, 1),
    },
    "transfer": {
        "function named before": (2, 2),
        "item under a lead-in": (5, 5),
        "verb of holding": (16, 21),
        "verb of keeping": (7, 7),
        "verb of losing": (0, 2),
        "verb of moving": (4, 5),
        "verb of returning": (25, 31),
        "verb of taking": (5, 11),
    },
}
