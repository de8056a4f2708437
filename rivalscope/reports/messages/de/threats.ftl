## Einträge, die einen oder mehrere Rivalen nennen; $count sagt, wie viele

threat-better = { $rivals } { $count ->
    [one] ist
   *[other] sind
} beim Thema „{ $theme }“ klar besser, wo { $us } schwächelt: { $polarity ->
    [positive] gelobt
   *[negative] kritisiert
} in { $spread } von 100 Bewertungen gegenüber { $ours }.
threat-improving = { $rivals } { $count ->
    [one] verbessert
   *[other] verbessern
} sich beim Thema „{ $theme }“, und { $us } hält nicht mit: { $polarity ->
    [positive] Lob
   *[negative] Beschwerden
} je 100 Bewertungen änderten sich dort um { $spread } Punkte und bei { $us } um { $ours }.
threat-answer = { $rivals } { $count ->
    [one] sagt
   *[other] sagen
} in den FAQ jetzt mehr zum Thema „{ $theme }“, während Kunden von { $us } sich in { $n } von { $of } Bewertungen darüber beschweren.
threat-policy = { $rivals } { $count ->
    [one] verspricht
   *[other] versprechen
} jetzt mehr beim Thema „{ $theme }“, während Kunden von { $us } sich in { $n } von { $of } Bewertungen darüber beschweren.
threat-spread = { $low } bis { $high }
threat-difference = { $rule ->
    [rival_improving] Änderung von { $rival } minus unsere
   *[other] wir minus { $rival }
}: { $points } Punkte (Intervall { $low } bis { $high })
threat-news = { $date }, { $rival }
threat-before = vorher
rule-rival_policy = Die Seite eines Rivalen verspricht mehr als zuvor bei einem Thema, über das sich genug unserer Kunden beschweren; zwei Lesungen haben es gezeigt.
rule-rival_faq_answer = Die FAQ eines Rivalen haben eine neue oder geänderte Antwort zu einem Thema, über das sich genug unserer Kunden beschweren; zwei Lesungen haben es gezeigt.
