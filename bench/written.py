"""Documents written for the measurements, in each format that is read: papers of the borough of Harrowmere.

All hold the same meeting: forty items, of which every fourth decides something, in ordinary prose.
"""

import json
from html import escape
from io import BytesIO

ITEMS = 40
PROSE = (
    "Ada introduced the report, which set out the position of the service at the end of the last quarter.",
    "Members asked about the state of the market hall and heard that its roof had been seen to in spring.",
    "It was pointed out that several stalls stood empty on most weekdays, and that the rents had not moved.",
    "Tom thanked the officers for a clear paper and said that residents would want to know what came next.",
    "Questions were put on the cost of the lifts, the state of the wiring and the hours of the caretakers.",
)
DECIDED = (
    "That the lettings policy set out at Appendix A be approved.",
    "That authority be delegated to the Director of Place, in consultation with the Leader, to let them.",
    "That the Director of Place report back by 30 September 2027.",
    "That it be noted that 28 of 41 stalls (68%) were let.",
)


def _item(number: int) -> tuple[str, list[str], list[str]]:
    """Title, minutes and resolutions of one item."""
    told = [PROSE[(number + n) % len(PROSE)] for n in range(4)]
    return f"Market matters, part {number}", told, list(DECIDED) if number % 4 == 0 else []


def paragraphs() -> list[str]:
    """The meeting as paragraphs, a heading and its minutes for each item."""
    lines = ["Harrowmere Cabinet", "Minutes of the meeting held on 3 May 2027"]
    for number in range(1, ITEMS + 1):
        title, told, decided = _item(number)
        lines += [f"{number}. {title}", " ".join(told)]
        if decided:
            lines += ["RESOLVED:", *(f"({n}) {clause}" for n, clause in enumerate(decided, 1))]
    return lines


def text() -> bytes:
    """Plain text."""
    return "\n\n".join(paragraphs()).encode()


def meeting_page(*, number: int = 0) -> bytes:
    """A ModernGov page of a meeting's agenda, decisions and minutes."""
    rows = "".join(_row(n) for n in range(1, ITEMS + 1))
    menu = "".join(f'<li><a href="mgListThings{n}.aspx?bcr=1">Things {n}</a></li>' for n in range(60))
    page = f"""<!DOCTYPE html><html lang="en"><head><title>Agenda for Cabinet on Monday 3 May 2027</title>
<meta name="DC.title" content="Agenda for Cabinet on Monday, 3 May 2027, 6.00 pm"/>
<meta name="DC.date" scheme="W3CDTF" content="2027-05-03"/></head><body><nav><ul>{menu}</ul></nav>
<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">Agenda, decisions and minutes</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt"><a href="mgCommitteeDetails.aspx?ID=7">Cabinet</a>
 - Monday 3 May 2027 6.00 pm</h2></div>
<div class="mgContent"><p><span class="mgLabel">Venue: </span>Market Hall, Harrowmere</p>
<table class="mgItemTable" id="mgItemTable"><caption class="mgSectionTitle">Items</caption>
<tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>{rows}</table></div></div>
<!-- {number} --></body></html>"""
    return page.encode()


def _row(number: int) -> str:
    title, told, decided = _item(number)
    minutes = "".join(f"<p>{escape(words)}</p>" for words in told)
    clauses = "".join(f"<li>{escape(clause)}</li>" for clause in decided)
    resolved = f"<p><b>RESOLVED:</b></p><ol>{clauses}</ol>" if decided else ""
    return f"""<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">{number}.</p></td><td>
<p class="mgAiTitleTxt"><a name="AI{number}"></a><a href="mgAi.aspx?ID={number}">{title}</a></p>
<ul class="mgActionList"><li><a href="documents/s{number}/Report.pdf">Report {number}
 <span class="mgFileSize">PDF 40 KB</span></a></li></ul>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">{minutes}{resolved}</div></td></tr>"""


def getmeeting(number: int) -> bytes:
    """The answer of ModernGov's web service to GetMeeting."""
    items = "".join(
        f"<agendaitem><agendaitemid>{n}</agendaitemid><agendaitemnumber>{n}</agendaitemnumber>"
        f"<agendaitemtitle>{_item(n)[0]} &amp;amp; more</agendaitemtitle><linkeddocuments><linkeddoc>"
        f"<title>Report {n}</title><url>http://harrowmere.example/documents/s{n}/Report.pdf</url>"
        "<isrestricted>False</isrestricted></linkeddoc></linkeddocuments></agendaitem>"
        for n in range(1, ITEMS + 1)
    )
    members = "".join(
        f'<attendee name="Councillor {n}" memberid="{n}" attendance="Expected" role="Member"/>'
        for n in range(12)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><meeting><webservice><version>1</version></webservice>'
        f"<meetingid>{number}</meetingid><meetingdate>03/05/2027</meetingdate><meetingtime>18.00</meetingtime>"
        "<meetingstatus>Confirmed</meetingstatus><meetinglocation>Market Hall</meetinglocation>"
        f"<committeeid>7</committeeid><committeetitle>Cabinet</committeetitle><agendaid>{number}</agendaid>"
        "<agendapublished>True</agendapublished><decisionpublished>False</decisionpublished>"
        f"<minutepublished>False</minutepublished><agendaitems>{items}</agendaitems>"
        f"<attendees>{members}</attendees></meeting>"
    ).encode()


def govuk() -> bytes:
    """GOV.UK's content as JSON."""
    body = "".join(f"<p>{escape(words)}</p>" for words in paragraphs())
    content = {
        "base_path": "/government/publications/harrowmere",
        "title": "Harrowmere: first report",
        "document_type": "correspondence",
        "schema_name": "publication",
        "public_updated_at": "2027-05-03T12:00:00.000+01:00",
        "first_published_at": "2027-05-03T12:00:00.000+01:00",
        "details": {"body": f'<div class="govspeak">{body}</div>'},
        "links": {"organisations": [{"title": "Department for Boroughs"}]},
    }
    return json.dumps(content).encode()


def email() -> bytes:
    """A message with the minutes as its words."""
    words = "\r\n\r\n".join(paragraphs())
    head = (
        "From: Ada <ada@harrowmere.example>\r\nTo: Tom <tom@harrowmere.example>\r\nSubject: Minutes\r\n"
        "Date: Mon, 3 May 2027 18:00:00 +0100\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n"
    )
    return (head + words).encode()


def docx() -> bytes:
    """A Word document."""
    from docx import Document

    made, kept = Document(), BytesIO()
    for words in paragraphs():
        made.add_paragraph(words, style="Heading 2" if words[0].isdigit() else None)
    made.save(kept)
    return kept.getvalue()


def xlsx() -> bytes:
    """A spreadsheet of actions."""
    from openpyxl import Workbook

    book, kept = Workbook(), BytesIO()
    sheet = book.create_sheet("Actions", 0)
    sheet.append(["Ref", "Action", "Owner", "Due", "Status"])
    for number in range(1, 201):
        sheet.append([number, f"Let stall {number}", "Director of Place", "30 September 2027", "Open"])
    book.save(kept)
    return kept.getvalue()


def pdf() -> bytes:
    """A PDF of several pages with a text layer, one column."""
    lines = [line for words in paragraphs() for line in (*_wrapped(words), "")]
    pages = [lines[at : at + 48] for at in range(0, len(lines), 48)]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for page in pages:
        stream = b"BT /F1 11 Tf 14 TL 60 780 Td " + b" ".join(
            b"(" + line.replace("(", "\\(").replace(")", "\\)").encode("latin-1") + b") '" for line in page
        )
        stream += b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), listed)
    return _file(objects)


def _wrapped(words: str, *, width: int = 90) -> list[str]:
    lines, line = [], ""
    for word in words.split():
        if len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def _file(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            size,
            table,
            size,
            len(out),
        )
    )


FORMATS = {
    "plain text": text,
    "ModernGov page": meeting_page,
    "ModernGov GetMeeting": lambda: getmeeting(1),
    "GOV.UK content": govuk,
    "e-mail": email,
    "Word": docx,
    "spreadsheet": xlsx,
    "PDF": pdf,
}
