"""Who denies twice still denies, where the language agrees its negators with each other."""

import pytest

from analysis.understanding import Understander
from rivalscope.models import Text


def said(reader: Understander, language: str, body: str, *, theme: str) -> set[str]:
    understood = reader.understand(Text(id="t", body=body, language_hint=language))
    return {mention.polarity for mention in understood.mentions if mention.theme == theme}


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("sw", "Hakuna barua pepe wala chat, hakuna chochote"),
        ("sw", "Hawana barua pepe wala chat, hakuna kitu."),
        ("sw", "Hakuna simu, hakuna email, hakuna chochote."),
        ("sw", "Hakuna namba ya simu."),
        ("cs", "Nemají e-mail ani chat, nic."),
        ("cs", "Nemají žádný telefon ani e-mail."),
        ("cs", "Není žádný e-mail ani chat."),
        ("cs", "Žádný telefon, žádný e-mail, nic."),
        ("cs", "Nenašel jsem žádný kontakt."),
        ("ru", "Нет ни почты, ни чата, ничего."),
        ("ru", "Нет никакого телефона."),
        ("ru", "Ни телефона, ни почты, ничего нет."),
        ("ru", "Нигде нет телефона."),
        ("hu", "Nincs sem e-mail, sem chat, semmi."),
        ("hu", "Se telefonszám, se e-mail, semmi."),
        ("es", "No hay ni teléfono ni chat para los clientes."),
        ("es", "Ni correo ni chat, nada."),
        ("fr", "Ni e-mail ni chat, rien."),
        ("fr", "Pas d'e-mail, pas de chat, rien."),
        ("pl", "Nie ma e-maila ani czatu, nic."),
        ("pl", "Ani e-maila, ani czatu, nic."),
        ("de", "Weder E-Mail noch Chat, nichts."),
        ("de", "Kein Telefon, keine E-Mail und kein Chat."),
        ("en", "No email, no chat, nothing."),
        ("en", "Neither email nor chat, nothing."),
    ],
)
def test_no_way_to_reach_them_is_a_complaint(
    everybody: Understander, language: str, body: str
) -> None:
    assert said(everybody, language, body, theme="contact_channels") == {"negative"}


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("cs", "Neodpovídají na žádný e-mail."),
        ("ru", "Никто не отвечает ни на письма, ни на звонки."),
        ("fr", "Personne ne répond jamais."),
        ("de", "Niemand antwortet, nichts."),
        ("sw", "Hakuna refund, hakuna majibu."),
    ],
)
def test_nobody_answers_anything_is_a_complaint(
    everybody: Understander, language: str, body: str
) -> None:
    assert said(everybody, language, body, theme="wait_time") == {"negative"}


@pytest.mark.parametrize(
    ("language", "body", "theme"),
    [
        ("cs", "Žádné čekání.", "wait_time"),
        ("ru", "Никакого ожидания.", "wait_time"),
        ("sw", "Hakuna kusubiri kabisa.", "wait_time"),
        ("es", "Nunca me hicieron esperar, gracias.", "wait_time"),
        ("pl", "Żadnego czekania.", "wait_time"),
    ],
)
def test_a_single_denial_still_turns_a_complaint_round(
    everybody: Understander, language: str, body: str, theme: str
) -> None:
    assert said(everybody, language, body, theme=theme) == {"positive"}


def test_hardly_any_complaint_is_none_about_the_post(everybody: Understander) -> None:
    body = "Магазин, к которому у меня не возникло почти никаких претензий."
    assert said(everybody, "ru", body, theme="delivery_reliability") == set()
    assert said(everybody, "ru", "Почта ужасная.", theme="delivery_reliability") == {"negative"}
