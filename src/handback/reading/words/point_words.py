"""The words that name a time, and one pattern of all the ways in which they are put together."""

import re

from handback.reading.words.watch import watch

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
SHORT = {"sept": 9} | {name[:3]: n for n, name in enumerate(MONTHS, 1)}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
}
ORDINALS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TO_TWENTY = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)
#: Days of the month in words: "the first", "the twenty-eighth".
DAYS_IN_WORDS = (
    {name: number for number, name in enumerate(_TO_TWENTY, 1)}
    | {f"twenty-{name}": 20 + number for number, name in enumerate(_TO_TWENTY[:9], 1)}
    | {"thirtieth": 30, "thirty-first": 31}
)

_MONTH = (
    "(?:" + "|".join(f"{m.title()}|{m.upper()}" for m in MONTHS) + "|(?:Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec)(?![a-z])(?:\.(?=[ ,]))?)"
)
_YEAR = r"(?:19|20)\d{2}"
_FY = r"(?:FY|[Ff]iscal [Yy]ear) ?"
_FINANCIAL = rf"{_YEAR} ?[/-] ?(?:{_YEAR}|\d{{2}})(?!\d|[/-]\d)"
_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"


#: Where a year ends: also where a copy left no space before the next word: "May 2027Works begin".
_ENDS = r"(?:\b|(?=[A-Z][a-z]))"


def _of_year(name: str) -> str:
    return (
        rf",?(?: (?:of|in))?(?: the)?(?: (?:financial|municipal|council))?(?: year)?,? ?\(?(?:{_FY})?"
        rf"(?P<{name}>{_FINANCIAL}|{_YEAR}|\d{{2}}/\d{{2}}(?!\d|/))"
    )


#: What every name of a time begins with: looked at before the names themselves.
_BEGINS = (
    r"(?=\d|\b(?:[MTWFSJANODQELCH]|week|wk|w/|the |th|s[pueci]|autumn|win|f[iou]|quarter|early|late|mid|clos"
    r"|opening|halfway|t[wet]|eigh|ni|eleven))"
)

POINT = re.compile(
    rf"{_BEGINS}(?:(?:\b(?P<week>week (?:commencing|beginning|starting|of)"
    r"|w/[cb]"
    rf"|wk\.? ?(?:c(?:/?[gb])?|commencing|beginning)) (?:on )?)?(?:\b(?P<weekday>{_WEEKDAY}),? )?"
    r"(?:\b(?:the )?(?:(?P<fromday>\d{1,2})(?:st|nd|rd|th)?(?:, \d{1,2}(?:st|nd|rd|th)?){0,4},?"
    r" ?(?:and|or|&|to|-) ?(?:the )?)?(?P<day>\d{1,2})(?: ?(?:st|nd|rd|th))?(?: day)?"
    rf"(?: (?:of )?)?(?P<month>{_MONTH})(?![a-z])"
    rf"(?:,? (?P<year>{_YEAR}|[12]\d(?= by\b| at \d| - |[,;)]|\.?$)))?"
    rf"|\b(?P<amonth>{_MONTH}) (?P<aday>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<ayear>{_YEAR}){_ENDS}"
    rf"|\b(?P<umonth>{_MONTH}) (?P<uday>\d{{1,2}})(?:st|nd|rd|th)?"
    r"\b(?![\d:%/-]|,\d|\.\d| (?:per|people|of)\b)"
    r"|(?<![\d/.-])(?P<iyear>(?:19|20)\d{2})[-/](?P<imonth>\d{1,2})[-/](?P<iday>\d{1,2})(?![\d/-])"
    r"|(?<![\d/.-])(?P<nday>\d{1,2})(?P<sep>[/.-])(?P<nmonth>\d{1,2})(?P=sep)"
    r"(?P<nyear>(?:19|20)\d{2}|\d{2}(?!\d))(?![\d/-]))"
    rf"|\b(?P<lweekday>{_WEEKDAY}),? (?:the )?(?P<lday>\d{{1,2}})(?:st|nd|rd|th)\b"
    rf"|\b(?P<smonth>{_MONTH})(?:-|-?'| ')(?P<shortyear>\d{{2}})\b(?![-/])"
    rf"|\b(?P<wordday>{'|'.join(sorted(DAYS_IN_WORDS, key=len, reverse=True))}) (?:day )?of"
    rf" (?P<wordmonth>{_MONTH})(?:,? (?P<wordyear>{_YEAR}))?\b"
    rf"|(?:\b(?P<frommonth>{_MONTH})(?: ?[,/] ?{_MONTH}){{0,4}},? ?(?:and/or|or|and|&|/|-|to)"
    rf"(?: ?(?:early|late|mid)[ -])? ?)?\b(?P<month2>{_MONTH}),?(?: of)?"
    rf" ?(?P<year2>{_YEAR}){_ENDS}(?! ?[/-] ?\d{{2}})"
    r"|\b(?:(?P<fromseason>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter) ?(?:and/or|or|and|&|/|-|to)"
    r" ?(?:early |late )?)?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?: term)?"
    rf"(?:,?(?: of)?,? (?P<syear>{_YEAR})(?:[/-]\d{{2,4}})?)?{_ENDS}"
    r"|\b(?:(?P<quarter>first|second|third|fourth|final|1st|2nd|3rd|4th)[ -]quarter(?!'s)"
    r"|[Qq]uarter (?P<quarter2>one|two|three|four|[1-4])\b(?!,\d)"
    rf"|(?:Q|Qtr\.? ?)(?P<quarter3>[1-4])\b)(?:{_of_year('qyear')})?"
    rf"|\b(?:(?P<half>first|second|1st|2nd) half|H(?P<half2>[12])\b){_of_year('hyear')}"
    r"|\b(?:(?:[Ee]arly|[Mm]id)[ -]to[ -])?(?P<early>[Ee]arly|[Ll]ate|[Mm]id(?:dle|point)?|[Oo]pening"
    r"|[Ff]irst (?:few|couple)|[Cc]losing|[Ff]inal|[Hh]alfway)(?: (?:months?|weeks?|stages))?[ -]"
    rf"(?:in |(?:part )?of |through )?(?P<eyear>{_YEAR})\b(?! ?[/-] ?\d)"
    rf"|\b{_FY}(?P<fyears>\d{{2}}/\d{{2}}|(?P<fyear>(?:20)?\d{{2}}))(?![\d/])"
    rf"|(?<![\d/£.,-])(?P<financial>{_FINANCIAL})"
    r"|(?:(?<=\bin )|(?<=\bby )|(?<=\bfor )|(?<=\bfrom )|(?<=\bduring )|(?<=\bend of ))"
    r"(?P<shortyears>\d{2}/\d{2})(?![\d/])"
    rf"|(?<![\d/£.,-])(?P<bare>{_YEAR})\b(?!,\d|[/-]\d|\.\d)"
    rf"|\bChristmas(?: (?:Day|(?P<eve>Eve)))?,? (?P<xyear>{_YEAR})\b"
    rf"|\b(?P<bmonth>{_MONTH})\b)"
)


#: A digit, a season, a quarter or the name of a month. The letters that these begin with come first, since a
#: search for one of some letters is the quickest that there is.
NEAR_A_POINT = re.compile(
    r"[\dSsAaWwQqJFMOND](?:(?<=\d)\d*|(?:(?<=[Ss])(?:pr|umm)|(?<=[Aa])utu|(?<=[Ww])int)(?:ing|er|mn)\b"
    r"|(?<=[Qq])uarter\b|(?<=\bJ)(?:an|un|ul|AN|UN|UL)|(?<=\bF)(?:eb|EB)|(?<=\bM)(?:ar|ay|AR|AY)"
    r"|(?<=\bA)(?:pr|ug|PR|UG)|(?<=\bS)(?:ep|EP)|(?<=\bO)(?:ct|CT)|(?<=\bN)(?:ov|OV)|(?<=\bD)(?:ec|EC))"
)


#: The letters of all that tells of a point of time.
TELLING = watch(letters=(*"0123456789", *(month[:3] for month in MONTHS), *SEASONS, "quarter"))
