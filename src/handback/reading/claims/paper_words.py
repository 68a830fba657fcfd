"""What a report, an update or figures are called."""

import re

from handback.reading.words.watch import waits

PAPER = waits(
    r"\b(?:reports?|updates?|papers?|figures?|information|details?|data|briefings?|breakdowns?"
    r"|notes?|responses?|letters?|answers?"
    r"|repl(?:y|ies)|lists?|summary|summaries|numbers?|evidence|accounts?|statements?|analysis"
    r"|cop(?:y|ies)|timetables?|evaluation"
    r"|proposals?|schedules?|registers?|logs?|findings|results?|plans?|matter|options|views"
    r"|forecasts?|dashboards?|bulletins?"
    r"|presentations?|explanations?|clarification|assurances?|feedback|business case|reviews?"
    r"|drafts?|links?|maps?|slides|table|position"
    r"|comparisons?|statistics|costings?|policy|strategy|models?|outcomes?|conclusions"
    r"|recommendations|item|issue|document|addend(?:um|a)|appendix|file"
    r"|guidance|terms of reference|tracker|workshop|criteria|structure|framework|programme)\b",
    re.I,
)
