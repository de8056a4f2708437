"""Values made when first asked for."""

import pytest

from analysis.lazy import Lazy


def test_a_value_is_made_once_and_only_when_asked_for() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    lazy = Lazy(["en", "cs"], make)
    assert list(lazy) == ["en", "cs"]
    assert len(lazy) == 2
    assert "cs" in lazy
    assert made == []
    assert (lazy["en"], lazy["en"]) == ("EN", "EN")
    assert made == ["en"]


def test_other_keys_are_unknown() -> None:
    with pytest.raises(KeyError):
        Lazy(["en"], str.upper)["fr"]
