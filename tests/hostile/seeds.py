"""What fuzzing begins with: a small paper in each format, in the shapes that its module tells apart."""

import json

from bench import written
from tests.support.drawings import drawn
from tests.support.sheets import cells_of, ods, ods_rows, xls, xlsb

_ROWS = ["Action", "Owner", "Due"], ["Mend the crane", "Ada", "31 May 2027"]
_ROW = "Ref,Action,Owner,Due\n1,Let the stalls,Ada,30 June 2027\n2,Mend the roof,Tom,by Q3 2027/28\n"
_SERVICE = (
    b'<?xml version="1.0"?><getmeetings><committee><committeetitle>Cabinet &amp;amp; Board</committeetitle>'
    b"<committeemeetings><meeting><meetingid>1</meetingid><meetingdate>03/05/2027</meetingdate></meeting>"
    b"</committeemeetings></committee></getmeetings>",
    b"<committees><committee><committeeid>7</committeeid><committeetitle>Cabinet</committeetitle>"
    b"</committee></committees>",
    b"<councillorsbyward><wards><ward><wardtitle>Market</wardtitle><councillors><councillor>"
    b"<fullusername>Councillor Sam</fullusername></councillor></councillors></ward></wards>"
    b"</councillorsbyward>",
)
_TWO_PARTS = (
    b"From: Ada <ada@harrowmere.example>\r\nSubject: =?utf-8?b?U3RhbGxz?=\r\n"
    b"Date: Mon, 3 May 2027 18:00 +0100\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
    b"Content-Type: text/html\r\n\r\n"
    b"<p>RESOLVED: That the stalls be let.</p>\r\n--x\r\nContent-Type: text/plain; name=a.txt\r\n"
    b"Content-Disposition: attachment; filename=a.txt\r\n\r\nAgreed.\r\n--x--\r\n"
)
_STATEMENT = b"""<html><head><title>Written statements</title></head><body><main><h1>Harrowmere</h1>
<p>Statement made on 3 May 2027</p><p>Statement UIN HCWS123</p>
<p>I am minded to return licensing.</p></main></body>"""


def _short(words: bytes) -> bytes:
    return words[:6_000]


def _statement() -> bytes:
    """GOV.UK's content with a change of its own and an attachment."""
    content = json.loads(written.govuk())
    content["details"] = {
        "body": "<p>I am <b>minded</b> to return licensing by 3 May 2027.</p>",
        "attachments": [{"title": "Letter", "url": "https://assets.example/letter.pdf"}],
        "change_history": [{"public_timestamp": "2027-05-03T12:00:00Z", "note": "First published."}],
    }
    return json.dumps(content).encode()


FORMS = {  # what each is read as
    "text": {"text", "csv"},
    "html": {"moderngov", "html", "statement"},
    "service": {"moderngov service"},
    "govuk": {"govuk"},
    "email": {"mail"},
    "word": {"docx"},
    "spreadsheet": {"xlsx", "xlsb", "ods"},
    "xls": {"xls"},
    "pdf": {"pdf"},
}
SEEDS: dict[str, list[bytes]] = {
    "text": [_short(written.text()), _ROW.encode()],
    "html": [_short(written.meeting_page()) + b"</div></body>", _STATEMENT, b"<p>Agreed <b>that</b>"],
    "service": [written.getmeeting(1), *_SERVICE],
    "govuk": [written.govuk(), _statement()],
    "email": [_short(written.email()), _TWO_PARTS],
    "word": [written.docx()],
    "spreadsheet": [written.xlsx(), xlsb(cells_of(*_ROWS)), ods(ods_rows(*_ROWS))],
    "xls": [xls(cells_of(*_ROWS))],
    "pdf": [written.pdf(), drawn("/F1 Do /F1 Do", ""), drawn("/F0 Do /F0 Do")],
}
