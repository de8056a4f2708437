report-language = Čeština
report-title = { $us } a konkurence: { $rivals }
report-tab = { $us }: srovnávací SWOT k { $date }
report-kind = Srovnávací SWOT zákaznické zkušenosti
synthetic-tag = Ukázka
synthetic = Umělá data: značky, recenze i čísla v této zprávě jsou vymyšlené a slouží jen jako ukázka.

## Údaje v záhlaví

fact-market = Trh
fact-industry = Odvětví
fact-market-industry = Trh, odvětví
fact-as-of = Stav ke dni
fact-window = Sledované období
fact-days = Srovnávané dny
fact-strata = Srovnáno na
fact-reviews = Srovnávané recenze
no-days-compared = nesrovnáváno
no-strata = nikde
reviews-of-others = { $count ->
    [one] a { $count } další značka, celkem { $total }
    [few] a { $count } další značky, celkem { $total }
   *[other] a { $count } dalších značek, celkem { $total }
}

## Nadpisy a úvody

nav-label = Části zprávy
short-heading = Ve zkratce
more-below = { $count ->
    [one] a { $count } další níže
    [few] a { $count } další níže
   *[other] a { $count } dalších níže
}
swot-heading = Srovnávací SWOT
swot-lead = Každé zjištění stojí na n z N různých recenzí u každé značky. Změna se měří oproti předchozímu stejně dlouhému období; trojúhelník značí změnu statisticky významnou a jeho barva to, zda se zákazníkům daří lépe, nebo hůře.
no-comparison = Srovnání nevzniklo
no-comparison-rest = Co níže stojí o jednotlivých značkách samotných, platí i tak.
no-reason = Důvod není znám.
themes-heading = Srovnání podle témat
themes-lead = Kolik recenzí ze 100 mluví o daném tématu: bod je podíl, čára jeho 95% interval spolehlivosti. Měřítko je pro všechny grafy stejné.
key-us = my
key-rival = konkurent
not-compared-heading = Co se nesrovnávalo
all-compared = Srovnány byly všechny značky.
withheld-heading = Neuvedeno pro nedostatek dat
withheld-nav = Neuvedeno
nothing-withheld = Nic nebylo vynecháno.

## Záhlaví sloupců

column-brand = Značka
column-theme = Téma
column-rate = Podíl
column-interval = Interval
column-interval-95 = 95% interval
column-per-100 = Na 100 recenzí
column-rate-interval = n z N (na 100, 95% interval)
column-change = Změna
column-trend = Vývoj
column-evidence = Podklady
