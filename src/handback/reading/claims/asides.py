"""What is left out of a sentence before its clauses are read: "however", "she said", "from 1 May"."""

from collections.abc import Iterator

from handback.reading.words.beginnings import sought
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import waits

_SAID = (
    r"(?:sa(?:id|ys)|(?:add|announc|confirm|explain|stress|report|insist|claim|comment|stat|warn|argu|conclud"
    r"|continu)e?[sd]|added|confirmed|explained|stressed|reported|insisted|claimed|commented|warned"
    r"|wr(?:ote|ites)"
    r"|repli(?:ed|es)|told [^,.]{3,30})"
)
_ASIDE = sought(
    r"\""
    r"| \((?:[a-h]|[ivx]{1,4}|\d)\)(?= (?:return|leave|keep|retain|restore|hand|give|transfer|pass|take"
    r"|move|remove) )"
    r"|, (?:formerly|previously|hitherto|once|until (?:then|now|recently)|before that)"
    r" [^,;:]{3,80},(?= )"
    r"|, (?:but )?not [^,;:]{3,60},(?= )"
    r"|, (?:however|therefore|moreover|meanwhile|in turn|too|as a result|accordingly|for now"
    r"|for the (?:time being|moment)"
    r"|in (?:time|my view|our view|fact|short|principle|due course|the meantime|effect)"
    r"|of course|indeed|again"
    r"|as (?:before|planned|expected|we (?:said|proposed))"
    r"|at (?:last|present|least)|by contrast|also|then"
    r"|(?:subject to|following|with effect from|as from|having|pending) [^,]{2,80}"
    r"|(?:an? |two |three |four |five |six |some |\d+ )(?:years?|months?|weeks?|days?)"
    r" (?:later|earlier|ago|before|on)"
    r"|if all goes (?:well|smoothly|to plan|as planned)"
    r"|(?:from|on|since|until|after|before|by|in|for|at|under) [^,]{2,60}?),(?= )"
    rf"|(?:,| -) (?:as )?(?:[\w'.]+ ){{1,5}}{_SAID}(?=[,.]|$| -),?(?= to )?"
    rf"|,\"? {_SAID} (?:[A-Z][\w']+ ?|the [a-z]+ ?){{1,5}}(?=[,.]|$),?"
    rf"|,\"? (?:[A-Z][\w']+ ){{1,4}}{_SAID}(?=[,.]|$),?"
    r"|,(?: [\w']+){1,5} (?:has|have) (?:decided|directed|ordered|announced|confirmed)(?=\.?$)"
    r"|,? \((?:not |except|exclud|also |see |as |paragraph |section |\d|\"|the \"|for |other than )"
    r"[^()]{0,120}\)"
    r"|(?:(?<=\bwill)|(?<=\bshall)|(?<=\bwould)|(?<=\bare to)|(?<=\bis to))"
    r" (?:from|on|with effect from|in|until|after|by|as from) [^,;.]{3,40}?"
    r"(?= (?:once )?(?:again )?(?:be|resume|exercise|take|regain|run|return|pass|keep|retain) )"
    r"|(?<=[A-Za-z)]), (?:which|who|where) [^,;:]{3,140},(?= (?:[a-z]+ ){0,3}"
    r"(?:be|is|are|was|were|will|would|shall|should|has|have|had|must|can|could|took|gave|kept|held|ran"
    r"|lost|won|came|went|put|got|left|[a-z]+s|[a-z]+ed) )"
    r"|(?:(?<=owers)|(?<=nctions)|(?<=rvices)|(?<=reas)) (?:which|that) (?:the )?"
    r"(?:[Cc]ommissioners?|[Cc]ouncil|they|we)(?: \w+)?"
    r" (?:hold|exercise|have|held|exercised|took|control|run|took over)"
    r"(?= (?:will|would|are|were|is|was|have|has|should|can|could)\b)"
    r"|(?:(?<=owers)|(?<=nctions)|(?<=rvices)|(?<=reas)) (?:which|that)"
    r" (?:are|is|were|was|have been|had been|has been) (?:\w+ly |now )?"
    r"(?:handed|given|taken|transferred|passed|moved|removed|granted|held|exercised|run) [^,;.]{0,60}?"
    r"(?= (?:will|would|are|were|is|was|have|has|should|can|could)\b)"
    r"|(?:(?<=owers)|(?<=nctions)|(?<=rvices)|(?<=reas)) (?:\w+ly |now )?(?:held|exercised|run|controlled)"
    r" by [^,.;]{3,50}?(?= (?:will|would|have|has"
    r"|(?:are|were) (?:(?:now|all|being|to be|again) )*(?:back\b|under\b|with\b|taken|given|[a-z]+ed\b)))"
    r"|(?:(?<=sponsibility)|(?<=\bcontrol)|(?<=\bcharge)) (?:today|yesterday|immediately|formally)"
    r"(?= (?:(?:for|of|over)\b|\())"
    r"|(?:(?<=\bis)|(?<=\bare)|(?<=\bwas)|(?<=\bwere)) (?:among )?the"
    r" (?:first|last|next|latest|second|only)(?: (?:two|three|four|functions?|powers?|services?|areas?))*"
    r" to be(?= [a-z]+(?:ed|en|back)\b)"
    r"|(?:(?<=\bis)|(?<=\bare)|(?<=\bwas)|(?<=\bwere)|(?<=\bbe))"
    r" (?:at present|at the moment|for now|for the time being|in future|in practice|in effect|at all times"
    r"|in turn|in law|on paper)(?= )"
)


_RELATIVE = waits(
    r"(?P<what>[^,;:.]{3,120}), which (?:the |our |their |its )?(?:[Cc]ommissioners?|[Cc]ouncil"
    r"|[Aa]uthority|[Cc]abinet|[Mm]embers|we|I"
    r"|they|it|[Tt]rust)\b[^,;]{3,120}(?=, )"
)


#: "Harrowmere Council, which is now in charge of care, said": of a holder and not of a function.
_OF_HOLDER = waits(
    r"(?P<what>(?:[Tt]he |[A-Z][\w'-]+ ){0,5}(?:[Cc]ouncil|[Cc]ommissioners"
    r"|[Tt]rust|company|[Aa]uthority|[Bb]orough)), which"
    r" (?:is|are|has|have|now|currently|still|also|took|takes|runs|ran|holds|held|exercises?|looks?"
    r"|won|regained|lost|kept)"
    r" [^,;]{3,120}(?=, |,? as of )"
)


def relatives(sentence: Sentence) -> Iterator[Sentence]:
    """The asides that state something of their own, with what they are about: "youth work, which the Council
    kept, ..."."""
    words = sentence.words
    for found in (*_RELATIVE.finditer(words), *_OF_HOLDER.finditer(words)):
        first, last = found.span()
        at = sentence.at[first:last] if sentence.at else None
        yield Sentence(found[0], sentence.place(first), at)


def without_asides(sentence: Sentence) -> tuple[Sentence, str]:
    """A sentence without its asides, and the words of those; what is kept knows its place in the document."""
    words, here = sentence.words, 0
    pieces: list[str] = []
    asides = ""
    at: list[int] = []
    for aside in _ASIDE.finditer(words):
        if _CLAUSE_INSIDE.match(aside[0]):
            continue
        pieces.append(words[here : aside.start()])
        at.extend(sentence.place(n) for n in range(here, aside.start()))
        here = aside.end()
        asides += aside[0]
    if not pieces:
        return sentence, ""
    pieces.append(words[here:])
    at.extend(sentence.place(n) for n in range(here, len(words)))
    return Sentence("".join(pieces), sentence.start, tuple(at)), asides


#: ", by paragraph 3 the Commissioners are to exercise,": a statement, and no aside.
_CLAUSE_INSIDE = waits(
    r", (?:from|on|since|until|after|before|by|in|for|at|under) [^,]*"
    r"\b(?:[Cc]ommissioners?|[Cc]ouncil|[Aa]uthority|[Mm]embers) (?:will|shall|is|are|has|have)\b"
)
