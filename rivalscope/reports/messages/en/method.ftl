method-heading = Method
method-entries-heading = How an entry is made
method-entries = Brands are compared only on platforms and in languages they share, on days all of them cover. A difference weighs each platform and language by its reviews, so it need not be that of the two rates beside it. n and N count distinct reviews, never mentions. Fixed rules make every entry; no sentence is written by a model.
method-lines-heading = Thresholds and versions
no-method = No thresholds were recorded.
column-what = What
column-value = Value

## Lines of the method box: what, and its value

method-window = window
    .value = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
method-min_mentions = fewest mentions (n)
    .value = { $count }
method-min_reviews = fewest reviews (N)
    .value = { $count }
method-high = complaints are high from
    .value = { $rate } per 100 (lower bound)
method-gap_rivals = rivals that make a market gap
    .value = { $count }
method-not_worse = not worse means at most
    .value = { $points ->
        [one] { $points } point (upper bound)
       *[other] { $points } points (upper bound)
    }
method-baseline = baseline of a change
    .value = { $days ->
        [one] at least { $days } day
       *[other] at least { $days } days
    }
method-false_discovery = false discoveries among claims
    .value = at most { NUMBER($share, style: "percent") }
method-confidence = confidence of intervals
    .value = { NUMBER($share, style: "percent") }
method-languages = languages
    .value = { $names }
method-pack = theme pack
    .value = { $name }
method-understanding = understanding
    .value = { $version }
method-model = sentiment, { $language }
    .value = model { $name }
method-learned = sentiment, { $language }
    .value = learned from { $rows } starred reviews on { $day } (macro-F1 of negative and positive { NUMBER($learned_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, before { NUMBER($first_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, on { $unit ->
        [brands] brands
        [sources] sources
       *[reviews] reviews
    } held back; model { $engine })
method-no_better = sentiment, { $language }
    .value = { $first ->
        [lexicon] lexicon
       *[other] { $first }
    }; not learned from { $rows } starred reviews on { $day }: no better beyond chance (macro-F1 of negative and positive { NUMBER($learned_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, before { NUMBER($first_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, on { $unit ->
        [brands] brands
        [sources] sources
       *[reviews] reviews
    } held back)
method-too_few_stars = sentiment, { $language }
    .value = { $first ->
        [lexicon] lexicon
       *[other] { $first }
    }; not learned from stars on { $day }: too few starred reviews ({ $rows }, of them { $negative } negative and { $positive } positive)
method-precision = right mentions, { $language }
    .value = { $themes }
method-corrected = corrected by hand
    .value = { $wrong ->
        [one] { $wrong } mention not counted, { $turned } with another polarity
       *[other] { $wrong } mentions not counted, { $turned } with another polarity
    }
not-measured = not measured
precision = { $share } (interval { $low } to { $high }, n={ $n })
precision-earlier = { $share } (interval { $low } to { $high }, n={ $n }, { $earlier } of them about an earlier tagging)
theme-precision = { $theme } { $precision }
themes-not-measured = { $count ->
    [one] { $count } other theme not measured
   *[other] { $count } other themes not measured
}
method-stale = a source is stale after
    .value = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
