"""A language model is asked over a real connection; whatever its server does becomes one plain refusal."""

import pytest

from handback.outside.language_model import AddressRefused, LanguageModel
from handback.reading.second import NotAnswered
from tests.support.language_model import serving


@pytest.fixture
def server():
    with serving() as begun:
        yield begun


def model(server, **settings) -> LanguageModel:
    return LanguageModel(server.address, "small", "secret", sleep=lambda _: None, **settings)


def test_a_good_answer_comes_with_what_it_took(server):
    answer = model(server).ask([{"role": "user", "content": "x"}])

    assert (answer.words, answer.tokens_sent, answer.tokens_received) == ('{"claims": []}', 12, 3)
    assert (server.seen[0]["model"], server.seen[0]["key"]) == ("small", "Bearer secret")


def test_a_busy_server_is_asked_once_more(server):
    server.behaviour = "busy_once"

    assert model(server).ask([]).words
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        ("busy", "status 503"),
        ("elsewhere", "status 307"),
        ("nonsense", "not a model's answer"),
        ("wordless", "no words"),
        ("endless", "larger than any answer"),
        ("dripping", "did not answer within"),
        ("slow", "did not answer within"),
    ],
)
def test_a_server_that_answers_badly_is_said_plainly(server, behaviour, said):
    server.behaviour = behaviour

    with pytest.raises(NotAnswered, match=said):
        model(server, seconds=0.5).ask([])


def test_a_server_that_is_not_there_is_said():
    with pytest.raises(NotAnswered, match="could not be reached"):
        LanguageModel("http://127.0.0.1:9/v1", "small").ask([])


@pytest.mark.parametrize("address", ["http://models.example/v1", "ftp://127.0.0.1", "file:///etc/passwd", ""])
def test_a_document_goes_only_over_tls_or_to_this_machine(address):
    with pytest.raises(AddressRefused):
        LanguageModel(address, "small")


@pytest.mark.parametrize(
    "address",
    [
        "https://models.example@elsewhere.example/v1",
        "https://ada:word@models.example/v1",
        "http://elsewhere.example\\@localhost/v1",
        "https://models.example/v1?key=word",
        "https://models.example/v1#x",
        "http://[::1",
        "http://localhost:abc",
        "https://",
        "https://models.example/\n",
    ],
)
def test_an_address_that_could_be_misread_or_holds_a_secret_is_refused_unprinted(address):
    with pytest.raises(AddressRefused) as refused:
        LanguageModel(address, "small")

    assert "word" not in str(refused.value)


@pytest.mark.parametrize("key", ["secret\n", "s\u00e9cret", "secret\x00", "secret ", " secret", "sec ret"])
def test_a_key_that_no_header_can_hold_is_refused_unprinted(server, key):
    with pytest.raises(AddressRefused) as refused:
        LanguageModel(server.address, "small", key)

    assert key.strip() not in str(refused.value)


def test_authorities_that_cannot_be_used_are_said_and_nothing_is_asked(server, tmp_path):
    with pytest.raises(NotAnswered, match="holds no certificate authorities"):
        model(server, ca_file=str(tmp_path / "none.pem")).ask([])

    assert server.seen == []


def test_the_key_is_never_printed(server):
    assert "secret" not in repr(model(server))
