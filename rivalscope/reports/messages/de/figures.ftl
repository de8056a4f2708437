unknown = nicht bekannt
share = { $n } von { $of }
interval = { $low }–{ $high }
per-100 = je 100
rate = { $n } von { $of } ({ $per_100 } je 100, 95-%-Intervall { $low }–{ $high })
few = wenig Daten
rate-of-few = { $rate }, wenig Daten
p-value = p = { $p }
p-below = p < { $p }
p-unknown = p nicht bekannt
difference = { $rule ->
    [rival_improving] deren Veränderung minus unsere
    [rival_rising] Wettbewerber jetzt minus vorher
    [rival_spiking] Wettbewerber jetzt minus vorher
   *[other] wir minus Wettbewerb
}: { $points } Punkte (Intervall { $low } bis { $high }), { $p }, { $verdict ->
    [significant] nach Korrektur signifikant
   *[other] nach Korrektur nicht signifikant
}
trend = { $way ->
    [up] steigend
    [down] fallend
   *[flat] keine klare Veränderung
}, { $points } Punkte (Intervall { $low } bis { $high })
trend-unknown = kein früherer Zeitraum zum Vergleich
short-trend = { $way ->
    [up] steigend
    [down] fallend
   *[flat] unklar
} { $points }
short-trend-unknown = kein früherer Zeitraum
insufficient = zu wenig Daten (n={ $n }, N={ $of })
stars = { $stars } von 5
count-and-share = { $count } ({ $share })
no-date = ohne Datum
period = { $days ->
    [one] { $since } bis { $until } ({ $days } Tag)
   *[other] { $since } bis { $until } ({ $days } Tage)
}
days-between = { $since } bis { $until }
no-period = keine Bewertung, die sich zählen lässt
list = { $names } und { $last }
list-with-others = { $count ->
    [one] { $names } und { $count } weiterer
   *[other] { $names } und { $count } weitere
}
empty-list = niemand

## Namen

kind = { $polarity ->
    [negative] Beschwerden
    [positive] Lob
   *[other] Erwähnungen
}
subject = { $theme }, { $polarity ->
    [negative] Beschwerden
    [positive] Lob
   *[other] Erwähnungen
}
cited = { $brand }, { $platform }, { $date }
place = { $place ->
    [awareness] Bekanntheit
    [word_of_mouth] Mundpropaganda
    [reviews_media] Bewertungen und Medien
    [website] Website
    [purchase] Kauf
    [delivery] Lieferung
    [support] Kundendienst
    [information] Informationssuche
    [after_sale] nach dem Kauf
   *[other] { $name }
}
platform = { $platform ->
    [app_store] App Store
    [own_site] eigene Website
    [marketplace] Marktplatz
   *[other] { $name }
}
effort = { $effort ->
    [quick_win] schnell umsetzbar
   *[structural] strukturell
}
state = { $state ->
    [ok] in Ordnung
    [partial] teilweise gelesen
    [empty] leer
    [blocked] blockiert
    [robots_denied] nicht erlaubt
    [layout_changed] Seitenaufbau geändert
    [error] fehlgeschlagen
    [missed] ausgelassen
    [imported] importiert
   *[never_run] noch nie gelesen
}
