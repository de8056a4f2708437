terminal-legend = kila mstari: maoni n kati ya N, kiwango kwa 100, kadirio lake la 95%, badiliko dhidi ya kipindi kilichotangulia
terminal-as-of = hali kufikia { $date }, siku zilizolinganishwa: { $period }
terminal-more = na { $count } zaidi; ripoti ya HTML inaorodhesha zote
terminal-more-brands = na chapa { $count } zaidi
terminal-method = Mbinu: { $lines }
column-stars = Nyota kati ya 5
column-sentiments = Chan/kati/hasi
column-top-complaint = Lalamiko kuu
column-top-praise = Sifa kuu
terminal-not-counted = { $brand }: hayakuhesabiwa maoni { $unknown } ya lugha zisizojulikana na { $undated } yasiyo na tarehe inayofaa
terminal-no-theme = hakuna mada iliyopatikana katika maoni yake
none-found = hakuna
terminal-proxies = Viashiria mbadala vya umma (makadirio: 95%; si NPS, CSAT wala CES)
column-owner-replied = Majibu ya kampuni
column-median-delay = Ucheleweshaji wa kati, siku
column-recommend = Kupendekeza, salio
terminal-moves = Kuhama:
terminal-no-moves = Kuhama kati ya chapa: { $nothing }
terminal-flow = { $origin } → { $target }: { $count }; { $rates }
short-rate = { $n } kati ya { $of } ({ $low }–{ $high } kwa 100)
short-delay = { $median } ({ $low }–{ $high }), n={ $n }
short-delay-of-few = { $median }, n={ $n }
short-net = { $net } ({ $low } hadi { $high }), n={ $n }
