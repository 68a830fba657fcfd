"""A block tells at once whether it says more than its label, however many words it is made of."""

from hypothesis import given
from hypothesis import strategies as st

from handback.reading import read
from handback.reading.bulk.limits import time_limit
from handback.reading.formats.walk import Frame, Piece, tidy

PIECES = st.lists(
    st.tuples(st.sampled_from(["a", " ", "\u200b", "b c", " d", "e\n", "\u200b f"]), st.booleans())
)


@given(PIECES)
def test_it_says_more_where_its_words_are_not_those_of_its_label(pieces):
    block = Piece(Frame("p", 0))
    for words, is_label in pieces:
        if is_label:
            block.labels[len(block.words)] = words
        block.words.append(words)

        assert block.says_more() is (tidy("".join(block.words)) != tidy(block.label))


def test_a_block_of_a_great_many_labels_is_read_in_step_with_its_size():
    labels = '<span class="mgLabel" title="of no use to anybody">a</span>' * 40_000
    page = f'<div id="modgov"><h1 class="mgMainTitleTxt">Meeting</h1><p>{labels}</p></div>'

    with time_limit(15, kill=False):
        assert read(page.encode()).format == "moderngov"
