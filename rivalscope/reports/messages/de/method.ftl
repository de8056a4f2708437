method-heading = Methode
method-entries-heading = Wie ein Eintrag entsteht
method-entries = Marken werden nur auf Plattformen und in Sprachen verglichen, die sie gemeinsam haben, und nur an Tagen, die für alle vollständig gelesen sind. Ein Unterschied gewichtet jede Plattform und Sprache nach ihren Bewertungen und muss daher nicht der Unterschied der beiden Raten daneben sein. n und N zählen verschiedene Bewertungen, nie Erwähnungen. Jeder Eintrag folgt festen Regeln; kein Satz stammt von einem Modell.
method-lines-heading = Schwellen und Versionen
no-method = Es sind keine Schwellen festgehalten.
column-what = Was
column-value = Wert

## Zeilen

method-window = Zeitraum
    .value = { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
    }
method-min_mentions = Mindestzahl an Erwähnungen (n)
    .value = { $count }
method-min_reviews = Mindestzahl an Bewertungen (N)
    .value = { $count }
method-high = viele Beschwerden sind es ab
    .value = { $rate } je 100 (untere Grenze)
method-gap_rivals = Wettbewerber, die eine Marktlücke ergeben
    .value = { $count }
method-not_worse = „nicht schlechter“ heißt höchstens
    .value = { $points ->
        [one] { $points } Punkt (obere Grenze)
       *[other] { $points } Punkte (obere Grenze)
    }
method-baseline = Vergleichsbasis einer Veränderung
    .value = { $days ->
        [one] mindestens { $days } Tag
       *[other] mindestens { $days } Tage
    }
method-false_discovery = falsche Befunde unter den Einträgen
    .value = höchstens { NUMBER($share, style: "percent") }
method-confidence = Konfidenz der Intervalle
    .value = { NUMBER($share, style: "percent") }
method-languages = Sprachen
    .value = { $names }
method-pack = Themenpaket
    .value = { $name }
method-understanding = Version der Textanalyse
    .value = { $version }
method-model = Stimmung, { $language }
    .value = Modell { $name }
method-learned = Stimmung, { $language }
    .value = am { $day } aus { $rows } Bewertungen mit Sternen gelernt (Macro-F1 für negativ und positiv { NUMBER($learned_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, zuvor { NUMBER($first_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, geprüft an zurückgehaltenen { $unit ->
        [brands] Marken
        [sources] Quellen
       *[reviews] Bewertungen
    }; Modell { $engine })
method-no_better = Stimmung, { $language }
    .value = { $first ->
        [lexicon] Wörterbuch
       *[other] { $first }
    }; am { $day } nicht aus { $rows } Bewertungen mit Sternen gelernt: nicht über den Zufall hinaus besser (Macro-F1 für negativ und positiv { NUMBER($learned_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, zuvor { NUMBER($first_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, geprüft an zurückgehaltenen { $unit ->
        [brands] Marken
        [sources] Quellen
       *[reviews] Bewertungen
    })
method-too_few_stars = Stimmung, { $language }
    .value = { $first ->
        [lexicon] Wörterbuch
       *[other] { $first }
    }; am { $day } nicht aus Sternen gelernt: zu wenige Bewertungen mit Sternen ({ $rows }, davon { $negative } negativ und { $positive } positiv)
method-precision = richtige Erwähnungen, { $language }
    .value = { $themes }
method-corrected = von Hand berichtigt
    .value = { $wrong ->
        [one] { $wrong } Erwähnung nicht gezählt, { $turned } mit anderer Polarität
       *[other] { $wrong } Erwähnungen nicht gezählt, { $turned } mit anderer Polarität
    }
not-measured = nicht gemessen
precision = { $share } (Intervall { $low } bis { $high }, n={ $n })
precision-earlier = { $share } (Intervall { $low } bis { $high }, n={ $n }, davon { $earlier } zu einer früheren Zuordnung)
theme-precision = { $theme } { $precision }
themes-not-measured = { $count ->
    [one] { $count } weiteres Thema nicht gemessen
   *[other] { $count } weitere Themen nicht gemessen
}
method-stale = eine Quelle ist veraltet nach
    .value = { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }
