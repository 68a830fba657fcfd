"""Words before anybody asks what they claim: sentences, and the days, quarters and seasons that they state.

Formats, claims, trackers and the second reader all read days, and rest on this room. It knows none of them.
"""
