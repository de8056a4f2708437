"""How sites word their policies: returns, free delivery and answers, in the shipped languages.

In a pattern ``{n}`` stands for the number, ``{unit}`` for its unit of time, ``{amount}`` for an
amount of money, ``…`` for a few words without a digit and without the end of the sentence. What is
``ABOUT_`` something stands in every sentence of its kind, what is ``NO_`` something in none.
"""

from __future__ import annotations

RETURN_DAYS = (
    r"возврат\w* (?:товара )?{n} дн(?:ей|я)",
    # the number first, as in: 30 days to return
    r"{n}[- ]days? (?:to (?:return|send (?:it|them|your \w+) back|change your mind)|for returns?)",
    (
        r"{n}[- ]day (?:[\w-]+ ){0,2}?(?:returns?\b|money[ -]back|right of (?:return|withdrawal)"
        r"|right to return|withdrawal|cooling[ -]off)"
    ),
    r"{n} d(?:nů|ní|ny|nech) (?:na|k|pro) (?:\w+ )?(?:vrácení|odstoupení|výměnu)",
    r"{n}denní (?:\w+ )?(?:lhůt\w+ (?:na|pro|k) (?:vrácení|odstoupení)|vrácení zboží)",
    r"{n} (?:\w+ )?д(?:ней|ня|ень) (?:на|для) (?:\w+ )?(?:возврат|обмен)",
    (
        r"{n}[- ]?napos (?:\w+ ){0,2}?(?:visszaküld|elállás|visszavét|visszavásár"
        r"|pénzvisszafizetési garanci|pénz-?visszafizetési garanci|termék-?visszaküld)"
    ),
    r"{n} (?:\w+ )?nap(?:on|ig)? (?:belül )?(?:\w+ ){0,3}?(?:visszaküldhet|elállhat|visszaküldés)",
    r"siku {n} za (?:\w+ )?kurudish",
    (
        r"{n}[- ]?(?:Tage?n?|tägige[srnm]?) (?:[\w-]+ ){0,2}?(?:Rückgabe|Widerruf|Umtausch"
        r"|Rücksende"
        r"|Geld-zurück)"
    ),
    r"{n} días (?:\w+ )?(?:para (?:\w+ ){0,3}?(?:devol|cambi)|de devoluci)",
    (
        r"{n} jours (?:\w+ )?pour (?:\w+ ){0,3}?(?:retourner|renvoyer|changer d.avis|vous rétracter"
        r"|échanger)"
    ),
    r"{n} dni na (?:\w+ )?(?:zwrot|odstąpienie|wymianę)",
    # the return first, as in: returns within 30 days
    (
        r"\b(?:returns?|returned|return it|withdraw from)\b…(?:within|up to|for up to|in)"
        r" (?:the first |a period of )?{n}[ -](?:\w+ )?days?"
    ),
    r"\b(?:returns? (?:window|period|policy)|right of withdrawal)\b…{n}[ -](?:\w+ )?days?",
    (
        r"(?:vrátit|vrácení|odstoupit od|odstoupení od|výměn\w+)…(?:do|během|po dobu|ve lhůtě"
        r"|máte|je"
        r"|činí) {n} (?:\w+ )?d(?:nů|ní|ny|nech)\b"
    ),
    (
        r"(?:возврат\w*|вернуть|возвратить|отказаться от товара)\b…(?:в течение|до|за)"
        r" {n} (?:\w+ )?д(?:ней|ня|ень)"
    ),
    r"(?:visszaküld\w*|elállás\w*|elállni|visszavesszük)…{n} (?:\w+ )?nap(?:on|ig|ja|\b)",
    r"kurudish\w+…(?:ndani ya|kwa) siku {n}",
    (
        r"(?:zurück(?:geben|schicken|senden|gegeben|gesendet|geschickt)|Rückgabe|Rücksendung"
        r"|Retouren?"
        r"|widerrufen|Umtausch|Widerruf\w*|Rückgaberecht)\b…(?:innerhalb (?:von )?|binnen|innert"
        r"|bis zu"
        r"|von) ?{n} (?:\w+ )?Tage"
    ),
    (
        r"(?:innerhalb von|binnen|innert) {n} (?:\w+ )?Tagen?…(?:zurück(?:geben|schicken|senden)"
        r"|retournieren|umtauschen|widerrufen)"
    ),
    (
        r"(?:devolver\w*|devoluci\w+|desistimiento)\b…(?:en|dentro de|hasta|plazo de|durante)"
        r" (?:los |un plazo de |hasta )?{n} días"
    ),
    (
        r"(?:retours?|retourner|renvoyer|rétract\w+)\b…(?:sous|dans les|délai de|pendant|jusqu'à"
        r"|de)"
        r" {n} jours"
    ),
    r"(?:zwrot\w*|zwrócić|odstąpi\w+)\b…(?:w ciągu|do|w terminie|przez) {n} (?:\w+ )?dni",
    # the time first, as in: within 14 days you may return
    r"within {n} (?:\w+ )?days…(?:you (?:can|may) (?:return|send|withdraw)|to return)",
    r"(?:do|během) {n} (?:\w+ )?dn[ůí]…(?:můžete (?:\w+ )?(?:vrátit|odstoupit))",
    (
        r"в течение {n} (?:\w+ )?дней…(?:можете|вправе|можно) (?:\w+ )?(?:вернуть|возвратить"
        r"|отказаться)"
    ),
)
# The time until the money comes back, until something is sent, or of a warranty is none of it.
NO_RETURN = (
    r"(?:is|are|be) sent\b|we(?:.ll| will) send|(?:of|after) (?:your |the )?(?:cancel|withdraw"
    r"|notif|"
    r"inform)|od odstoupení|unterrichte|"
    r"refund(?:s|ed|ing)?\b(?! window)|reimburs|credit(?:ed)?\b|process|deliver|dispatch|warrant|"
    r"guarantee(?!d)|repair|label|we will return|return (?:your|the) money|reply|respond|peněz|"
    r"peníze|částk|vyřízen|vyříd|záruk|reklamac|doruč|odesl|деньг|денег|денежн|средств|гаранти|"
    r"ремонт|доставк|рассмотр|visszatérít|visszautal|pénz|kiszáll|jótáll|szavatos|pesa|fedha|"
    r"malipo|erstatt|zahlung|\bgeld|betrag|liefer|garantie|gewähr|reembols|dinero|importe|entreg|"
    r"garant[ií]|rembours|livr|argent|expédi|pieni|środk|należn|dostaw|gwaranc|płatno|no returns|"
    r"not be returned|nelze vrátit|not accept|journey|trip\b|flight|ticket|visit|on average|\btax\b"
)
# These promise money back and are a return window all the same.
MONEY_BACK = (
    r"money[ -]back(?: guarantee)?|pénz-?visszafizetési garanci|geld-zurück(?:-garantie)?"
    r"|full refund|for a refund|or refund"
)

ABOUT_RETURNS = (
    r"return|withdraw|money[ -]back|cooling|send|mind|vrácen|vrátit|odstoup|výměn|возвр|верн|обмен"
    r"|отказ|visszak|elállás|elállni|elállhat|visszav|visszafiz|kurudish|rückgabe|umtausch"
    r"|widerruf|rücksend|retour|zurück|devol|cambi|desist|renvoy|rétract|échang|avis|zwrot|zwróc"
    r"|odstąpi|wymian"
)

FREE_SHIPPING = (
    r"free (?:[\w-]+ ){0,3}?(?:delivery|shipping|postage)\b…{amount} ?\+",
    (
        r"(?:delivery|shipping|postage)\b(?:[^.!?]|\.\d){0,60}?\bfree (?:when you spend|over|above"
        r"|on orders over"
        r"|for orders over) {amount}"
    ),
    (
        r"free (?:[\w-]+ ){0,3}?(?:delivery|shipping|postage|p&p)\b…(?:over|above|from|more than"
        r"|spend"
        r"|exceeding|of|minimum)(?: of| or more than)? {amount}"
    ),
    (
        r"(?:delivery|shipping|postage|orders|ships?)\b…\bfree\b…(?:over|above|from|exceeding)"
        r" {amount}"
    ),
    (
        r"(?:over|above|spend|from|exceeding) {amount}…(?:qualify for|get|receive|enjoy|ship|have"
        r"|is|are"
        r"|with|for)? ?(?:\bfree (?:[\w-]+ ){0,3}?(?:delivery|shipping|postage)|(?:delivered"
        r"|ships?|"
        r"delivery is|shipping is|ship) (?:for )?free)"
    ),
    (
        r"(?:doprav\w+|poštovn\w+|doručení|dovoz) (?:[\w-]+ ){0,3}?(?:zdarma|bezplatn\w+)…(?:od"
        r"|nad|při"
        r" (?:nákupu|objednávce)(?: nad| od| za)?|nákupu nad) {amount}"
    ),
    r"(?:od|nad) {amount}…(?:doprav\w+|poštovn\w+|doručení|dovoz)(?: \w+){0,3}? (?:zdarma)",
    r"бесплатн\w+ (?:\w+ ){0,3}?доставк\w*…(?:от|свыше|более|на сумму) {amount}",
    r"доставк\w+ (?:\w+ ){0,4}?бесплатн\w+…(?:от|свыше|более) {amount}",
    r"(?:от|свыше) {amount}…(?:доставк\w+ (?:\w+ ){0,3}?бесплатн|бесплатн\w+ доставк)",
    (
        r"(?:ingyenes|díjmentes) (?:[\w-]+ ){0,3}?(?:ki|ház\w*)?szállítás\w*…{amount}(?:[- ]?t[óő]l"
        r"| ?felett| ?fölött| ?feletti)"
    ),
    (
        r"{amount}(?:[- ]?t[óő]l| ?felett\w*| ?fölött\w*)…(?:ingyenes|díjmentes) (?:[\w-]+ ){0,2}?"
        r"(?:ki|ház\w*)?száll"
    ),
    (
        r"(?:usafirishaji|uwasilishaji|delivery) (?:wa |ni )?(?:bure|bila malipo)…(?:kuanzia"
        r"|zaidi ya"
        r"|juu ya|kwa) {amount}"
    ),
    (
        r"(?:kostenlose[rn]?|kostenfreie[rn]?|gratis|versandkostenfrei\w*|portofrei\w*|versandfrei)"
        r"(?:[ -]?(?:[\w-]+ ){0,2}?(?:Versand|Lieferung|Zustellung|Lieferung))?…(?:ab|über)"
        r" {amount}"
    ),
    (
        r"(?:ab|über) {amount}…(?:versandkostenfrei|portofrei|kostenlose[rn]? (?:Versand|Lieferung)"
        r"|gratis (?:Versand|Lieferung)|frei Haus)"
    ),
    r"(?:Versand|Lieferung) (?:\w+ ){0,2}?(?:kostenlos|gratis|kostenfrei)…(?:ab|über) {amount}",
    (
        r"env[ií]os? (?:\w+ ){0,3}?(?:gratis|gratuitos?)…(?:a partir de|desde|superiores a|por"
        r" encima"
        r" de|m[aá]s de) {amount}"
    ),
    (
        r"(?:livraison (?:[\wà]+ ){0,3}?(?:gratuite|offerte)|frais de port (?:offerts"
        r"|gratuits))…(?:dès"
        r"|à partir de|au-delà de|de plus de|supérieure à) {amount}"
    ),
    (
        r"(?:darmow\w+ (?:dostaw\w+|wysyłk\w+|przesyłk\w+)|(?:dostawa|wysyłka|przesyłka) (?:\w+ )?"
        r"(?:gratis|za darmo|bezpłatna|darmowa))…(?:od|powyżej) {amount}"
    ),
)
# A fee for a pass, a limit the other way round, or the price of something else.
NO_FREE_SHIPPING = (
    r"\bnot\b|n't|except|unless|excluding|nevztahuje|neplatí|neposkytujeme|не распространяется|"
    r"nem vonatkozik|gilt nicht|nicht|subscription|membership|per month|a month|\bpass\b|měsíčně|"
    r"в месяц|returns?\b"
)
PER_PERIOD = r"\s?(?:/|per|a|an|pro|za)\s?(?:month|mo\b|year|week|Monat|Jahr|měsíc)"

ABOUT_FREE = (
    r"free|zdarma|bezplat|бесплат|ingyen|díjmentes|bure|bila malipo|kostenlos|kostenfrei|gratis"
    r"|frei"
    r"|gratuit|offert|darmow|bezpłat|za darmo"
)

RESPONSE = (
    (
        r"(?:we(?:'ll| will| aim to| try to| usually| normally| always)*|our team(?: will)?"
        r"|you(?:'ll|"
        r" will) (?:get|receive|hear)|typically|usually) ?(?:\w+ )?(?:reply|replies|respond\w*"
        r"|answer\w*"
        r"|get back|be in touch|contact you|a (?:reply|response)|an answer|from us"
        r"|hear)…(?:within|in"
        r" under|in less than|in) (?:a maximum of |the next |max\. )?{n} ?{unit}"
    ),
    (
        r"(?:response|reply|answer)(?: time)?s?:? (?:\w+ ){0,3}?(?:within|in under|in less than"
        r"|under)"
        r" {n} ?{unit}"
    ),
    (
        r"within {n} ?{unit},? (?:\w+ ){0,2}?(?:we(?:'ll| will)|you(?:'ll| will) (?:get|receive"
        r"|hear))"
        r"…(?:reply|respond|answer|response|get back|from us)"
    ),
    (
        r"(?:odpov(?:íme|ídáme|ěď\w*|íd\w+)|ozveme se|ozveme|reagujeme|zareagujeme"
        r"|kontaktujeme)…(?:do"
        r"|během|nejpozději do) {n} ?{unit}"
    ),
    (
        r"(?:do|během) {n} ?{unit}…(?:odpov(?:íme|ídáme|ěď\w*)|se (?:vám )?ozveme|vás (?:budeme )?"
        r"kontakt\w+|ozveme)"
    ),
    (
        r"(?:ответим|отвечаем|ответ(?:ит|ят|\u0430|ы)?|свяжемся|перезвоним|время ответа)\b…(?:в"
        r" течение|за"
        r"|до) {n} ?{unit}"
    ),
    r"(?:в течение|за) {n} ?{unit}…(?:ответим|свяжемся|перезвоним|отвечаем|мы вам ответим)",
    r"{n} ?{unit} belül…(?:válaszol\w*|jelentkez\w+|visszahív\w*|felvesszük)",
    r"(?:válaszol\w*|jelentkezünk|válaszidő\w*)…{n} ?{unit}(?: belül)?",
    r"(?:tutajibu|tunajibu|tutakujibu|tunakujibu|utajibiwa|majibu)…ndani ya {unit} {n}",
    (
        r"(?:antworten|beantworten|melden uns|Rückmeldung|Antwort\w*)…(?:innerhalb (?:von )?"
        r"|binnen|in)"
        r" ?{n} ?{unit}"
    ),
    (
        r"(?:innerhalb von|innerhalb|binnen) {n} ?{unit}…(?:antworten|beantwort\w+|melden wir uns|"
        r"melden uns|eine Antwort|Rückmeldung)"
    ),
    (
        r"(?:respond(?:emos|eremos|erá)|contest(?:amos|aremos)|respuesta)…(?:en|dentro de|antes"
        r" de|menos"
        r" de|plazo de) (?:un plazo de |menos de )?{n} ?{unit}"
    ),
    r"(?:répond(?:ons|rons)|réponse|recontact\w+)…(?:sous|en moins de|dans les|en) {n} ?{unit}",
    (
        r"(?:odpowi(?:emy|adamy|edzi?)|odpisujemy|odpowiedź|skontaktujemy|odezwiemy)…(?:w ciągu|do)"
        r" {n} ?{unit}"
    ),
)
ABOUT_ANSWERS = (
    r"repl|respon|answer|get back|touch|contact|hear|odpov|ozve|reag|kontakt|ответ|отвеч|свяж"
    r"|перезвон|válasz|jelentkez|visszahív|felvessz|jibu|antwort|melden|rückmeld|contest|répon"
    r"|odpow|odpis|odezw"
)
# The customer has to answer, or it is not an answer that takes so long.
NO_RESPONSE = (
    r"you (?:must|have to|should|need)|deliver|dispatch|doruč|doprav|odesl|доставк|szállít|liefer|"
    r"entreg|livr|dostaw|ship|refund|return|review|survey|reklamac|claim|cancel|podepsat|sign"
)
UNIT = (
    r"(?P<unit>(?:working |business |pracovní(?:ch)? |рабоч\w+ |Werk|Arbeits)?"
    r"(?:min(?:ut\w*|s)?\b|мин\w*|perc\w*|dakika|hours?\b|hrs?\b|h\b|hod\w*\.?|час\w*|ór[aá]\w*"
    r"|saa\b"
    r"|Stunden?|Std\.?|horas?\b|heures?\b|godzin\w*|days?\b|dn[ůíy]\b|dnech|дн\w+|день|munkanap\w*"
    r"|nap(?:on)?\b|siku|tage?n?\b|días?\b|jours?\b|dni\b))"
)
MINUTES = r"min|мин|perc|dakika"
HOURS = r"h|час|ór|saa|stunde|std|godzin"
