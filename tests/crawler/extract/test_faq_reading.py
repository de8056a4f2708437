from __future__ import annotations

import json

import pytest

from crawler.extract import faq


def questions(page):
    return [entry.question for entry in faq.read(page)]


def faq_page(*pairs):
    nodes = [
        {"@type": "Question", "name": asked, "acceptedAnswer": {"@type": "Answer", "text": answer}}
        for asked, answer in pairs
    ]
    document = json.dumps({"@type": "FAQPage", "mainEntity": nodes})
    return f'<script type="application/ld+json">{document}</script>'


def details(*pairs):
    return "".join(f"<details><summary>{q}</summary>{a}</details>" for q, a in pairs)


def test_declared_pairs_fill_in_what_the_page_does_not_show(page_of):
    shown = details(("How do I pay the invoice?", "By card, by transfer, or in cash at the door."))
    declared = faq_page(
        ("How can I pay?", "By card, by transfer, or in cash at the door."),
        ("Is it safe?", "<p>Yes &amp; always.</p>"),
        ("Empty?", ""),
    )

    entries = faq.read(page_of(shown + declared))

    assert [(entry.question, entry.answer) for entry in entries] == [
        ("How do I pay the invoice?", "By card, by transfer, or in cash at the door."),
        ("Is it safe?", "Yes & always."),
    ]


def test_questions_named_by_id_and_in_microdata_are_found(page_of):
    graph = {
        "@graph": [
            {"@type": "FAQPage", "mainEntity": {"@id": "#q"}},
            {"@type": "Question", "@id": "#q", "name": "Why?", "acceptedAnswer": [{"text": "So."}]},
        ]
    }
    linked = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    marked = """<div itemscope itemtype="https://schema.org/FAQPage">
        <div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question">
        <h3 itemprop="name">When?</h3>
        <div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer">
        <p itemprop="text">Now.</p></div></div></div>"""

    assert questions(page_of(linked)) == ["Why?"]
    assert questions(page_of(marked)) == ["When?"]


def test_a_users_question_outside_an_faq_page_is_none(page_of):
    node = {"@type": "QAPage", "mainEntity": {"@type": "Question", "name": "Why?"}}

    assert (
        questions(page_of(f'<script type="application/ld+json">{json.dumps(node)}</script>')) == []
    )


@pytest.mark.parametrize(
    "closing",
    [
        "Didn't find your answer?",
        "Still have questions?",
        "Noch Fragen offen?",
        "Nenašli jste odpověď?",
        "Не нашли ответ?",
        "Nem találta meg a választ a kérdésére?",
        "Una maswali mengine?",
        "Keine Antwort gefunden?",
    ],
)
def test_an_invitation_to_ask_more_is_no_question(closing, page_of):
    page = page_of(details(("What is it?", "A boot."), (closing, "Write to us.")))

    assert questions(page) == ["What is it?"]


@pytest.mark.parametrize(
    "question",
    [
        "Can I ask more than one question at once?",
        "Werden meine Fragen am Wochenende beantwortet?",
        "What if I can't find my size?",
        "Zapomněl jsem heslo, našli byste ho?",
    ],
)
def test_a_question_that_resembles_one_stays(question, page_of):
    assert questions(page_of(details((question, "Yes.")))) == [question]


@pytest.mark.parametrize(
    "markup",
    [
        details(("Description", "A fine boot."), ("Nutrition", "None at all.")),
        f"<nav>{details(('Where to?', 'Boots'))}</nav>",
        details(("Sort by?", "<select><option>Price</option></select>")),
        details(("More?", '<a href="/a">Boots</a><a href="/b">Shoes</a>')),
        "<dl><dt>Weight</dt><dd>900 g</dd></dl>",
        "<ul><li><a href='#a'>What is it?</a></li></ul>",
        details(("Empty?", "")),
        f"<template>{details(('What?', 'x'))}</template>",
    ],
)
def test_menus_filters_and_descriptions_are_no_questions(markup, page_of):
    assert questions(page_of(markup)) == []


def test_an_faq_page_answers_statements_too_but_not_its_chapters(page_of):
    page = page_of(
        f"<h1>Časté dotazy</h1><details><summary>Vše o platbě kartou</summary>"
        f"{details(('Zapomněl jsem heslo k účtu', 'Pošleme nové.'))}</details>"
        "<dl><div><dt>Nejde mi otevřít ten soubor z pátku</dt><dd>Zkuste to znovu.</dd></div></dl>"
    )

    assert questions(page) == ["Zapomněl jsem heslo k účtu", "Nejde mi otevřít ten soubor z pátku"]
