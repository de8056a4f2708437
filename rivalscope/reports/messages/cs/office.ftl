# Tabulky a snímky: názvy listů a sloupců a slova na snímcích.

office-title = { $us } a konkurence: { $rivals }
office-alone = { $us }: zákaznická zkušenost
office-subtitle = Srovnávací SWOT zákaznické zkušenosti
office-market = { $market }, k datu { $date }
office-synthetic = Umělá data: značky, recenze i čísla v této zprávě jsou vymyšlené pro ukázku.
office-cut = [zkráceno]

office-sheet =
    .swot = SWOT
    .themes = Témata
    .findings = Zjištění
    .evidence = Doklady
    .brands = Značky
    .sources = Zdroje
    .withheld = Neporovnáno
    .method = Metoda

office-column =
    .quadrant = Kvadrant
    .rule = Pravidlo
    .theme = Téma
    .polarity = Druh
    .claim = Tvrzení
    .brand = Značka
    .n = n (recenzí)
    .of = N (recenzí celkem)
    .per_100 = Na 100 recenzí
    .low = 95% interval, dolní mez
    .high = 95% interval, horní mez
    .below = interval pod hodnotou
    .above = interval nad hodnotou
    .trend = Vývoj
    .change = Změna (body)
    .change_low = Změna, dolní mez
    .change_high = Změna, horní mez
    .change_p = Změna, p
    .change_significant = Změna je významná
    .previous_n = n dříve
    .previous_of = N dříve
    .previous_per_100 = Na 100 dříve
    .difference = Rozdíl (body)
    .difference_low = Rozdíl, dolní mez
    .difference_high = Rozdíl, horní mez
    .p = p
    .significant = Významné
    .touchpoint = Kontaktní místo
    .stage = Fáze
    .cautions = Upozornění
    .quote_1 = Citát 1
    .cited_1 = Zdroj citátu 1
    .link_1 = Adresa citátu 1
    .quote_2 = Citát 2
    .cited_2 = Zdroj citátu 2
    .link_2 = Adresa citátu 2
    .quote_3 = Citát 3
    .cited_3 = Zdroj citátu 3
    .link_3 = Adresa citátu 3
    .id = Id
    .synthetic = Umělá data
    .scope = Započteno
    .design_effect = Efekt výběru
    .enough = Dost dokladů
    .since = Od
    .until = Do
    .quote = Citát
    .link = Adresa
    .entry = Patří k
    .platform = Platforma
    .language = Jazyk
    .published_on = Zveřejněno
    .decided_by = Určilo pravidlo
    .review = Recenze
    .is_us = My
    .reviews = Recenze
    .positive = Kladné
    .neutral = Neutrální
    .negative = Záporné
    .stars = Hvězdy (z 5)
    .replied = Odpovědi firmy
    .replied_of = z recenzí
    .replied_per_100 = Odpovědi na 100
    .unknown_language = Neznámý jazyk
    .undated = Bez data
    .chat = Chat
    .faq_entries = Položky FAQ
    .source = Zdroj
    .kind = Obsahuje
    .state = Stav
    .reason = Důvod
    .stored = Uložené recenze
    .rating = Vlastní průměr (z 5)
    .what = Co
    .value = Hodnota

office-term =
    .strength = Silné stránky
    .weakness = Slabé stránky
    .opportunity = Příležitosti
    .threat = Hrozby
    .negative = stížnosti
    .positive = pochvaly
    .neutral = zmínky
    .up = roste
    .down = klesá
    .flat = bez jasné změny
    .none = bez staršího období
    .compared = ve srovnání
    .by_itself = značka sama
    .ok = v pořádku
    .partial = přečteno zčásti
    .empty = prázdné
    .blocked = zablokováno
    .robots_denied = nedovoleno
    .layout_changed = změněná stránka
    .error = selhalo
    .missed = vynecháno
    .never_run = dosud nečteno
    .imported = importováno
    .quick_win = rychlé zlepšení
    .structural = dlouhodobé

office-method =
    .market = Trh
    .industry = Obor
    .as_of = K datu
    .window = Období
    .compared = Porovnané dny
    .report = Zpráva
    .not_compared = Neporovnáno
    .notice = Upozornění

office-chart =
    .title = Kolik recenzí ze 100 mluví o tématu, podle značek
    .axis = na 100 recenzí
    .lead = Pruhy ukazují počet na 100 recenzí, tenké čáry jejich 95% intervaly.
office-chart-others = { $count ->
    [one] { $count } další značka je v report.xlsx.
    [few] { $count } další značky jsou v report.xlsx.
   *[other] { $count } dalších značek je v report.xlsx.
}

office-period = { $since } až { $until }
office-no-comparison = Srovnání nebylo provedeno
office-nothing = Nic, co by doklady podpořily
office-unknown = není známo
office-no-quote = K tomuto bodu není po ruce žádný citát.
office-few = malý počet
office-counted = (n={ $n }, N={ $of })
office-rate = { $n } z { $of }: { $rate } na 100 ({ $low } až { $high })
office-share = { $n } z { $of }
office-difference = Rozdíl { $points } bodu ({ $low } až { $high }), { $p }
office-cited = { $brand }, { $platform }, { $date }
office-no-date = bez data
office-caution = Pozor: { $sentence }
office-tactic = { $title } ({ $effort })
office-more-entries = { $count ->
    [one] a { $count } další
    [few] a { $count } další
   *[other] a { $count } dalších
}
office-more-brands = { $count ->
    [one] a { $count } další značka: viz report.xlsx
    [few] a { $count } další značky: viz report.xlsx
   *[other] a { $count } dalších značek: viz report.xlsx
}

office-slide =
    .overview = SWOT na první pohled
    .themes = Porovnaná témata
    .sources = Každá značka zvlášť
    .limits = Co nebylo přečteno nebo porovnáno
    .withheld = Neporovnáno pro málo dokladů
    .complaint = Nejčastější stížnost
    .praise = Nejčastější pochvala
    .read = Zdroje
    .method = Metoda
    .counted = Recenze, které o tom mluví, ze všech
    .continued = { $title } ({ $page } z { $pages })
    .brand = Značka
    .rate = n z N
    .per-100 = Na 100
    .interval = 95% interval
    .change = Změna
office-reviews = { $count ->
    [one] { $count } porovnaná recenze
    [few] { $count } porovnané recenze
   *[other] { $count } porovnaných recenzí
}
office-sources-sound = { $count ->
    [one] { $count } přečtený zdroj
    [few] { $count } přečtené zdroje
   *[other] { $count } přečtených zdrojů
}
office-sources-failed = { $count ->
    [0] žádný neselhal
   *[other] neúplně přečtených: { $count }
}
office-fingerprint = zpráva { $digest }
office-quadrant-lead =
    .strength = kde nás zákazníci mají raději
    .weakness = kde mají zákazníci raději konkurenci
    .opportunity = co konkurence nechává volné
    .threat = kde nás konkurence předstihuje
