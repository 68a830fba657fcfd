"""How often each rule was right, counted on documents that people had marked by hand.

Made by `python -m bench.calibration --keep`, from documents most of which were also studied while
the rules were written; the passages of the tests are left out: rules were widened to read them.
By type and rule: how many claims were right, of how many found.
"""

MEASURED: dict[str, dict[str, tuple[int, int]]] = {
    "commitment": {
        "aim of a past decision": (2, 2),
        "deadline named": (1, 1),
        "duty by a time": (28, 31),
        "field of a due date": (8, 8),
        "line of action": (18, 22),
        "order by a time": (89, 91),
        "order to report": (14, 23),
        "plan by a time": (75, 76),
        "present tense at a time to come": (10, 11),
        "promise by a time": (16, 16),
        "promise to report": (54, 59),
        "put off to a time": (4, 4),
        "row of an action table": (33, 37),
        "thing to come at a time": (6, 8),
        "time given for views": (17, 18),
        "told to be coming": (32, 32),
        "will by a time": (80, 85),
    },
    "decision": {
        "a body is told to have decided": (72, 74),
        "a body is told to have decided as well": (4, 4),
        "a body resolved": (24, 24),
        "a matter is told to have been decided": (37, 38),
        "decision in note form": (4, 4),
        "enumerated resolution": (11, 11),
        "it was resolved": (3, 3),
        "item under a decision": (278, 287),
        "list of resolutions without lead-in": (3, 4),
        "resolution": (56, 56),
        "sentence under a decision": (8, 9),
        "verb in capitals": (3, 3),
    },
    "delegation": {
        "a body is told to have given authority": (5, 5),
        "authority given in a resolution": (61, 61),
        "office-holder may act": (12, 12),
    },
    "ratio": {
        "count and its share": (1, 2),
        "count, and its share of a number near it": (22, 22),
        "further part of a total": (11, 12),
        "further share of a total": (3, 3),
        "noun left out": (3, 5),
        "part of a total": (145, 147),
        "parts that add up to a total": (25, 26),
        "row of a table": (11, 11),
        "share of a total": (2, 2),
        "share, part and total": (3, 3),
        "total referred back to": (46, 46),
        "total that opens its clause": (20, 20),
    },
    "transfer": {
        "cues of a clause": (2, 4),
        "function named before": (12, 19),
        "item under a lead-in": (47, 53),
        "row of a table": (19, 22),
        "verb of holding": (106, 112),
        "verb of keeping": (21, 23),
        "verb of losing": (1, 6),
        "verb of moving": (17, 18),
        "verb of returning": (89, 99),
        "verb of taking": (12, 13),
    },
}
