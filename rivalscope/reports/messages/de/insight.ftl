## Die Reise des Kunden

journey-heading = Kundenreise
journey-compared = Gezählt, wo die Marken verglichen werden: dieselben Plattformen, Sprachen und Tage für alle.
journey-alone = Es gab keinen Vergleich: Jede Marke wird in allem gezählt, was von ihr gelesen wurde; Zahlen zweier Marken passen daher nicht unbedingt zusammen.
heat-complaints = Beschwerden nach Phase und Kontaktpunkt
heat-praise = Lob nach Phase und Kontaktpunkt
heat-about = Verschiedene Bewertungen je 100, die von irgendeinem Thema des Ortes sprechen, aus den Bewertungen selbst gezählt: keine Summe von Themen, denn eine Bewertung kann mehrere nennen. Unter der Rate stehen ihr 95-%-Intervall und n von N; je kräftiger die Farbe, desto höher die Rate.
heat-no-theme = kein Thema
heat-column = Ort
heat-axis = { $axis ->
    [stage] Phase
   *[touchpoint] Kontaktpunkt
}: { $place ->
    [information] Informationssuche
    [purchase] Kauf
    [after_sale] nach dem Kauf
    [awareness] Bekanntheit
    [word_of_mouth] Mundpropaganda
    [reviews_media] Bewertungen und Medien
    [website] Website
    [delivery] Lieferung
   *[support] Kundendienst
}
position-title = Wie viel geschrieben wird und wie zufrieden die Schreibenden sind
position-about = Nach oben steht der Anteil der Bewertungen mit positivem Text samt 95-%-Intervall, nach rechts die Zahl der Bewertungen je 30 Tage, die gezählt und nicht geschätzt ist. Jede Marke in allem, was in ihrem Zeitraum von ihr gelesen wurde.
position-per-month = Bewertungen je 30 Tage
position-content = Positive Bewertungen je 100
position-reviews = Bewertungen
best-title = Die Besten in jedem Thema
best-about = Unter den verglichenen Marken, mit n von N und 95-%-Intervall. Klar heißt, dass sich die Intervalle der besten und der nächsten Marke nicht überschneiden.
best-fewest = { $theme }: wenigste Beschwerden
best-most = { $theme }: meistes Lob
best-brand = Beste
best-next = Nächste
best-verdict = Urteil
best-clear = klar
best-close = nicht zu unterscheiden
delight-title = Kleinigkeiten, die begeistern
delight-about = Bewertungen, die eine Kleinigkeit loben, die niemand hätte beilegen müssen, mit n von N und dem, was sie sagen.
delight-rate = Bewertungen mit solchem Lob

## FAQ und Versprechen

faq-heading = FAQ und Versprechen
faq-lead = Was die eigenen Seiten der Marken beantworten und versprechen, neben dem, worüber sich ihre Kunden beschweren. Eine Änderung zählt, sobald zwei erfolgreiche Lesungen sie gezeigt haben; ein anderes Aussehen derselben Worte ist keine.
faq-coverage = Beantwortete Themen
faq-coverage-about = Die Themen mit den meisten Beschwerden stehen zuerst. Nur Themen, die eine Seite mit Antworten klären kann.
faq-state = { $state ->
    [answered] beantwortet
    [open] fehlt
   *[unread] nicht gelesen
}
faq-answered = beantwortet ({ $count })
faq-changed = geändert { $date }
faq-against = Beschwerden sprechen dagegen
faq-contradictions = Versprechen, gegen die Beschwerden sprechen
faq-contradictions-about = Ein Satz einer Antwort, der eine Zeit nennt, bei einer Marke, deren Beschwerden zu diesem Thema selbst am unteren Ende des Intervalls hoch sind. Seite und Kunden widersprechen sich; wer recht hat, wird nicht beurteilt.
faq-no-contradiction = Kein Versprechen steht hohen Beschwerden gegenüber
faq-promise = Versprechen
faq-complaints = Beschwerden
faq-changes = Geänderte Fragen und Antworten
faq-changes-about = Im Zeitraum des Berichts, die neuesten zuerst; der Tag ist der der ersten Lesung, die es zeigte.
faq-no-change = Keine Frage oder Antwort hat sich geändert
faq-day = Tag
faq-question = Frage
faq-before = Vorher
faq-now = Jetzt
faq-new = nicht gestellt
faq-gone = entfernt
faq-policies = Geänderte Versprechen
faq-policies-about = Rückgabefrist, kostenlose Lieferung und Zeit bis zur Antwort auf den Seiten der Marken, im Zeitraum.
faq-no-policy = Kein Versprechen hat sich geändert
faq-profiles = Aktualität und Lesbarkeit
faq-profiles-about = Die Lesbarkeit beruht auf Wörtern je Satz und Silben je Wort nach der Formel, die für die Sprache veröffentlicht ist; höher ist leichter, 60 bis 70 ist Alltagssprache. Wo es keine gibt und bei weniger als 100 Wörtern stehen nur die einfachen Zahlen.
faq-pairs = Fragen
faq-first = Zuerst gelesen
faq-newest = Neueste Frage
faq-last = Letzte Änderung
faq-ease = Lesbarkeit
faq-never = nie
ease-score = { $language }: { $score } ({ $formula }), { $words } Wörter
ease-plain = { $language }: keine Formel; { $per_sentence } Wörter je Satz, { $long } von 100 Wörtern sind lang
ease-few = { $language }: nur { $words } Wörter; { $per_sentence } je Satz, { $long } von 100 sind lang

## Kanäle

channels-heading = Kontaktwege
channels-lead = Was jetzt auf den eigenen Seiten der Marken steht, mit einem Link zur Seite, die es zeigt. Was auf den gelesenen Seiten nicht gefunden wurde, kann auf anderen stehen.
signal-kind = { $kind ->
    [chat] Chat
    [phone] Telefon
    [email] E-Mail
    [contact_form] Kontaktformular
    [messenger] Messenger
    [social] Soziales Netzwerk
    [opening_hours] Zeiten
    [return_days] Tage für Rückgaben
    [free_shipping_from] Kostenlose Lieferung ab
   *[response_hours] Stunden bis zur Antwort
}
channel-column = Kanal
channel-form = Kontaktformular
channel-none = keine gefunden
channel-unread = Seiten nicht gelesen

## An mehreren Stellen

insight-brand = Marke
insight-theme = Thema
insight-rate = { $per_100 } ({ $low }-{ $high }), { $n } von { $of }
insight-of = { $n } von { $of }
insight-see = dort ansehen
insight-nothing = Nichts ist bekannt
insight-more = { $count ->
    [one] und { $count } weiteres in den anderen Formaten
   *[other] und { $count } weitere in den anderen Formaten
}
