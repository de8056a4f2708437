brands-heading = A márkák külön-külön
brands-nav = Márkák
brands-lead = Minden, amit egy márkáról az időszakában olvastunk, összehasonlítás nélkül: a források és a nyelvek márkánként eltérnek.
no-brand = Nincs beállított márka.
us-tag = mi
brand-is-us = { $brand } (mi)
brand-reviews = Vélemények
brand-stars = Átlagos csillagszám
brand-sentiment = Hangulat
sentiment-of = A vélemények hangulata: { $brand }
sentiment-split = pozitív { $positive }, semleges { $neutral }, negatív { $negative }
brand-positive = Pozitív
brand-neutral = Semleges
brand-negative = Negatív
brand-replies = A cég válaszai
brand-period = Időszak
brand-unknown-language = Ismeretlen nyelven
brand-undated = Dátum nélkül
brand-chat = Chat
no-chat = nem találtunk
brand-faq = GYIK-bejegyzések
top-complaints = Leggyakoribb panaszok
no-complaints = Nem találtunk panaszt
top-praise = Leggyakoribb dicséretek
no-praise = Nem találtunk dicséretet

## Források

sources-heading = Források
column-platform = Platform
column-source = Forrás
column-state = Állapot
column-reason = Ok
column-stored = Tárolva
column-average = Saját átlaga
source-name = { $platform } ({ $source })
source-stands = { $brand }, { $platform }: { $state }
source-stands-because = { $brand }, { $platform }: { $state } ({ $reason })
source-kind = { $kind ->
    [faq] GYIK
    [site] weboldal
   *[reviews] vélemények
}
no-source = Nincs beállított forrás.
