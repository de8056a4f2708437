method-heading = Metoda
method-entries-heading = Jak zjištění vzniká
method-entries = Značky se srovnávají jen na platformách a v jazycích, které mají společné, a jen ve dnech, které jsou u všech načteny celé. Rozdíl váží každou platformu a jazyk podle počtu recenzí, takže nemusí být rozdílem obou podílů vedle něj. n a N jsou počty různých recenzí, nikdy zmínek. Každé zjištění vzniká podle pevných pravidel; žádnou větu nepíše model.
method-lines-heading = Prahy a verze
no-method = Žádné prahy nebyly zaznamenány.
column-what = Co
column-value = Hodnota

## Řádky

method-window = sledované období
    .value = { $days ->
        [one] { $days } den
        [few] { $days } dny
       *[other] { $days } dní
    }
method-min_mentions = nejméně zmínek (n)
    .value = { $count }
method-min_reviews = nejméně recenzí (N)
    .value = { $count }
method-high = stížností je mnoho od
    .value = { $rate } na 100 (dolní mez)
method-gap_rivals = počet konkurentů pro mezeru na trhu
    .value = { $count }
method-not_worse = „ne horší“ znamená rozdíl nejvýše
    .value = { $points ->
        [one] { $points } bod (horní mez)
        [few] { $points } body (horní mez)
        [many] { $points } bodu (horní mez)
       *[other] { $points } bodů (horní mez)
    }
method-baseline = základ pro měření změny
    .value = { $days ->
        [one] nejméně { $days } den
        [few] nejméně { $days } dny
       *[other] nejméně { $days } dní
    }
method-false_discovery = falešné nálezy mezi zjištěními
    .value = nejvýše { NUMBER($share, style: "percent") }
method-confidence = spolehlivost intervalů
    .value = { NUMBER($share, style: "percent") }
method-languages = jazyky
    .value = { $names }
method-pack = balíček témat
    .value = { $name }
method-understanding = verze rozboru textů
    .value = { $version }
method-model = sentiment, { $language }
    .value = model { $name }
method-learned = sentiment, { $language }
    .value = naučeno { $day } z recenzí s hvězdami, kterých bylo { $rows } (macro-F1 negativních a pozitivních { NUMBER($learned_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, předtím { NUMBER($first_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, ověřeno na odložených { $unit ->
        [brands] značkách
        [sources] zdrojích
       *[reviews] recenzích
    }; model { $engine })
method-no_better = sentiment, { $language }
    .value = { $first ->
        [lexicon] slovník
       *[other] { $first }
    }; z recenzí s hvězdami ({ $rows }) se { $day } nic nepřevzalo, protože zlepšení nepřesáhlo náhodu (macro-F1 negativních a pozitivních { NUMBER($learned_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, předtím { NUMBER($first_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, ověřeno na odložených { $unit ->
        [brands] značkách
        [sources] zdrojích
       *[reviews] recenzích
    })
method-too_few_stars = sentiment, { $language }
    .value = { $first ->
        [lexicon] slovník
       *[other] { $first }
    }; z hvězd se { $day } neučilo: příliš málo recenzí s hvězdami ({ $rows }, z toho negativních { $negative } a pozitivních { $positive })
method-precision = správné zmínky, { $language }
    .value = { $themes }
method-corrected = opraveno ručně
    .value = { $wrong ->
        [one] { $wrong } zmínka nezapočtena, s jinou polaritou { $turned }
        [few] { $wrong } zmínky nezapočteny, s jinou polaritou { $turned }
       *[other] { $wrong } zmínek nezapočteno, s jinou polaritou { $turned }
    }
not-measured = neměřeno
precision = { $share } (interval { $low } až { $high }, n={ $n })
precision-earlier = { $share } (interval { $low } až { $high }, n={ $n }, z toho { $earlier } k dřívějšímu značkování)
theme-precision = { $theme } { $precision }
themes-not-measured = { $count ->
    [one] { $count } další téma neměřeno
    [few] { $count } další témata neměřena
   *[other] { $count } dalších témat neměřeno
}
method-stale = zdroj je zastaralý po
    .value = { $days ->
        [one] { $days } dni
        [few] { $days } dnech
        [many] { $days } dne
       *[other] { $days } dnech
    }
