from __future__ import annotations

import json
import time

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
        "Didn’t find what you were looking for?",
        "Need more help?",
        "Máte další dotazy?",
        "Nenašel jsi odpověď na svou otázku?",
        "Nenašli ste odpoveď?",
        "У вас остались вопросы?",
        "Не знайшли відповідь?",
        "Van még kérdésed?",
        "Hukupata jibu?",
        "¿No encontraste lo que buscabas?",
        "Vous n'avez pas trouvé la réponse ?",
        "Masz inne pytania?",
        "Nog vragen?",
        "Why choose us?",
        "Proč nakupovat u nás?",
        "Почему выбирают нас?",
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
        "Why choose a heavier blanket?",
        "Nem találom a rendelésem, mit tegyek?",
        "Не нашли товар по акции, что делать?",
        "Mohu se ptát na další produkty?",
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


@pytest.mark.parametrize(
    ("printed", "question"),
    [
        ("Q: What is it?", "What is it?"),
        ("Q1. What is it?", "What is it?"),
        ("Question 12 - What is it?", "What is it?"),
        ("Otázka č. 3: Co to je?", "Co to je?"),
        ("Вопрос: Что это?", "Что это?"),
        ("Kérdés: Mi ez?", "Mi ez?"),
        ("Swali: Ni nini?", "Ni nini?"),
        ("Frage 2) Was ist das?", "Was ist das?"),
        ("Question of taste?", "Question of taste?"),
        ("30 days or 60?", "30 days or 60?"),
        ("24. prosince máte otevřeno?", "24. prosince máte otevřeno?"),
    ],
)
def test_what_labels_a_question_is_no_part_of_it(printed, question, page_of):
    assert questions(page_of(details((printed, "Answer: So.")))) == [question]


def test_numbers_that_count_the_questions_are_no_part_of_them(page_of):
    numbered = details(
        ("1. Where?", "Here."),
        ("2) When?", "A: Now."),
        ("03 How?", "So."),
        ("7 days a week?", "Yes."),
    )

    entries = faq.read(page_of(numbered))

    assert [entry.question for entry in entries] == ["Where?", "When?", "How?", "7 days a week?"]
    assert entries[1].answer == "Now."


@pytest.mark.parametrize(
    "closing",
    [
        "Was this article helpful?",
        "Byla tato odpověď užitečná?",
        "War diese Antwort hilfreich?",
        "Помогла ли вам эта статья?",
        "Hasznos volt ez a válasz?",
        "Je, jibu hili limekusaidia?",
        "Zpět nahoru",
        "Nach oben",
    ],
)
def test_what_stands_below_every_answer_is_no_part_of_one(closing, page_of):
    page = page_of(details(("What is it?", f"<p>A boot.</p><p>{closing}</p><p>Yes No</p>")))

    assert faq.read(page)[0].answer == "A boot."


@pytest.mark.parametrize(
    "piece",
    [
        '<h3>What is it?</h3><div class="faq">It is a boot.</div>',
        "<div><button aria-controls='p'>What is this thing?</button>",
        "<dl><dt>What is it?</dt><dd>A boot.</dd>",
        "<details><summary>What is it?</summary>A boot.",
        '<p class="c">What is it?</p><p class="d">A boot.</p>',
        "<b>What is it?</b><br>A boot.<br>",
        "<div><h3>What is it?</h3>",
        "<tr><td>What is it?</td><td>A boot.</td></tr>",
        "What is it?<br>A boot.<br>",
        "? ",
    ],
)
def test_a_page_of_any_size_is_read_in_bounded_time(piece, page_of):
    page = page_of(f"<title>FAQ</title><h1>FAQ</h1>{piece * 10_000}<div id='p'>So.</div>")
    began = time.process_time()

    assert len(faq.read(page)) <= 1

    assert time.process_time() - began < 3


def test_a_page_without_a_sign_of_questions_never_becomes_a_tree(page_of):
    quiet = page_of('<title>Boots</title><p><a href="/b?c=1">Which?</a> Good boots.</p>')

    assert faq.read(quiet) == ()
    assert "tree" not in vars(quiet)


def test_an_address_may_call_a_page_an_faq_but_the_folder_of_a_saved_file_does_not(page_of):
    markup = "<h1>Soup</h1><h2>What you need</h2><p>Salt.</p>"

    assert questions(page_of(markup, url="https://soup.example/faq/")) == ["What you need"]
    assert questions(page_of(markup, url="file:///home/faq/faq.html")) == ["What you need"]
    assert questions(page_of(markup, url="file:///home/faq/soup.html")) == []
