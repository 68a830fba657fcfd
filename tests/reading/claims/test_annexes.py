"""Lists and annexes whose title, lead-in or mention in the body says who has what stands in them."""

from tests.reading.claims.moves import moves_in


def test_what_the_body_says_of_an_annex_holds_for_what_stands_in_it():
    words = (
        "3. The functions listed in Annex B continue to be exercised by the Commissioners.\n\n"
        "ANNEX B\n\n1. Treasury management\n\n2. Fostering"
    )

    assert moves_in(words)[1:] == [
        "Treasury management | commissioners | retained",
        "Fostering | commissioners | retained",
    ]


def test_a_paragraph_of_the_outer_numbering_ends_a_list():
    words = (
        "4. The following functions shall be exercised by the Commissioners:\n\n"
        "(a) procurement;\n\n5. The setting of the council tax remains with the Authority."
    )

    assert moves_in(words) == [
        "procurement | commissioners | in_force",
        "setting of the council tax | council | retained",
    ]


def test_each_line_under_a_lead_in_is_an_entry():
    words = "The Directions vest in them:\n\nAll decisions relating to borrowing\nThe letting of contracts"

    assert moves_in(words) == [
        "borrowing | commissioners | in_force",
        "letting of contracts | commissioners | in_force",
    ]


def test_what_an_amendment_omits_goes_back_and_what_it_inserts_comes_in():
    words = (
        "1. In Annex B, omit paragraph 3 (libraries).\n\n"
        '2. After paragraph 7 of Annex B insert "8. the pay of staff".'
    )

    assert moves_in(words) == ["libraries | council | in_force", "pay of staff | commissioners | in_force"]


def test_an_entry_may_name_what_it_goes_on_to_explain():
    words = (
        "We recommend that the following functions should be returned:\n\n"
        "(i) Adult social care. The service has a permanent director.\n\n(ii) Libraries. They are well run."
    )

    assert moves_in(words) == ["Adult social care | council | proposed", "Libraries | council | proposed"]
