report-language = Magyar
report-title = { $us } és a versenytársak: { $rivals }
report-tab = { $us }: összehasonlító SWOT-elemzés, { $date }
report-kind = Az ügyfélélmény összehasonlító SWOT-elemzése
synthetic-tag = Mintaadatok
synthetic = Mesterséges adatok: a jelentésben szereplő márkák, vélemények és számok kitaláltak, csak bemutatóra szolgálnak.

## Adatok a fejlécben

fact-market = Piac
fact-industry = Iparág
fact-market-industry = Piac, iparág
fact-as-of = Állapot napja
fact-window = Időszak
fact-days = Összehasonlított napok
fact-strata = Az összehasonlítás helye
fact-reviews = Összehasonlított vélemények
no-days-compared = nincs összehasonlítás
no-strata = sehol
reviews-of-others = { $count ->
    [one] és még { $count } márka, összesen { $total }
   *[other] és még { $count } márka, összesen { $total }
}

## Címek és bevezetők

nav-label = A jelentés részei
short-heading = Röviden
more-below = és még { $count } lejjebb
swot-heading = Összehasonlító SWOT-elemzés
swot-lead = Minden megállapítás márkánként N különböző véleményből n darabra épül. A változást az előző, ugyanilyen hosszú időszakhoz mérjük; a háromszög szignifikáns változást jelöl, a színe pedig azt, hogy az ügyfeleknek jobb vagy rosszabb lett-e.
no-comparison = Nem készült összehasonlítás
no-comparison-rest = Amit alább az egyes márkákról külön-külön írunk, így is érvényes.
no-reason = Az ok nem ismert.
themes-heading = Témák összehasonlítása
themes-lead = 100 véleményből ennyi szól az adott témáról: a pont az arány, a vonal a 95%-os konfidenciaintervallum. Minden ábra skálája azonos.
key-us = mi
key-rival = versenytárs
not-compared-heading = Amit nem hasonlítottunk össze
all-compared = Minden márkát összehasonlítottunk.
withheld-heading = Kevés adat miatt nem közölt
withheld-nav = Nem közölt
nothing-withheld = Semmi sem maradt ki.

## Oszlopfejek

column-brand = Márka
column-theme = Téma
column-rate = Arány
column-interval = Intervallum
column-interval-95 = 95%-os intervallum
column-per-100 = 100 véleményre
column-rate-interval = n / N (100-ra vetítve, 95%-os intervallum)
column-change = Változás
column-trend = Alakulás
column-evidence = Adatok
