# Majedwali na slaidi: majina ya laha na safu, na maneno ya slaidi.

office-title = { $us } dhidi ya { $rivals }
office-alone = { $us }: uzoefu wa wateja
office-subtitle = SWOT linganishi ya uzoefu wa wateja
office-market = { $market }, hadi { $date }
office-synthetic = Data ya kubuni: chapa, maoni na takwimu katika ripoti hii zimetungwa kwa ajili ya maonyesho.
office-cut = [imefupishwa]

office-sheet =
    .swot = SWOT
    .themes = Mada
    .findings = Matokeo
    .evidence = Ushahidi
    .brands = Chapa
    .sources = Vyanzo
    .withheld = Yaliyozuiliwa
    .method = Mbinu

office-column =
    .quadrant = Sehemu
    .rule = Kanuni
    .theme = Mada
    .polarity = Aina
    .claim = Dai
    .brand = Chapa
    .n = n (maoni)
    .of = N (maoni yote)
    .per_100 = Kwa maoni 100
    .low = Masafa ya 95 %, chini
    .high = Masafa ya 95 %, juu
    .below = masafa chini ya kiwango
    .above = masafa juu ya kiwango
    .trend = Mwelekeo
    .change = Badiliko (pointi)
    .change_low = Badiliko, chini
    .change_high = Badiliko, juu
    .change_p = Badiliko, p
    .change_significant = Badiliko ni la maana
    .previous_n = n ya awali
    .previous_of = N ya awali
    .previous_per_100 = Kwa 100 awali
    .difference = Tofauti (pointi)
    .difference_low = Tofauti, chini
    .difference_high = Tofauti, juu
    .p = p
    .significant = Ya maana kitakwimu
    .touchpoint = Mahali pa kukutana
    .stage = Hatua
    .cautions = Tahadhari
    .quote_1 = Nukuu 1
    .cited_1 = Chanzo cha nukuu 1
    .link_1 = Anwani ya nukuu 1
    .quote_2 = Nukuu 2
    .cited_2 = Chanzo cha nukuu 2
    .link_2 = Anwani ya nukuu 2
    .quote_3 = Nukuu 3
    .cited_3 = Chanzo cha nukuu 3
    .link_3 = Anwani ya nukuu 3
    .id = Kitambulisho
    .synthetic = Data ya kubuni
    .scope = Imehesabiwa
    .design_effect = Athari ya sampuli
    .enough = Ushahidi wa kutosha
    .since = Kuanzia
    .until = Hadi
    .quote = Nukuu
    .link = Anwani
    .entry = Ni ya
    .platform = Jukwaa
    .language = Lugha
    .published_on = Ilichapishwa
    .decided_by = Iliamuliwa na
    .review = Maoni
    .is_us = Sisi
    .reviews = Maoni
    .positive = Chanya
    .neutral = Ya kati
    .negative = Hasi
    .stars = Nyota (kati ya 5)
    .replied = Majibu ya kampuni
    .replied_of = kati ya maoni
    .replied_per_100 = Majibu kwa 100
    .unknown_language = Lugha haijulikani
    .undated = Bila tarehe
    .chat = Gumzo
    .faq_entries = Maswali ya FAQ
    .source = Chanzo
    .kind = Kilicho ndani
    .state = Hali
    .reason = Sababu
    .stored = Maoni yaliyohifadhiwa
    .rating = Wastani wake (kati ya 5)
    .what = Nini
    .value = Thamani

office-term =
    .strength = Nguvu
    .weakness = Udhaifu
    .opportunity = Fursa
    .threat = Vitisho
    .negative = malalamiko
    .positive = sifa
    .neutral = kutajwa
    .up = inapanda
    .down = inashuka
    .flat = hakuna badiliko wazi
    .none = hakuna kipindi cha awali
    .compared = katika ulinganisho
    .by_itself = chapa peke yake
    .ok = sawa
    .partial = kimesomwa kwa sehemu
    .empty = tupu
    .blocked = kimezuiwa
    .robots_denied = hairuhusiwi
    .layout_changed = ukurasa umebadilika
    .error = kimeshindwa
    .missed = kimekosekana
    .never_run = hakijasomwa
    .imported = kimeingizwa
    .quick_win = ya haraka
    .structural = ya kimuundo

office-method =
    .market = Soko
    .industry = Sekta
    .as_of = Hadi
    .window = Kipindi
    .compared = Siku zilizolinganishwa
    .report = Ripoti
    .not_compared = Hazikulinganishwa
    .notice = Ilani

office-chart =
    .title = Maoni kati ya 100 yanayotaja mada, kwa kila chapa
    .axis = kwa maoni 100
    .lead = Mihimili inaonyesha idadi kwa maoni 100, mistari myembamba ni masafa ya 95 %.
office-chart-others = { $count ->
    [one] Chapa { $count } zaidi iko katika report.xlsx.
   *[other] Chapa { $count } zaidi ziko katika report.xlsx.
}

office-period = { $since } hadi { $until }
office-no-comparison = Hakuna ulinganisho uliofanyika
office-nothing = Hakuna kinachothibitishwa na ushahidi
office-unknown = haijulikani
office-no-quote = Hakuna nukuu ya ingizo hili.
office-few = idadi ndogo
office-counted = (n={ $n }, N={ $of })
office-rate = { $n } kati ya { $of }: { $rate } kwa 100 ({ $low } hadi { $high })
office-share = { $n } kati ya { $of }
office-difference = Tofauti: pointi { $points } ({ $low } hadi { $high }), { $p }
office-cited = { $brand }, { $platform }, { $date }
office-no-date = bila tarehe
office-caution = Tahadhari: { $sentence }
office-tactic = { $title } ({ $effort })
office-more-entries = { $count ->
    [one] na { $count } zaidi
   *[other] na { $count } zaidi
}
office-more-brands = { $count ->
    [one] na chapa { $count } zaidi: tazama report.xlsx
   *[other] na chapa { $count } zaidi: tazama report.xlsx
}

office-slide =
    .overview = SWOT kwa mtazamo mmoja
    .themes = Mada zilizolinganishwa
    .sources = Kila chapa peke yake
    .limits = Ambavyo havikusomwa au havikulinganishwa
    .withheld = Yaliyozuiliwa kwa ushahidi mdogo
    .complaint = Lalamiko la mara nyingi zaidi
    .praise = Sifa ya mara nyingi zaidi
    .read = Vyanzo
    .method = Mbinu
    .counted = Maoni yanayotaja, kati ya yote
    .continued = { $title } ({ $page } kati ya { $pages })
    .brand = Chapa
    .rate = n kati ya N
    .per-100 = Kwa 100
    .interval = Masafa ya 95 %
    .change = Badiliko
office-reviews = { $count ->
    [one] maoni { $count } yaliyolinganishwa
   *[other] maoni { $count } yaliyolinganishwa
}
office-sources-sound = { $count ->
    [one] chanzo { $count } kimesomwa
   *[other] vyanzo { $count } vimesomwa
}
office-sources-failed = { $count ->
    [0] hakuna kilichoshindwa
   *[other] ambavyo havikusomwa kikamilifu: { $count }
}
office-fingerprint = ripoti { $digest }
office-quadrant-lead =
    .strength = ambapo wateja hutupendelea sisi
    .weakness = ambapo wateja huwapendelea washindani
    .opportunity = ambacho washindani huacha wazi
    .threat = ambapo washindani wanatutangulia
