method-heading = Mbinu
method-entries-heading = Jinsi hoja inavyoundwa
method-entries = Chapa hulinganishwa kwenye majukwaa na lugha za pamoja tu, katika siku zilizosomwa zote kwa kila moja. Tofauti hupima kila jukwaa na lugha kwa idadi ya maoni yake, hivyo si lazima iwe tofauti ya viwango viwili vilivyo kando yake. n na N huhesabu maoni tofauti, kamwe si idadi ya kutajwa. Kila hoja hutokana na kanuni maalum; hakuna sentensi iliyoandikwa na modeli.
method-lines-heading = Viwango na matoleo
no-method = Hakuna viwango vilivyorekodiwa.
column-what = Nini
column-value = Thamani

## Mistari

method-window = kipindi
    .value = siku { $days }
method-min_mentions = idadi ndogo kabisa ya kutajwa (n)
    .value = { $count }
method-min_reviews = idadi ndogo kabisa ya maoni (N)
    .value = { $count }
method-high = malalamiko ni mengi kuanzia
    .value = { $rate } kwa 100 (kikomo cha chini)
method-gap_rivals = washindani wanaounda nafasi sokoni
    .value = { $count }
method-not_worse = “si mbaya zaidi” maana yake si zaidi ya
    .value = pointi { $points } (kikomo cha juu)
method-baseline = msingi wa kupima badiliko
    .value = angalau siku { $days }
method-false_discovery = matokeo ya uongo kati ya hoja
    .value = si zaidi ya { NUMBER($share, style: "percent") }
method-confidence = uhakika wa makadirio
    .value = { NUMBER($share, style: "percent") }
method-languages = lugha
    .value = { $names }
method-pack = kifurushi cha mada
    .value = { $name }
method-understanding = toleo la uchambuzi wa maandishi
    .value = { $version }
method-model = mtazamo, { $language }
    .value = modeli { $name }
method-learned = mtazamo, { $language }
    .value = umejifunzwa kutokana na maoni { $rows } yenye nyota tarehe { $day } (macro-F1 ya hasi na chanya { NUMBER($learned_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, awali { NUMBER($first_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, imepimwa kwa { $unit ->
        [brands] chapa zilizowekwa kando
        [sources] vyanzo vilivyowekwa kando
       *[reviews] maoni yaliyowekwa kando
    }; modeli { $engine })
method-no_better = mtazamo, { $language }
    .value = { $first ->
        [lexicon] kamusi
       *[other] { $first }
    }; haukujifunzwa kutokana na maoni { $rows } yenye nyota tarehe { $day }: hakuna uboreshaji zaidi ya bahati nasibu (macro-F1 ya hasi na chanya { NUMBER($learned_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, awali { NUMBER($first_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, imepimwa kwa { $unit ->
        [brands] chapa zilizowekwa kando
        [sources] vyanzo vilivyowekwa kando
       *[reviews] maoni yaliyowekwa kando
    })
method-too_few_stars = mtazamo, { $language }
    .value = { $first ->
        [lexicon] kamusi
       *[other] { $first }
    }; haukujifunzwa kutokana na nyota tarehe { $day }: maoni yenye nyota ni machache mno ({ $rows }, kati yake hasi { $negative } na chanya { $positive })
method-precision = usahihi wa kutajwa, { $language }
    .value = { $themes }
method-corrected = vilivyosahihishwa kwa mkono
    .value = { $wrong } havikuhesabiwa, { $turned } vimegeuzwa mtazamo
not-measured = haijapimwa
precision = { $share } (kadirio { $low } hadi { $high }, n={ $n })
precision-earlier = { $share } (kadirio { $low } hadi { $high }, n={ $n }, { $earlier } kati yake ni za uainishaji wa awali)
theme-precision = { $theme } { $precision }
themes-not-measured = { $count ->
    [one] mada nyingine { $count } haijapimwa
   *[other] mada nyingine { $count } hazijapimwa
}
method-stale = chanzo ni cha zamani baada ya
    .value = siku { $days }
