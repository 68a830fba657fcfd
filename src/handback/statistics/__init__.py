"""Numbers in, findings out: what varies by chance, what does not, and indices with their uncertainty.

Usable alone: numpy arrays go in, frozen findings come out. Nothing here knows a council, a record or a page,
and nothing but numpy and scipy is needed.

    from handback.statistics.process_control import xmr        # docs/reference/process-control.md
    from handback.statistics.composite import compose, declare  # docs/reference/composite-index.md
    from handback.statistics.neighbours import neighbours
"""
