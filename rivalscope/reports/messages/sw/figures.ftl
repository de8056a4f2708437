unknown = haijulikani
share = { $n } kati ya { $of }
interval = { $low }–{ $high }
per-100 = kwa 100
rate = { $n } kati ya { $of } ({ $per_100 } kwa 100, kadirio la 95% { $low }–{ $high })
few = data chache
rate-of-few = { $rate }, data chache
p-value = p = { $p }
p-below = p < { $p }
p-unknown = p haijulikani
difference = { $rule ->
    [rival_improving] badiliko lao kutoa letu
    [rival_rising] mshindani sasa kutoa awali
    [rival_spiking] mshindani sasa kutoa awali
   *[other] sisi kutoa washindani
}: pointi { $points } (kadirio { $low } hadi { $high }), { $p }, { $verdict ->
    [significant] ni hakika baada ya marekebisho
   *[other] si hakika baada ya marekebisho
}
trend = { $way ->
    [up] inapanda
    [down] inashuka
   *[flat] hakuna badiliko dhahiri
}, pointi { $points } (kadirio { $low } hadi { $high })
trend-unknown = hakuna kipindi cha awali cha kulinganisha
short-trend = { $way ->
    [up] inapanda
    [down] inashuka
   *[flat] haiko wazi
} { $points }
short-trend-unknown = hakuna kipindi cha awali
insufficient = data haitoshi (n={ $n }, N={ $of })
stars = { $stars } kati ya 5
count-and-share = { $count } ({ $share })
no-date = bila tarehe
period = { $days ->
    [one] { $since } hadi { $until } (siku { $days })
   *[other] { $since } hadi { $until } (siku { $days })
}
days-between = { $since } hadi { $until }
no-period = hakuna maoni yanayoweza kuhesabiwa
list = { $names } na { $last }
list-with-others = { $names } na nyingine { $count }
empty-list = hakuna

## Majina

kind = { $polarity ->
    [negative] malalamiko
    [positive] sifa
   *[other] kutajwa
}
subject = { $theme }, { $polarity ->
    [negative] malalamiko
    [positive] sifa
   *[other] kutajwa
}
cited = { $brand }, { $platform }, { $date }
place = { $place ->
    [awareness] kufahamika
    [word_of_mouth] habari za mdomo
    [reviews_media] maoni na vyombo vya habari
    [website] tovuti
    [purchase] ununuzi
    [delivery] usafirishaji
    [support] huduma kwa wateja
    [information] kutafuta taarifa
    [after_sale] baada ya mauzo
   *[other] { $name }
}
platform = { $platform ->
    [app_store] App Store
    [own_site] tovuti yao wenyewe
    [marketplace] soko la mtandaoni
   *[other] { $name }
}
effort = { $effort ->
    [quick_win] matokeo ya haraka
   *[structural] mabadiliko ya kimuundo
}
state = { $state ->
    [ok] sawa
    [partial] imesomwa kwa sehemu
    [empty] tupu
    [blocked] imezuiwa
    [robots_denied] hairuhusiwi
    [layout_changed] ukurasa umebadilika
    [error] imeshindikana
    [missed] imekosekana
    [imported] imeingizwa
   *[never_run] haijawahi kusomwa
}
