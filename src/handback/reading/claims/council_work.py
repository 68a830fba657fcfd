"""The usual names of what councils do: they tell a function from other things that are moved or kept."""

import re

from handback.reading.claims.frame_words import one_of
from handback.reading.claims.word_search import WordSearch
from handback.reading.words.beginnings import sought

_STEMS = (
    "accounts|adoption|adult|advocacy|air quality|allocation|allotment|allowance|animal welfare|appoint"
    "|remov|archive|art"
    "|asset|audit(?!or)|award"
    "|beach|benefit|borrowing|bridge|business rate|bye?-?law|bereavement|bin|budget|building control"
    "|building regulation|burial|bus"
    "|care|car park|carer|catering|cemeter|cemetar|child|clean|coast|cohesion|commercial|communicat"
    "|communit|complaint|conservation|contract manag|corporate|council tax|counter-fraud|crematori"
    "|cultur|customer|debt"
    "|democra|depot|dog warden|early years|coroner|companies|council compan|fees and charges|footpath"
    "|foreshore|hackney|hostel|kennel|nuisance|payroll|paths|rates\\b|reablement|rights of way|rough sleep"
    "|sewer|skills|tenanc|weights and measures|woodland|verges?\\b|key worker|looked after"
    "|development|digital|dismiss|disposal|domestic|drain|early help|econom|education|elderly"
    "|elect|emergency|employ|energy|enforcement|environment|equalit|estate|event|fair|famil|ferr|financ"
    "|fire|fleet|flood"
    "|foster|garden|gambling|governance|grant|graves|grounds|grit|growth|harbour|harbor|health|heritage"
    "|highway"
    "|hiring|home|homeless|hous|human resource|infrastructure|insurance|internal|invest|land"
    "|learning|legal|leisure|lettings?|levelling|librar|licen[cs]|lighting|local plan|looked-after"
    "|maintenance|marina|market"
    "|mental|mortuar|museum|music|nurser|officer|open space|park|partnership|pay|pavement|pension"
    "|performance|personnel"
    "|pest|pier|planning|playground|play area|policy|policies|pollution|port|power(?!ed)|procure|promenade"
    "|propert|protection"
    "|pupil|quay|recover|recruit|recycl|refuse|regenerat|registr|regulat|rent|repair|research"
    "|respite|revenue|road|safeguard|safety|sale|school|scrutiny|sea defence|social|special"
    "|spending|sport|staffing|standards|strateg|street|support|surveying|swimming|taxi|technolog|theatre"
    "|tip|toilet"
    "|tourism"
    "|town centre|town hall|trading|traffic|training|transformation|transport|travel|treasury|tree|vehicle"
    "|voluntary|warden|waste"
    "|water|welfare|well-?being|workforce|workshop|young|youth|zoo"
)
_SERVICE = sought(
    rf"\b(?:(?:{_STEMS})\w*|(?-i:HR|IT|ICT|SEND?|HRA|EHCPs?)|arts|policing|streets|gritting|planning|pay)\b",
    re.I,
)
_WRAPPED = re.compile(
    r"\b(?:functions?|powers?|responsibilit\w+|services?|duties|duty|control|running|decisions?"
    r"|decision[- ]making|authority over|charge of|final say)\b",
    re.I,
)
#: Trusts, commissioners and directions that have nothing to do with a council's functions.
_OTHER_TRUSTS = one_of(
    "academy academies foundation nhs hospital hospitals school schools healthcare national wildlife"
    " charitable charity public pension"
)
_OTHER_COMMISSIONERS = one_of(
    "crime information traffic charity health electoral boundary police gambling parliamentary children's"
    " standards patient victims'"
)
_ACTS = (
    r"(?=[^.]{0,60}?\b(?:took|taken?|takes|taking|remov\w+|return\w*|restor\w+|hand\w*|direct(?:s|ed|ions?)"
    r"|minded|interven\w+|functions|control|moved?|transferred)\b)"
)
_INTERVENING = WordSearch(
    (
        "commissioners?"
        + "".join(
            f"(?<!{kind} commissioner)(?<!{kind} commissioners)" for kind in sorted(_OTHER_COMMISSIONERS)
        ),
        "directions?(?<!view directions)(?<!get directions)(?<!for directions)",
        f"secretary of state{_ACTS}",
        f"minister(?<!prime minister){_ACTS}",
        "intervention",
        "trust(?! board| in\\b| that\\b| schools?)"
        + "".join(f"(?<!{kind} trust)" for kind in sorted(_OTHER_TRUSTS)),
        "by (?:the |a )?police(?:, fire)? and crime commissioner",
        "whitehall",
        "envoys?",
        "minded to",
        "special measures",
        "designation notice",
        "government (?:has |had )?(?:today )?(?:stripped|handed back|taken (?:powers|over))",
        "ordered by (?:the )?(?:government|department|minister|secretary of state)",
        "government(?: hands| control|-appointed)",
        *(f"{name} (?:set up|established|appointed|owned)" for name in ("company", "organisation", "panel")),
    )
)

_DEVOLVED = WordSearch(("combined (?:county )?authority", "strategic authority", "metro mayor"))


def is_service(name: str) -> bool:
    """Whether a name holds a usual word for something that councils do."""
    return bool(_SERVICE.search(name))


def speaks_of_functions(words: str) -> bool:
    """Whether words say plainly that functions, powers or control are meant."""
    return bool(_WRAPPED.search(words))


def speaks_of_intervention(words: str) -> bool:
    """Whether words name somebody or something that only an intervention has."""
    return _INTERVENING.is_in(words) or _DEVOLVED.is_in(words)


def speaks_of_devolution_alone(words: str) -> bool:
    """Whether words name a combined authority and nobody who only comes with an intervention: what its mayor
    is given was no function of a council."""
    return _DEVOLVED.is_in(words) and not _INTERVENING.is_in(words)
