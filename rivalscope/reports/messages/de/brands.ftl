brands-heading = Jede Marke für sich
brands-nav = Die Marken
brands-lead = Alles, was über eine Marke in ihrem Zeitraum gelesen wurde, ohne Vergleich: Quellen und Sprachen unterscheiden sich von Marke zu Marke.
no-brand = Es ist keine Marke eingerichtet.
us-tag = wir
brand-is-us = { $brand } (wir)
brand-reviews = Bewertungen
brand-stars = Sterne im Mittel
brand-sentiment = Stimmung
sentiment-of = Stimmung der Bewertungen: { $brand }
sentiment-split = positiv { $positive }, neutral { $neutral }, negativ { $negative }
brand-positive = Positiv
brand-neutral = Neutral
brand-negative = Negativ
brand-replies = Antworten der Firma
brand-period = Zeitraum
brand-unknown-language = In unbekannter Sprache
brand-undated = Ohne Datum
brand-chat = Chat
no-chat = keiner gefunden
brand-faq = FAQ-Einträge
top-complaints = Häufigste Beschwerden
no-complaints = Keine Beschwerden gefunden
top-praise = Häufigstes Lob
no-praise = Kein Lob gefunden

## Quellen

sources-heading = Quellen
column-platform = Plattform
column-source = Quelle
column-state = Zustand
column-reason = Grund
column-stored = Gespeichert
column-average = Eigener Durchschnitt
source-name = { $platform } ({ $source })
source-stands = { $brand }, { $platform }: { $state }
source-stands-because = { $brand }, { $platform }: { $state } ({ $reason })
source-kind = { $kind ->
    [faq] FAQ
    [site] Website
   *[reviews] Bewertungen
}
no-source = Es ist keine Quelle eingerichtet.
