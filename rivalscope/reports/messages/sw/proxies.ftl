proxies-heading = Viashiria mbadala vya umma
proxies-lead = Maandishi ya umma yanachodokeza pale ambapo utafiti pekee ungejua. Kila takwimu ni ya chapa moja peke yake: vyanzo na lugha hutofautiana kati ya chapa. Hizi si NPS, CSAT wala CES. Siku zilizohesabiwa: { $period }.
proxy-no-data = hakuna data
proxy-none-told = hakuna aliyetaja
proxy-all = zote pamoja

proxy-replies = Majibu ya kampuni: wepesi wa kujibu
    .about = Maoni yaliyojibiwa na kampuni, kwenye majukwaa ambayo yamewahi kuonyesha majibu tu. Ucheleweshaji ni siku kutoka maoni hadi jibu, pale tarehe zote mbili zinapoonyeshwa.
column-replied = Yaliyojibiwa
column-delay = Ucheleweshaji kwa siku
delay = kati { $median } (kadirio la 95% { $low }–{ $high }), robo { $lower }–{ $upper }, n={ $n }
delay-of-few = kati { $median } (hazitoshi kwa kadirio), robo { $lower }–{ $upper }, n={ $n }

proxy-effort = Usumbufu: gharama ya wateja kupata msaada
    .about = Maoni yanayosimulia kuuliza tena, kupelekwa kwa mwingine, kueleza upya au kujisaidia wenyewe. Lugha zimetenganishwa, kwani kila moja ina misemo yake.
column-language = Lugha
column-effort = Yanataja usumbufu

proxy-recommend = Utayari wa kupendekeza (kiashiria mbadala, si NPS)
    .about = Maoni yanayosema kama wangependekeza chapa au kurudi tena. Salio ni walio tayari kutoa wasio tayari, kwa maoni 100 yanayozungumzia jambo hilo.
column-speaking = Yanazungumzia hilo
column-willing = Ndiyo / hapana / yote mawili
column-net = Salio
net = { $net } (kadirio la 95% { $low } hadi { $high }), n={ $n }

proxy-moves = Kuhama kati ya chapa, kama wateja wanavyosimulia
    .about = Maoni yanayosema kuwa mwandishi anahama kutoka chapa ya mstari kwenda chapa ya safu, katika maoni ya chapa yoyote kati ya hizo mbili. Wanaohamia nje ya soko, au wasiosema wanakokwenda, hawamo hapa.
column-from-to = Kutoka \ kwenda

proxy-flows = Kila uhamaji na ushahidi wake
    .about = Chapa iliyoachwa: sehemu ya maoni yake yote. Chapa mpya: sehemu ya maoni yake.
column-from = Kutoka
column-to = Kwenda
column-leaving = Kwa maoni ya chapa iliyoachwa
column-coming = Kwa maoni ya chapa mpya

proxy-compared = Zinazolinganishwa bila kuhama
    .about = Maoni ya chapa moja yanayotaja nyingine na hayasimulii kuhama.
column-reviews-of = Maoni ya
column-names = Yanataja
column-how-many = Idadi
