"""YAML that could hurt is refused with a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import timed

from rivalscope.errors import ConfigurationError
from rivalscope.settings.documents import parse_document, read_document

BOMB = "a: &a [x, x]\n" + "\n".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}, *{chr(97 + i)}]"
    for i in range(20)
)


def mistake_in(text):
    with pytest.raises(ConfigurationError) as caught:
        parse_document(text, name="f")
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        (BOMB, "f:2:8", "aliases"),
        ("a: 1\na: 2\n", "f:2:1", "duplicate key"),
        ("a: " + "[" * 40 + "]" * 40, "f:1:", "nested deeper than 20"),
        ("a: [1, 2", "f:1:", "expected"),
        ("", "f: ", "is empty"),
        ("- a\n", "f: ", "key: value"),
        ("a: \x07", "f:", "special characters"),
    ],
    ids=["aliases", "duplicate", "deep", "unclosed", "empty", "list", "control character"],
)
def test_bad_yaml_gets_a_place_and_a_reason(text, place, reason):
    told, seconds = timed(mistake_in, text)
    assert told.startswith(place)
    assert reason in told
    assert seconds < 1


def test_a_bare_no_is_a_word_and_not_false():
    assert parse_document("languages: [no, en]\n", name="f").root["languages"] == ["no", "en"]


def test_a_file_of_over_a_megabyte_is_not_even_read(tmp_path):
    path = tmp_path / "big.yaml"
    path.write_text("a: " + "x" * 1_000_001)
    with pytest.raises(ConfigurationError, match="1,000,004 bytes are too many"):
        read_document(path)


def test_a_file_that_is_not_utf_8_is_told_so(tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes("name: Käse".encode("latin-1"))
    with pytest.raises(ConfigurationError, match="is not UTF-8"):
        read_document(path)


@given(st.text(max_size=200))
def test_any_text_is_a_document_or_a_mistake(text):
    try:
        document = parse_document(text, name="f")
    except ConfigurationError:
        return
    assert document.root is not None
