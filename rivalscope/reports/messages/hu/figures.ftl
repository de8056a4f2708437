unknown = nem ismert
share = { $n } / { $of }
interval = { $low }–{ $high }
per-100 = 100-ra
rate = { $n } / { $of } (100-ra { $per_100 }, 95%-os intervallum { $low }–{ $high })
few = kevés adat
rate-of-few = { $rate }, kevés adat
p-value = p = { $p }
p-below = p < { $p }
p-unknown = p nem ismert
difference = { $rule ->
    [rival_improving] az ő változásuk mínusz a miénk
    [rival_rising] a versenytárs most mínusz korábban
    [rival_spiking] a versenytárs most mínusz korábban
   *[other] mi mínusz a versenytársak
}: { $points } pont (intervallum: { $low } és { $high } között), { $p }, { $verdict ->
    [significant] korrekció után szignifikáns
   *[other] korrekció után nem szignifikáns
}
trend = { $way ->
    [up] növekszik
    [down] csökken
   *[flat] nincs egyértelmű változás
}, { $points } pont (intervallum: { $low } és { $high } között)
trend-unknown = nincs korábbi időszak az összevetéshez
short-trend = { $way ->
    [up] növekszik
    [down] csökken
   *[flat] bizonytalan
} { $points }
short-trend-unknown = nincs korábbi időszak
insufficient = kevés az adat (n={ $n }, N={ $of })
stars = { $stars } / 5
count-and-share = { $count } ({ $share })
no-date = dátum nélkül
period = { $since } – { $until } ({ $days } nap)
days-between = { $since } – { $until }
no-period = nincs számba vehető vélemény
list = { $names } és { $last }
list-with-others = { $names } és még { $count }
empty-list = senki

## Nevek

kind = { $polarity ->
    [negative] panaszok
    [positive] dicséretek
   *[other] említések
}
subject = { $theme }, { $polarity ->
    [negative] panaszok
    [positive] dicséretek
   *[other] említések
}
cited = { $brand }, { $platform }, { $date }
place = { $place ->
    [awareness] ismertség
    [word_of_mouth] szájhagyomány
    [reviews_media] vélemények és média
    [website] weboldal
    [purchase] vásárlás
    [delivery] kiszállítás
    [support] ügyfélszolgálat
    [information] tájékozódás
    [after_sale] vásárlás után
   *[other] { $name }
}
platform = { $platform ->
    [app_store] App Store
    [own_site] saját weboldal
    [marketplace] piactér
   *[other] { $name }
}
effort = { $effort ->
    [quick_win] gyors eredmény
   *[structural] szerkezeti változás
}
state = { $state ->
    [ok] rendben
    [partial] részben beolvasva
    [empty] üres
    [blocked] letiltva
    [robots_denied] nem engedélyezett
    [layout_changed] megváltozott oldal
    [error] sikertelen
    [missed] kimaradt
    [imported] importálva
   *[never_run] még nem olvastuk
}
