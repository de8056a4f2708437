"""Messages: whole in English, and the same messages with the same values in every language."""

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from rivalscope.reports.messages import LANGUAGES, files, messages


class Variables(Visitor):
    """Collects the names of values a pattern asks for."""

    def __init__(self):
        super().__init__()
        self.names = set()

    def visit_VariableReference(self, node):  # ruff: ignore[invalid-function-name] - the name Fluent calls
        self.names.add(node.id.name)


def values_by_message(language):
    """message or message.attribute -> the values it asks for; fails on what can't be read."""
    found = {}
    for path in files(language):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ast.Junk), (path, entry.content)
            if not isinstance(entry, ast.Message):
                continue
            patterns = {f"{entry.id.name}.{one.id.name}": one.value for one in entry.attributes}
            if entry.value:
                patterns[entry.id.name] = entry.value
            for name, pattern in patterns.items():
                assert name not in found, f"{name} stands twice in {language}"
                asked = Variables()
                asked.visit(pattern)
                found[name] = asked.names
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_what_english_says(language):
    english, ours = values_by_message("en"), values_by_message(language)
    assert ours.keys() == english.keys()
    assert {name: sorted(names) for name, names in ours.items()} == {
        name: sorted(names) for name, names in english.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_files_of_the_same_names(language):
    assert [path.name for path in files(language)] == [path.name for path in files("en")]


def test_a_report_is_named_in_its_own_language():
    assert messages("cs")("report-language") == "Čeština"


def test_an_unknown_message_or_language_is_an_error():
    with pytest.raises(LookupError, match="no message 'nothing' in en"):
        messages("en")("nothing")
    with pytest.raises(LookupError, match="no reports in 'tlh': there are en, cs"):
        messages("tlh")


def test_a_value_may_be_as_long_as_it_likes():
    reason = "{ $brand } " * 1_000
    said = messages("en")("office-caution", sentence=reason)
    assert said == f"Caution: {reason}"
