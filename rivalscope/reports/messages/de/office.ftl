# Tabellen und Folien: Namen von Blättern und Spalten und die Wörter der Folien.

office-title = { $us } gegen { $rivals }
office-alone = { $us }: Kundenerlebnis
office-subtitle = Vergleichende SWOT des Kundenerlebnisses
office-market = { $market }, Stand { $date }
office-synthetic = Künstliche Daten: Marken, Bewertungen und Zahlen in diesem Bericht sind zur Vorführung erfunden.
office-cut = [gekürzt]

office-sheet =
    .swot = SWOT
    .themes = Themen
    .findings = Befunde
    .evidence = Belege
    .brands = Marken
    .sources = Quellen
    .withheld = Zurückgehalten
    .method = Methode

office-column =
    .quadrant = Quadrant
    .rule = Regel
    .theme = Thema
    .polarity = Art
    .claim = Aussage
    .brand = Marke
    .n = n (Bewertungen)
    .of = N (alle Bewertungen)
    .per_100 = Je 100 Bewertungen
    .low = 95-%-Intervall, unten
    .high = 95-%-Intervall, oben
    .below = Intervall unter der Rate
    .above = Intervall über der Rate
    .trend = Trend
    .change = Änderung (Punkte)
    .change_low = Änderung, unten
    .change_high = Änderung, oben
    .change_p = Änderung, p
    .change_significant = Änderung signifikant
    .previous_n = n zuvor
    .previous_of = N zuvor
    .previous_per_100 = Je 100 zuvor
    .difference = Unterschied (Punkte)
    .difference_low = Unterschied, unten
    .difference_high = Unterschied, oben
    .p = p
    .significant = Signifikant
    .touchpoint = Kontaktpunkt
    .stage = Phase
    .cautions = Vorbehalte
    .quote_1 = Zitat 1
    .cited_1 = Quelle von Zitat 1
    .link_1 = Adresse von Zitat 1
    .quote_2 = Zitat 2
    .cited_2 = Quelle von Zitat 2
    .link_2 = Adresse von Zitat 2
    .quote_3 = Zitat 3
    .cited_3 = Quelle von Zitat 3
    .link_3 = Adresse von Zitat 3
    .id = Id
    .synthetic = Künstliche Daten
    .scope = Gezählt
    .design_effect = Designeffekt
    .enough = Genug Belege
    .since = Von
    .until = Bis
    .quote = Zitat
    .link = Adresse
    .entry = Gehört zu
    .platform = Plattform
    .language = Sprache
    .published_on = Veröffentlicht
    .decided_by = Erkannt durch
    .review = Bewertung
    .is_us = Wir
    .reviews = Bewertungen
    .positive = Positiv
    .neutral = Neutral
    .negative = Negativ
    .stars = Sterne (von 5)
    .replied = Antworten der Firma
    .replied_of = von Bewertungen
    .replied_per_100 = Antworten je 100
    .unknown_language = Sprache unbekannt
    .undated = Ohne Datum
    .chat = Chat
    .faq_entries = FAQ-Einträge
    .source = Quelle
    .kind = Inhalt
    .state = Zustand
    .reason = Grund
    .stored = Gespeicherte Bewertungen
    .rating = Eigener Schnitt (von 5)
    .what = Was
    .value = Wert

office-term =
    .strength = Stärken
    .weakness = Schwächen
    .opportunity = Chancen
    .threat = Risiken
    .negative = Beschwerden
    .positive = Lob
    .neutral = Erwähnungen
    .up = steigend
    .down = fallend
    .flat = keine klare Änderung
    .none = kein früherer Zeitraum
    .compared = im Vergleich
    .by_itself = Marke für sich
    .ok = in Ordnung
    .partial = teilweise gelesen
    .empty = leer
    .blocked = blockiert
    .robots_denied = nicht erlaubt
    .layout_changed = Aufbau geändert
    .error = fehlgeschlagen
    .missed = ausgelassen
    .never_run = nie gelesen
    .imported = importiert
    .quick_win = schnell umsetzbar
    .structural = grundlegend

office-method =
    .market = Markt
    .industry = Branche
    .as_of = Stand
    .window = Zeitraum
    .compared = Verglichene Tage
    .report = Bericht
    .not_compared = Nicht verglichen
    .notice = Hinweis

office-chart =
    .title = Bewertungen je 100, die ein Thema ansprechen, nach Marken
    .axis = je 100 Bewertungen
    .lead = Die Balken zeigen Bewertungen je 100, die dünnen Linien ihre 95-%-Intervalle.
office-chart-others = { $count ->
    [one] { $count } weitere Marke steht in report.xlsx.
   *[other] { $count } weitere Marken stehen in report.xlsx.
}

office-period = { $since } bis { $until }
office-no-comparison = Es wurde nicht verglichen
office-nothing = Nichts, was die Belege stützen
office-unknown = nicht bekannt
office-no-quote = Zu diesem Eintrag liegt kein Zitat vor.
office-few = geringe Anzahl
office-counted = (n={ $n }, N={ $of })
office-rate = { $n } von { $of }: { $rate } je 100 ({ $low } bis { $high })
office-share = { $n } von { $of }
office-difference = Unterschied { $points } Punkte ({ $low } bis { $high }), { $p }
office-cited = { $brand }, { $platform }, { $date }
office-no-date = ohne Datum
office-caution = Vorbehalt: { $sentence }
office-tactic = { $title } ({ $effort })
office-more-entries = { $count ->
    [one] und { $count } weiterer
   *[other] und { $count } weitere
}
office-more-brands = { $count ->
    [one] und { $count } weitere Marke: siehe report.xlsx
   *[other] und { $count } weitere Marken: siehe report.xlsx
}

office-slide =
    .overview = Die SWOT auf einen Blick
    .themes = Themen im Vergleich
    .sources = Jede Marke für sich
    .limits = Was nicht gelesen oder nicht verglichen wurde
    .withheld = Zurückgehalten mangels Belegen
    .complaint = Häufigste Beschwerde
    .praise = Häufigstes Lob
    .read = Quellen
    .method = Methode
    .counted = Bewertungen, die davon sprechen, von allen
    .continued = { $title } ({ $page } von { $pages })
    .brand = Marke
    .rate = n von N
    .per-100 = Je 100
    .interval = 95-%-Intervall
    .change = Änderung
office-reviews = { $count ->
    [one] { $count } Bewertung verglichen
   *[other] { $count } Bewertungen verglichen
}
office-sources-sound = { $count ->
    [one] { $count } Quelle gelesen
   *[other] { $count } Quellen gelesen
}
office-sources-failed = { $count ->
    [0] keine fehlgeschlagen
   *[other] { $count } nicht vollständig gelesen
}
office-fingerprint = Bericht { $digest }
office-quadrant-lead =
    .strength = wo Kunden uns vorziehen
    .weakness = wo Kunden unsere Rivalen vorziehen
    .opportunity = was Rivalen offen lassen
    .threat = wo Rivalen davonziehen
