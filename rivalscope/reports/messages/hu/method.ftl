method-heading = Módszer
method-entries-heading = Hogyan születik egy megállapítás
method-entries = A márkákat csak közös platformokon és nyelveken hasonlítjuk össze, és csak olyan napokon, amelyeket mindegyiknél teljesen beolvastunk. A különbség minden platformot és nyelvet a vélemények száma szerint súlyoz, ezért nem feltétlenül a mellette álló két arány különbsége. Az n és az N különböző véleményeket számol, soha nem említéseket. Minden megállapítás rögzített szabályból ered; egyetlen mondatot sem modell írt.
method-lines-heading = Küszöbök és változatok
no-method = Nincsenek feljegyzett küszöbök.
column-what = Mi
column-value = Érték

## Sorok

method-window = időszak
    .value = { $days } nap
method-min_mentions = legkevesebb említés (n)
    .value = { $count }
method-min_reviews = legkevesebb vélemény (N)
    .value = { $count }
method-high = sok panasz ettől
    .value = 100-ra { $rate } (alsó határ)
method-gap_rivals = ennyi versenytárs ad piaci rést
    .value = { $count }
method-not_worse = a „nem rosszabb” legfeljebb ennyi
    .value = { $points } pont (felső határ)
method-baseline = a változás alapja
    .value = legalább { $days } nap
method-false_discovery = téves találatok a megállapítások között
    .value = legfeljebb { NUMBER($share, style: "percent") }
method-confidence = az intervallumok megbízhatósága
    .value = { NUMBER($share, style: "percent") }
method-languages = nyelvek
    .value = { $names }
method-pack = témacsomag
    .value = { $name }
method-understanding = a szövegelemzés változata
    .value = { $version }
method-model = hangulat, { $language }
    .value = modell: { $name }
method-learned = hangulat, { $language }
    .value = { $rows } csillagos véleményből tanulva, { $day } (negatív és pozitív macro-F1: { NUMBER($learned_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, korábban { NUMBER($first_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, ellenőrizve félretett { $unit ->
        [brands] márkákon
        [sources] forrásokon
       *[reviews] véleményeken
    }; modell: { $engine })
method-no_better = hangulat, { $language }
    .value = { $first ->
        [lexicon] szótár
       *[other] { $first }
    }; a { $rows } csillagos véleményből tanult változat a véletlenen túl nem volt jobb, { $day } (negatív és pozitív macro-F1: { NUMBER($learned_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, korábban { NUMBER($first_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, ellenőrizve félretett { $unit ->
        [brands] márkákon
        [sources] forrásokon
       *[reviews] véleményeken
    })
method-too_few_stars = hangulat, { $language }
    .value = { $first ->
        [lexicon] szótár
       *[other] { $first }
    }; csillagokból nem tanult, { $day }: túl kevés a csillagos vélemény ({ $rows }, ebből { $negative } negatív és { $positive } pozitív)
method-precision = helyes említések, { $language }
    .value = { $themes }
method-corrected = kézzel javítva
    .value = { $wrong } említés nem számít, { $turned } más polaritással
not-measured = nem mértük
precision = { $share } (intervallum: { $low } és { $high } között, n={ $n })
precision-earlier = { $share } (intervallum: { $low } és { $high } között, n={ $n }, ebből { $earlier } korábbi címkézésről szól)
theme-precision = { $theme } { $precision }
themes-not-measured = további { $count } témát nem mértünk
method-stale = egy forrás elavult ennyi idő után
    .value = { $days } nap
