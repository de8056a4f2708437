terminal-legend = soronként: N véleményből n, arány 100-ra, 95%-os intervalluma, változás az előző időszakhoz képest
terminal-as-of = állapot: { $date }, összehasonlított napok: { $period }
terminal-more = és még { $count }; a HTML-jelentésben mind megvan
terminal-more-brands = és még { $count } márka
terminal-method = Módszer: { $lines }
column-stars = Csillag (5-ből)
column-sentiments = Poz/sem/neg
column-top-complaint = Fő panasz
column-top-praise = Fő dicséret
terminal-not-counted = { $brand }: nem számít bele { $unknown } ismeretlen nyelvű és { $undated } használható dátum nélküli vélemény
terminal-no-theme = a véleményekben nem találtunk témát
none-found = nem találtunk
terminal-proxies = Nyilvános közelítő mutatók (intervallumok: 95%; nem NPS, CSAT vagy CES)
column-owner-replied = A cég válaszai
column-median-delay = Késés mediánja, nap
column-recommend = Ajánlás, egyenleg
terminal-moves = Váltások:
terminal-no-moves = Márkaváltások: { $nothing }
terminal-flow = { $origin } → { $target }: { $count }; { $rates }
short-rate = { $n } / { $of } (100-ra { $low }–{ $high })
short-delay = { $median } ({ $low }–{ $high }), n={ $n }
short-delay-of-few = { $median }, n={ $n }
short-net = { $net } ({ $low } és { $high } között), n={ $n }
