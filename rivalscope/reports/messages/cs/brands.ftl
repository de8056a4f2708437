brands-heading = Každá značka zvlášť
brands-nav = Značky
brands-lead = Vše, co bylo o značce za její období načteno, bez srovnání s kýmkoli: zdroje a jazyky se mezi značkami liší.
no-brand = Není nastavena žádná značka.
us-tag = my
brand-is-us = { $brand } (my)
brand-reviews = Recenze
brand-stars = Průměr hvězd
brand-sentiment = Sentiment
sentiment-of = Sentiment recenzí: { $brand }
sentiment-split = pozitivní { $positive }, neutrální { $neutral }, negativní { $negative }
brand-positive = Pozitivní
brand-neutral = Neutrální
brand-negative = Negativní
brand-replies = Odpovědi firmy
brand-period = Období
brand-unknown-language = V neznámém jazyce
brand-undated = Bez data
brand-chat = Chat
no-chat = nenalezen
brand-faq = Položky FAQ
top-complaints = Nejčastější stížnosti
no-complaints = Žádné stížnosti
top-praise = Nejčastější pochvaly
no-praise = Žádné pochvaly

## Zdroje

sources-heading = Zdroje
column-platform = Platforma
column-source = Zdroj
column-state = Stav
column-reason = Důvod
column-stored = Uloženo
column-average = Vlastní průměr
source-name = { $platform } ({ $source })
source-stands = { $brand }, { $platform }: { $state }
source-stands-because = { $brand }, { $platform }: { $state } ({ $reason })
source-kind = { $kind ->
    [faq] FAQ
    [site] web
   *[reviews] recenze
}
no-source = Není nastaven žádný zdroj.
