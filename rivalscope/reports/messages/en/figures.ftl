## Figures; all values are ready to print, but counts and days, which choose a plural form

unknown = not known
share = { $n } of { $of }
interval = { $low }-{ $high }
per-100 = per 100
rate = { $n } of { $of } ({ $per_100 } per 100, 95 % interval { $low }-{ $high })
few = small count
rate-of-few = { $rate }, small count
p-value = p = { $p }
p-below = p < { $p }
p-unknown = p not known
difference = { $rule ->
    [rival_improving] their change minus ours
    [rival_rising] theirs now minus theirs before
    [rival_spiking] theirs now minus theirs before
   *[other] ours minus theirs
}: { $points } points (interval { $low } to { $high }), { $p }, { $verdict ->
    [significant] significant after correction
   *[other] not significant after correction
}
trend = { $way ->
    [up] rising
    [down] falling
   *[flat] no clear change
}, { $points } points (interval { $low } to { $high })
trend-unknown = no earlier period to compare with
short-trend = { $way ->
    [up] rising
    [down] falling
   *[flat] unclear
} { $points }
short-trend-unknown = no earlier period
insufficient = insufficient (n={ $n }, N={ $of })
stars = { $stars } of 5
count-and-share = { $count } ({ $share })
no-date = no date
period = { $days ->
    [one] { $since } to { $until } ({ $days } day)
   *[other] { $since } to { $until } ({ $days } days)
}
days-between = { $since } to { $until }
no-period = no review that can be counted
list = { $names } and { $last }
list-with-others = { $count ->
    [one] { $names } and { $count } other
   *[other] { $names } and { $count } others
}
empty-list = nobody

## Names of things

kind = { $polarity ->
    [negative] complaints
    [positive] praise
   *[other] mentions
}
subject = { $theme }, { $polarity ->
    [negative] complaints
    [positive] praise
   *[other] mentions
}
cited = { $brand }, { $platform }, { $date }
place = { $place ->
    [awareness] awareness
    [word_of_mouth] word of mouth
    [reviews_media] reviews and media
    [website] website
    [purchase] purchase
    [delivery] delivery
    [support] support
    [information] looking for information
    [after_sale] after the sale
   *[other] { $name }
}
platform = { $platform ->
    [app_store] app store
    [own_site] own site
    [marketplace] marketplace
   *[other] { $name }
}
effort = { $effort ->
    [quick_win] quick win
   *[structural] structural
}
state = { $state ->
    [ok] ok
    [partial] read in part
    [empty] empty
    [blocked] blocked
    [robots_denied] not allowed
    [layout_changed] layout changed
    [error] failed
    [missed] missed
    [imported] imported
   *[never_run] never read
}
