report-language = Deutsch
report-title = { $us } im Wettbewerb: { $rivals }
report-tab = { $us }: vergleichende SWOT-Analyse, Stand { $date }
report-kind = Vergleichende SWOT-Analyse des Kundenerlebnisses
synthetic-tag = Beispieldaten
synthetic = Künstliche Daten: Marken, Bewertungen und Zahlen in diesem Bericht sind zu Vorführzwecken erfunden.

## Angaben im Kopf

fact-market = Markt
fact-industry = Branche
fact-market-industry = Markt, Branche
fact-as-of = Stand
fact-window = Zeitraum
fact-days = Verglichene Tage
fact-strata = Verglichen auf
fact-reviews = Verglichene Bewertungen
no-days-compared = kein Vergleich
no-strata = nirgends
reviews-of-others = { $count ->
    [one] und { $count } weitere Marke, insgesamt { $total }
   *[other] und { $count } weitere Marken, insgesamt { $total }
}

## Überschriften und Einleitungen

nav-label = Teile dieses Berichts
short-heading = Auf einen Blick
more-below = { $count ->
    [one] und { $count } weiterer unten
   *[other] und { $count } weitere unten
}
swot-heading = Vergleichende SWOT-Analyse
swot-lead = Jeder Eintrag beruht auf n von N verschiedenen Bewertungen je Marke. Die Veränderung bezieht sich auf den gleich langen Zeitraum davor; ein Dreieck steht für eine signifikante Veränderung, seine Farbe dafür, ob sie für die Kundschaft gut oder schlecht ist.
no-comparison = Es wurde kein Vergleich angestellt
no-comparison-rest = Was unten über jede Marke für sich steht, gilt trotzdem.
no-reason = Der Grund ist nicht bekannt.
themes-heading = Themen im Vergleich
themes-lead = Bewertungen je 100, die ein Thema ansprechen: Der Punkt ist die Rate, die Linie ihr 95-%-Intervall. Alle Diagramme haben dieselbe Skala.
key-us = wir
key-rival = ein Wettbewerber
not-compared-heading = Nicht verglichen
all-compared = Alle Marken wurden verglichen.
withheld-heading = Mangels Daten nicht ausgewiesen
withheld-nav = Nicht ausgewiesen
nothing-withheld = Es wurde nichts weggelassen.

## Spaltenköpfe

column-brand = Marke
column-theme = Thema
column-rate = Rate
column-interval = Intervall
column-interval-95 = 95-%-Intervall
column-per-100 = Je 100 Bewertungen
column-rate-interval = n von N (je 100, 95-%-Intervall)
column-change = Veränderung
column-trend = Entwicklung
column-evidence = Datenlage
