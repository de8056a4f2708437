"""What the shipped French lexicon and core themes make of sentences customers might write."""

import pytest

from analysis.sentiment import SentimentEngine, sentiment
from analysis.themes.mentions import Tagger
from rivalscope.models import Text

LANGUAGE = "fr"


def said(themes: Tagger, body: str) -> set[tuple[str, str]]:
    mentions = themes.mentions(Text(id="t", body=body), "fr")
    return {(mention.theme, mention.polarity) for mention in mentions}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Excellent service, je recommande", "positive"),
        ("tres bon accueil, equipe au top", "positive"),
        ("Nous sommes très contents", "positive"),
        ("Notre séjour était parfait", "positive"),
        ("J'adore, c'est génial !", "positive"),
        ("Je kiffe trop", "positive"),
        ("Pas mal du tout", "positive"),
        ("Sans aucun problème", "positive"),
        ("Je ne regrette pas mon achat", "positive"),
        ("Je ne suis pas déçue", "positive"),
        ("Rien à redire", "positive"),
        ("Un peu cher, mais excellent", "positive"),
        ("Service lamentable, ce sont des voleurs", "negative"),
        ("Quelle déception, c'est nul", "negative"),
        ("L'appli n'est pas bonne", "negative"),
        ("Je n'aime pas", "negative"),
        ("Je ne recommande absolument pas ce site", "negative"),
        ("Je ne suis plus satisfait", "negative"),
        ("J'en ai marre", "negative"),
        ("ça marche pas", "negative"),
        ("De mauvaise qualité", "negative"),
        ("Bon produit mais service horrible", "negative"),
        ("Pas terrible", "negative"),
        ("Bonjour, quels sont vos horaires ?", "neutral"),
        ("Je passe demain à la caisse", "neutral"),
        ("J'ai envoyé une lettre recommandée", "neutral"),
        ("Bonne journée à tous", "neutral"),
        ("Il part au travail à huit heures", "neutral"),
    ],
)
def test_a_text_is_felt(feelings: SentimentEngine, body: str, expected: str) -> None:
    assert sentiment(feelings.score(body)) == expected


def test_strong_words_and_boosters_weigh_more(feelings: SentimentEngine) -> None:
    assert feelings.score("très bon") > feelings.score("bon") > 0
    assert feelings.score("horrible") < feelings.score("mauvais") < feelings.score("moyen") <= 0


@pytest.mark.parametrize(
    "body",
    [
        "porte",  # not porter plainte
        "la génération",  # not généreux
        "la raison",  # not raisonnable
        "une plante",  # not planter
        "la tâche",  # not tache
        "la qualité",  # not qualitatif
        "un mot",  # not mou
        "attention",
        "le marché",
        "la partie",
        "le passage",
        "notre",
        "nous",
        "une montre",
        "le prix",
        "la poste",
    ],
)
def test_a_stem_catches_no_stranger(feelings: SentimentEngine, body: str) -> None:
    assert feelings.score(body) == 0


@pytest.mark.parametrize(
    ("body", "theme", "polarity"),
    [
        ("J'ai attendu 40 minutes au téléphone.", "wait_time", "negative"),
        ("Une attente interminable", "wait_time", "negative"),
        ("Je n'ai jamais eu de réponse à mes mails", "wait_time", "negative"),
        ("Ils ne répondent jamais", "wait_time", "negative"),
        ("On nous a fait poireauter", "wait_time", "negative"),
        ("Réponse rapide", "wait_time", "positive"),
        ("Je n'ai pas attendu longtemps", "wait_time", "positive"),
        ("On m'a raccroché au nez", "support_attitude", "negative"),
        ("Le service client n'est pas aimable", "support_attitude", "negative"),
        ("Conseillère très aimable", "support_attitude", "positive"),
        ("Mon problème n'est toujours pas résolu", "support_resolution", "negative"),
        ("On m'a renvoyé de service en service", "support_resolution", "negative"),
        ("Problème résolu rapidement", "support_resolution", "positive"),
        ("Le chatbot ne comprend rien", "chatbot", "negative"),
        ("Le chatbot est très utile", "chatbot", "positive"),
        ("Impossible de les joindre", "contact_channels", "negative"),
        ("Service injoignable", "contact_channels", "negative"),
        ("Toujours joignables par téléphone", "contact_channels", "positive"),
        ("La livraison est très lente", "delivery_speed", "negative"),
        ("La livraison n'est pas rapide", "delivery_speed", "negative"),
        ("Livraison rapide", "delivery_speed", "positive"),
        ("Mon colis n'est jamais arrivé", "delivery_reliability", "negative"),
        ("Colis arrivé en parfait état", "delivery_reliability", "positive"),
        ("Frais de port exorbitants", "delivery_cost", "negative"),
        ("Livraison gratuite", "delivery_cost", "positive"),
        ("Le carton est arrivé tout écrasé", "packaging", "negative"),
        ("Colis très bien emballé", "packaging", "positive"),
        ("Le remboursement a pris trois semaines", "returns_refunds", "negative"),
        ("Ils ont mis trois semaines à me rembourser", "returns_refunds", "negative"),
        ("J'ai été remboursé sans problème", "returns_refunds", "positive"),
        ("La garantie ne couvre rien", "aftercare", "negative"),
        ("Très bon SAV", "aftercare", "positive"),
        ("Beaucoup trop cher", "price_value", "negative"),
        ("Pas cher du tout", "price_value", "positive"),
        ("Bon rapport qualité-prix", "price_value", "positive"),
        ("Des frais cachés partout", "hidden_fees", "negative"),
        ("Aucun frais caché", "hidden_fees", "positive"),
        ("J'ai été débité deux fois", "billing_payment", "negative"),
        ("Paiement simple et sécurisé", "billing_payment", "positive"),
        ("Produit de mauvaise qualité", "product_quality", "negative"),
        ("Produit de très bonne qualité", "product_quality", "positive"),
        ("Toujours en rupture de stock", "availability", "negative"),
        ("Un large choix de produits", "availability", "positive"),
        ("Le site ne marche pas", "website", "negative"),
        ("Site clair et facile", "website", "positive"),
        ("L'application n'est pas bonne", "app", "negative"),
        ("L'appli plante tout le temps", "app", "negative"),
        ("J'adore cette application", "app", "positive"),
        ("Personne ne nous a prévenus", "information", "negative"),
        ("On nous tient informés", "information", "positive"),
        ("Ce sont des voleurs", "trust", "negative"),
        ("Site sérieux et fiable", "trust", "positive"),
        ("Plus jamais !", "loyalty", "negative"),
        ("Nous reviendrons avec plaisir", "loyalty", "positive"),
        ("Je suis harcelé de mails publicitaires", "personalization", "negative"),
        ("Conseils personnalisés", "personalization", "positive"),
        ("La serveuse était désagréable", "staff_in_person", "negative"),
        ("Le personnel est très accueillant", "staff_in_person", "positive"),
        ("De pire en pire", "consistency", "negative"),
        ("Jamais déçu", "consistency", "positive"),
        ("Je vais changer de banque", "switching", "negative"),
        ("Mieux que la concurrence", "switching", "positive"),
        ("Je ne recommande pas", "recommend", "negative"),
        ("Je recommande vivement", "recommend", "positive"),
        ("Quelle mauvaise surprise", "delight", "negative"),
        ("Ça dépasse mes attentes", "delight", "positive"),
    ],
)
def test_a_theme_is_found(themes: Tagger, body: str, theme: str, polarity: str) -> None:
    assert (theme, polarity) in said(themes, body)


@pytest.mark.parametrize(
    "body",
    [
        "J'ai hâte de recommander !",
        "Je ne peux pas attendre de commander à nouveau !",
        "Faites attention à la marche",
        "Je m'attendais à mieux",
        "J'attends toujours mon colis",
        "L'application ne répond plus",
        "La conseillère était très patiente",
    ],
)
def test_hopes_parcels_and_care_are_no_waiting_times(themes: Tagger, body: str) -> None:
    assert "wait_time" not in {theme for theme, _ in said(themes, body)}


def test_no_waiting_is_praise(themes: Tagger, feelings: SentimentEngine) -> None:
    body = "Aucun problème ni plainte, aucune attente."
    assert sentiment(feelings.score(body)) == "positive"
    assert said(themes, body) == {("wait_time", "positive")}


def test_a_refund_is_no_delivery(themes: Tagger) -> None:
    body = "Le remboursement a pris trois semaines"
    assert said(themes, body) == {("returns_refunds", "negative")}


def test_two_clauses_say_two_things(themes: Tagger) -> None:
    body = "La livraison a été rapide mais le service client m'a fait attendre."
    assert said(themes, body) == {("delivery_speed", "positive"), ("wait_time", "negative")}


@pytest.mark.parametrize(
    ("body", "mistake"),
    [
        ("Le personnel n'est pas aimable", ("staff_in_person", "positive")),
        ("Pas très bien emballé", ("packaging", "positive")),
        ("Ce n'est pas toujours parfait", ("consistency", "positive")),
        ("Chers clients, bonjour", ("price_value", "negative")),
        ("La mise en application de la loi", ("app", "neutral")),
        ("Je porte une veste", ("trust", "negative")),
        ("J'ai pris un vol vers Paris", ("trust", "negative")),
        ("Je lis un livre", ("delivery_speed", "neutral")),
        ("J'ai envoyé une lettre recommandée", ("recommend", "positive")),
        ("Conseils personnalisés", ("recommend", "positive")),
        ("Des légumes frais", ("hidden_fees", "neutral")),
        ("Aucune mauvaise surprise", ("delight", "negative")),
        ("L'eau est à la température ambiante", ("app", "neutral")),
    ],
)
def test_a_likeness_is_not_taken_for_the_thing(
    themes: Tagger, body: str, mistake: tuple[str, str]
) -> None:
    assert mistake not in said(themes, body)


@pytest.mark.parametrize(
    "body",
    [
        "Par ailleurs, il pleut",
        "La porte est ouverte",
        "Hier, nous avons mangé des pommes",
    ],
)
def test_everyday_talk_has_no_theme(themes: Tagger, body: str) -> None:
    assert said(themes, body) == set()
