report-language = Kiswahili
report-title = { $us } na washindani: { $rivals }
report-tab = { $us }: SWOT linganishi kufikia { $date }
report-kind = SWOT linganishi ya hali ya wateja
synthetic-tag = Mfano
synthetic = Data ya kubuni: chapa, maoni na takwimu katika ripoti hii vimetungwa kwa ajili ya kuonyesha mfano tu.

## Taarifa za juu

fact-market = Soko
fact-industry = Sekta
fact-market-industry = Soko, sekta
fact-as-of = Hali kufikia
fact-window = Kipindi
fact-days = Siku zilizolinganishwa
fact-strata = Mahali pa ulinganisho
fact-reviews = Maoni yaliyolinganishwa
no-days-compared = hakuna ulinganisho
no-strata = hakuna
reviews-of-others = { $count ->
    [one] na chapa nyingine { $count }, jumla { $total }
   *[other] na chapa nyingine { $count }, jumla { $total }
}

## Vichwa na utangulizi

nav-label = Sehemu za ripoti hii
short-heading = Kwa ufupi
more-below = na { $count } zaidi hapa chini
swot-heading = SWOT linganishi
swot-lead = Kila hoja imejengwa juu ya maoni n kati ya N tofauti kwa kila chapa. Mabadiliko hupimwa dhidi ya kipindi kilichotangulia chenye urefu uleule; pembetatu huonyesha badiliko la hakika kitakwimu, na rangi yake huonyesha kama hali ya wateja imekuwa nzuri au mbaya zaidi.
no-comparison = Hakuna ulinganisho uliofanyika
no-comparison-rest = Yanayofuata kuhusu kila chapa peke yake bado ni sahihi.
no-reason = Sababu haijulikani.
themes-heading = Mada zilizolinganishwa
themes-lead = Maoni kwa kila 100 yanayozungumzia mada: nukta ni kiwango, mstari ni kadirio lake la asilimia 95. Michoro yote hutumia kipimo kimoja.
key-us = sisi
key-rival = mshindani
not-compared-heading = Ambavyo havikulinganishwa
all-compared = Chapa zote zililinganishwa.
withheld-heading = Havikuonyeshwa kwa uchache wa data
withheld-nav = Havikuonyeshwa
nothing-withheld = Hakuna kilichoachwa.

## Vichwa vya safu

column-brand = Chapa
column-theme = Mada
column-rate = Kiwango
column-interval = Kadirio
column-interval-95 = Kadirio la 95%
column-per-100 = Kwa maoni 100
column-rate-interval = n kati ya N (kwa 100, kadirio la 95%)
column-change = Badiliko
column-trend = Mwelekeo
column-evidence = Ushahidi
