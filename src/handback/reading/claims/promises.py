"""Promises and orders to report: what counts as a commitment though no time is stated.

To report, answer, update, supply papers or figures, or look at a matter again.
"""

import re

from handback.reading.claims.resolutions import Clause

_REPORTING = (
    r"(?:receive (?:an?|further|regular|quarterly|monthly|annual) [^.;]{0,40}?(?:reports?|updates?"
    r"|papers?|briefings?)|report(?: back)?|write(?: again\b| back\b|(?: to)? (?:me|us|you|him|her|them"
    r"|[Mm]embers"
    r"|[Cc]ouncillors|the"
    r" (?:Minister|Secretary|Committee|Board|Panel|Council|Cabinet|Leader|House"
    r"|Commissioners?))\b)|come back(?: to)?|bring (?:it|them|[^.;]{1,60}? (?:back )?to|back"
    r"|forward)|send|circulate|look (?:again )?(?:at|into)|look again|go back|let [^.;]{2,60}"
    r" (?:have|see|know)|have (?:another|a) look"
    r"|answer|reply|update|keep [^.;]{2,40} informed|feed back|respond|give (?:an? |the |us |you "
    r"|them )?(?:[^.;]{0,40} )?(?:account|update|report|view|briefing|answer|figures)|review"
    r"|explain|revisit|reconsider|investigate|visit again|check|set out|brief|prepare|provide"
    r"|supply|share|produce|publish|submit|present|return to|follow(?: up)?|go to|be (?:reported"
    r"|brought|presented|circulated|provided|supplied|shared|looked at|reviewed|submitted|told"
    r"|updated|written to|sent|published|kept informed)|pass on|put [^.;]{2,40} to|draw up|speak"
    r" to|raise|take (?:it|this|that|the matter) (?:up|back)|find out|seek)"
)

NEEDS_PAPER = re.compile(
    r"\b(?:send|circulate|provide|supply|share|prepare|produce|publish|submit"
    r"|present|set out|draw up|seek|raise|review|check|put|follow|go to|be (?:provided|supplied|shared"
    r"|published|submitted|sent|reviewed|circulated|presented))\b"
)

PAPER = re.compile(
    r"\b(?:reports?|updates?|papers?|figures?|information|details?|data|briefings?"
    r"|breakdown|notes?|responses?|letters?|answers?|list|summary|numbers?|evidence|accounts?"
    r"|statement|analysis|copy|copies|structure|timetable|breakdown|position|evaluation|proposals|schedule"
    r"|register|findings|results|plans?|matter|options|views|it|them|this|forecast"
    r"|dashboard|models?|minutes)\b",
    re.I,
)

PROMISE = re.compile(
    rf"\b(?P<modal>will|shall|'ll|would|undertook to|undertakes to|undertaken to|promised to"
    rf"|promises to|agreed to|is to|are to|am to|was to|were to|must|has agreed to|have agreed to"
    rf"|had agreed to|offered to|committed to|pledged to)(?: (?:now|also|then|again|besides"
    rf"|therefore|all|each|still|in turn|further|meet monthly, and will|both|in due course|shortly"
    rf"|soon|be able to))* (?P<do>{_REPORTING})\b",
)

PROMISED_THING = re.compile(
    r"(?<!been )\b(?P<modal>promised|undertook|pledged)(?: \w+)? (?:a|an"
    r"|the|full|further|that) ",
    re.I,
)

ASKED_FOR = re.compile(
    r"(?<!been )\b(?P<modal>asked for|requested|called for) (?:an?|further|regular|more|quarterly"
    r"|monthly) (?:[a-z]+ ){0,3}?"
    r"(?:reports?|updates?|papers?|briefings?|notes?|breakdown|figures|information|evidence)\b"
)

_ORDERED = re.compile(
    rf"\b(?:(?P<asked>(?:be |were |was )?(?:asked|requested|instructed|invited|required|told"
    rf"|directed|REQUESTED|ASKED|INSTRUCTED|INVITED))(?P<who> [^.;]{{2,90}}?)? to"
    rf" (?P<todo>{_REPORTING})|(?:further |another |an? (?:[a-z-]+ ){{0,3}})?(?:report|update"
    rf"|paper|briefing|account)s?\b[^.;]{{0,80}}? (?:be|come|go|is|are|should) (?:made|brought"
    rf"|presented|submitted|provided|given|taken|received|considered|back|to)|(?:receive|have"
    rf"|bring|get) (?:a|an|further|regular|another|quarterly|monthly)\b[^.;]{{0,60}}?\b(?:report"
    rf"|update|paper|briefing)s?|(?P<direct>{_REPORTING})\b)",
)


def inner(words: str) -> str:
    """A clause without its word of resolving: "resolved that the Clerk report" leaves "the Clerk report"."""
    return re.sub(
        r"^(?:it was )?(?:resolved|agreed|requested|asked|noted|REQUESTED)(?: that| to)?["
        r" :-]*|^that ",
        "",
        words,
        flags=re.I,
    )


def is_report_order(clause: Clause) -> bool:
    """Whether a clause of a resolution orders a report or the like.

    "That the Harbour Master report back"; "that a further paper be brought"; "to ask Ada to write to us".
    """
    words = inner(clause.words)
    if clause.group.value == "note" and not re.match(r"(?:to )?receive (?:a|an|further|another)\b", words):
        return bool(PROMISE.search(words)) and is_promise(words)
    match = _ORDERED.search(words)
    if match is None:
        return False
    if match["direct"]:
        opens = re.match(
            rf"(?:that |to )?(?:(?:the |it|a |an )?[^,;]{{0,80}}? )?(?:to )?(?={_REPORTING}\b)",
            words[: match.end()],
        )
        verbish = match.start() < 90 and (
            match.start() == 0
            or re.search(r"(?:\bto |\bit |[A-Z][\w']+\)? |[a-z]+s? |\bbe )$", words[: match.start()])
        )
        needs = NEEDS_PAPER.match(match["direct"])
        strong = re.match(
            r"report(?: back)?\b(?! (?:be|and|of|on|as|at|is|was)\b)|be reviewed|look again|come"
            r" back|write|be (?:looked at|reported|brought back)|bring|give|set out|speak to|explain"
            r"|answer|reply",
            match["direct"],
        )
        return bool(
            opens
            and verbish
            and (
                strong
                or (
                    needs
                    and PAPER.search(words[match.end() : match.end() + 50])
                    and match["direct"] not in ("set out", "follow", "review", "check", "submit", "present")
                )
            )
        )
    return True


def is_promise(words: str) -> bool:
    """Whether words promise to report, answer, update or supply papers: "Tom will circulate the figures"."""
    match = PROMISE.search(words)
    if match is None:
        return False
    if NEEDS_PAPER.match(match["do"]):
        return bool(
            PAPER.search(words[match.end() : match.end() + 70]) or PAPER.search(words[: match.start()])
        )
    return True
