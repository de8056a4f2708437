unknown = není známo
share = { $n } z { $of }
interval = { $low }–{ $high }
per-100 = na 100
rate = { $n } z { $of } ({ $per_100 } na 100, 95% interval { $low }–{ $high })
few = málo dat
rate-of-few = { $rate }, málo dat
p-value = p = { $p }
p-below = p < { $p }
p-unknown = p není známo
difference = { $rule ->
    [rival_improving] jejich změna minus naše
    [rival_rising] konkurent nyní minus dříve
    [rival_spiking] konkurent nyní minus dříve
   *[other] my minus konkurence
}: { $points } bodu (interval { $low } až { $high }), { $p }, { $verdict ->
    [significant] po korekci významné
   *[other] po korekci nevýznamné
}
trend = { $way ->
    [up] roste
    [down] klesá
   *[flat] bez zřetelné změny
}, { $points } bodu (interval { $low } až { $high })
trend-unknown = chybí předchozí období ke srovnání
short-trend = { $way ->
    [up] roste
    [down] klesá
   *[flat] nejasné
} { $points }
short-trend-unknown = bez předchozího období
insufficient = nedostatek dat (n={ $n }, N={ $of })
stars = { $stars } z 5
count-and-share = { $count } ({ $share })
no-date = bez data
period = { $days ->
    [one] { $since } až { $until } ({ $days } den)
    [few] { $since } až { $until } ({ $days } dny)
   *[other] { $since } až { $until } ({ $days } dní)
}
days-between = { $since } až { $until }
no-period = žádná recenze, kterou lze započítat
list = { $names } a { $last }
list-with-others = { $count ->
    [one] { $names } a { $count } další
    [few] { $names } a { $count } další
   *[other] { $names } a { $count } dalších
}
empty-list = nikdo

## Názvy

kind = { $polarity ->
    [negative] stížnosti
    [positive] pochvaly
   *[other] zmínky
}
subject = { $theme }, { $polarity ->
    [negative] stížnosti
    [positive] pochvaly
   *[other] zmínky
}
cited = { $brand }, { $platform }, { $date }
place = { $place ->
    [awareness] povědomí o značce
    [word_of_mouth] osobní doporučení
    [reviews_media] recenze a média
    [website] web
    [purchase] nákup
    [delivery] doručení
    [support] zákaznická podpora
    [information] hledání informací
    [after_sale] po nákupu
   *[other] { $name }
}
platform = { $platform ->
    [app_store] App Store
    [own_site] vlastní web
    [marketplace] tržiště
   *[other] { $name }
}
effort = { $effort ->
    [quick_win] rychlá výhra
   *[structural] systémová změna
}
state = { $state ->
    [ok] v pořádku
    [partial] načteno zčásti
    [empty] prázdné
    [blocked] zablokováno
    [robots_denied] zakázáno
    [layout_changed] změněná stránka
    [error] selhalo
    [missed] vynecháno
    [imported] importováno
   *[never_run] dosud nenačteno
}
