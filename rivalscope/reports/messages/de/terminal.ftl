terminal-legend = jede Zeile: n von N Bewertungen, Rate je 100, ihr 95-%-Intervall, Veränderung gegenüber dem Zeitraum davor
terminal-as-of = Stand { $date }, verglichene Tage: { $period }
terminal-more = { $count ->
    [one] und { $count } weiterer; der HTML-Bericht zeigt alle
   *[other] und { $count } weitere; der HTML-Bericht zeigt alle
}
terminal-more-brands = { $count ->
    [one] und { $count } weitere Marke
   *[other] und { $count } weitere Marken
}
terminal-method = Methode: { $lines }
column-stars = Sterne von 5
column-sentiments = Pos/neu/neg
column-top-complaint = Häufigste Beschwerde
column-top-praise = Häufigstes Lob
terminal-not-counted = { $brand }: nicht gezählt sind { $unknown ->
    [one] { $unknown } Bewertung in unbekannter Sprache
   *[other] { $unknown } Bewertungen in unbekannten Sprachen
} und { $undated } ohne brauchbares Datum
terminal-no-theme = in den Bewertungen wurde kein Thema gefunden
none-found = nichts gefunden
terminal-proxies = Öffentliche Ersatzkennzahlen (Intervalle: 95 %; kein NPS, CSAT oder CES)
column-owner-replied = Antworten der Firma
column-median-delay = Dauer im Median, Tage
column-recommend = Empfehlung, Saldo
terminal-moves = Wechsel:
terminal-no-moves = Wechsel zwischen Marken: { $nothing }
terminal-flow = { $origin } → { $target }: { $count }; { $rates }
short-rate = { $n } von { $of } ({ $low }–{ $high } je 100)
short-delay = { $median } ({ $low }–{ $high }), n={ $n }
short-delay-of-few = { $median }, n={ $n }
short-net = { $net } ({ $low } bis { $high }), n={ $n }
