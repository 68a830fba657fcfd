"""One request a second for each host, however many processes ask."""

from handback.outside.pace import Pace


def test_the_first_request_need_not_wait(tmp_path, clock):
    Pace(tmp_path, clock=clock, sleep=clock.sleep).wait("harrowmere.example")

    assert clock.slept == []


def test_another_process_waits_for_what_is_left_of_the_second(tmp_path, clock):
    Pace(tmp_path, clock=clock, sleep=clock.sleep).wait("harrowmere.example")
    clock.now += 0.25

    Pace(tmp_path, clock=clock, sleep=clock.sleep).wait("harrowmere.example")

    assert clock.slept == [0.75]


def test_each_host_has_a_second_of_its_own(tmp_path, clock):
    pace = Pace(tmp_path, clock=clock, sleep=clock.sleep)

    pace.wait("harrowmere.example")
    pace.wait("otherby.example:8443")

    assert clock.slept == []


def test_a_clock_that_was_put_back_costs_one_second_at_most(tmp_path, clock):
    pace = Pace(tmp_path, clock=clock, sleep=clock.sleep)
    pace.wait("harrowmere.example")
    clock.now -= 86_400

    pace.wait("harrowmere.example")

    assert clock.slept == [1.0]


def test_a_time_that_was_left_half_written_is_passed_over(tmp_path, clock):
    pace = Pace(tmp_path, clock=clock, sleep=clock.sleep)
    (tmp_path / "harrowmere.example.asked").write_text("")

    pace.wait("harrowmere.example")

    assert clock.slept == []
