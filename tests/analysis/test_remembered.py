"""Values made once, and not kept for ever."""

from analysis.remembered import Remembered


def test_a_value_is_made_once() -> None:
    asked: list[str] = []
    lengths = Remembered(lambda word: asked.append(word) or len(word), most=10)
    assert [lengths["one"], lengths["three"], lengths["one"]] == [3, 5, 3]
    assert asked == ["one", "three"]


def test_too_many_values_are_forgotten_and_made_anew() -> None:
    lengths = Remembered(len, most=3)
    for number in range(100):
        assert lengths[str(number)] == len(str(number))
        assert len(lengths) <= 3


def test_what_is_too_long_to_come_again_is_not_kept() -> None:
    lengths = Remembered(len, most=3)
    assert lengths["x" * 61] == 61
    assert not lengths
