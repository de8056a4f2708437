# Táblázatok és diák: a lapok és oszlopok nevei és a diák szavai.

office-title = { $us } és versenytársai: { $rivals }
office-alone = { $us }: ügyfélélmény
office-subtitle = Az ügyfélélmény összehasonlító SWOT-elemzése
office-market = { $market }, állapot: { $date }
office-synthetic = Mesterséges adatok: a jelentés márkái, véleményei és számai bemutató céljára kitaláltak.
office-cut = [rövidítve]

office-sheet =
    .swot = SWOT
    .themes = Témák
    .findings = Megállapítások
    .evidence = Bizonyítékok
    .brands = Márkák
    .sources = Források
    .withheld = Visszatartva
    .method = Módszer

office-column =
    .quadrant = Negyed
    .rule = Szabály
    .theme = Téma
    .polarity = Fajta
    .claim = Állítás
    .brand = Márka
    .n = n (vélemény)
    .of = N (összes vélemény)
    .per_100 = 100 véleményből
    .low = 95%-os intervallum alja
    .high = 95%-os intervallum teteje
    .below = intervallum az érték alatt
    .above = intervallum az érték fölött
    .trend = Irány
    .change = Változás (pont)
    .change_low = Változás, alsó
    .change_high = Változás, felső
    .change_p = Változás, p
    .change_significant = A változás szignifikáns
    .previous_n = n korábban
    .previous_of = N korábban
    .previous_per_100 = 100-ból korábban
    .difference = Különbség (pont)
    .difference_low = Különbség, alsó
    .difference_high = Különbség, felső
    .p = p
    .significant = Szignifikáns
    .touchpoint = Érintkezési pont
    .stage = Szakasz
    .cautions = Figyelmeztetések
    .quote_1 = 1. idézet
    .cited_1 = 1. idézet forrása
    .link_1 = 1. idézet címe
    .quote_2 = 2. idézet
    .cited_2 = 2. idézet forrása
    .link_2 = 2. idézet címe
    .quote_3 = 3. idézet
    .cited_3 = 3. idézet forrása
    .link_3 = 3. idézet címe
    .id = Azonosító
    .synthetic = Kitalált adat
    .scope = Számítás
    .design_effect = Mintavételi hatás
    .enough = Elég bizonyíték
    .since = Kezdete
    .until = Vége
    .quote = Idézet
    .link = Cím
    .entry = Hová tartozik
    .platform = Platform
    .language = Nyelv
    .published_on = Megjelent
    .decided_by = Mi döntötte el
    .review = Vélemény
    .is_us = Mi
    .reviews = Vélemények
    .positive = Kedvező
    .neutral = Semleges
    .negative = Kedvezőtlen
    .stars = Csillag (5-ből)
    .replied = A cég válaszai
    .replied_of = ennyi véleményre
    .replied_per_100 = Válasz 100-ra
    .unknown_language = Ismeretlen nyelv
    .undated = Dátum nélkül
    .chat = Csevegés
    .faq_entries = GYIK-bejegyzés
    .source = Forrás
    .kind = Tartalma
    .state = Állapot
    .reason = Ok
    .stored = Tárolt vélemény
    .rating = Saját átlaga (5-ből)
    .what = Mi
    .value = Érték

office-term =
    .strength = Erősségek
    .weakness = Gyengeségek
    .opportunity = Lehetőségek
    .threat = Veszélyek
    .negative = panaszok
    .positive = dicséretek
    .neutral = említések
    .up = nő
    .down = csökken
    .flat = nincs egyértelmű változás
    .none = nincs korábbi időszak
    .compared = az összehasonlításban
    .by_itself = a márka önmagában
    .ok = rendben
    .partial = részben olvasva
    .empty = üres
    .blocked = letiltva
    .robots_denied = nem engedélyezett
    .layout_changed = megváltozott oldal
    .error = sikertelen
    .missed = kimaradt
    .never_run = még nem olvasott
    .imported = importálva
    .quick_win = gyorsan megtehető
    .structural = mélyebb átalakítás

office-method =
    .market = Piac
    .industry = Iparág
    .as_of = Állapot
    .window = Időszak
    .compared = Összehasonlított napok
    .report = Jelentés
    .not_compared = Nincs összehasonlítva
    .notice = Megjegyzés

office-chart =
    .title = 100 véleményből hány szól a témáról, márkánként
    .axis = 100 véleményből
    .lead = A sávok 100 véleményre vetítve mutatják az említéseket, a vékony vonalak a 95%-os intervallumot.
office-chart-others = { $count ->
    [one] További { $count } márka a report.xlsx fájlban van.
   *[other] További { $count } márka a report.xlsx fájlban van.
}

office-period = { $since } – { $until }
office-no-comparison = Nem készült összehasonlítás
office-nothing = Semmi, amit a bizonyítékok alátámasztanának
office-unknown = nem ismert
office-no-quote = Ehhez a ponthoz nincs kéznél idézet.
office-few = kis szám
office-counted = (n={ $n }, N={ $of })
office-rate = { $of } közül { $n }: { $rate } / 100 ({ $low } – { $high })
office-share = { $of } közül { $n }
office-difference = Különbség: { $points } pont ({ $low } – { $high }), { $p }
office-cited = { $brand }, { $platform }, { $date }
office-no-date = dátum nélkül
office-caution = Figyelem: { $sentence }
office-tactic = { $title } ({ $effort })
office-more-entries = { $count ->
    [one] és még { $count }
   *[other] és még { $count }
}
office-more-brands = { $count ->
    [one] és még { $count } márka: lásd report.xlsx
   *[other] és még { $count } márka: lásd report.xlsx
}

office-slide =
    .overview = A SWOT egy pillantásra
    .themes = Összehasonlított témák
    .sources = Minden márka önmagában
    .limits = Amit nem olvastunk vagy nem hasonlítottunk össze
    .withheld = Kevés bizonyíték miatt visszatartva
    .complaint = Leggyakoribb panasz
    .praise = Leggyakoribb dicséret
    .read = Források
    .method = Módszer
    .counted = Ennyi vélemény szól róla az összesből
    .continued = { $title } ({ $page }/{ $pages })
    .brand = Márka
    .rate = n, N-ből
    .per-100 = 100-ból
    .interval = 95%-os int.
    .change = Változás
office-reviews = { $count ->
    [one] { $count } összehasonlított vélemény
   *[other] { $count } összehasonlított vélemény
}
office-sources-sound = { $count ->
    [one] { $count } forrás beolvasva
   *[other] { $count } forrás beolvasva
}
office-sources-failed = { $count ->
    [0] hiba nélkül
   *[other] { $count } nem teljesen
}
office-fingerprint = jelentés: { $digest }
office-quadrant-lead =
    .strength = ahol minket kedvelnek jobban
    .weakness = ahol a versenytársakat kedvelik jobban
    .opportunity = amit a versenytársak szabadon hagynak
    .threat = ahol a versenytársak megelőznek
