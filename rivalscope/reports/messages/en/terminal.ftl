## Only in a terminal, where room is scarce

terminal-legend = each row: n of N reviews, rate per 100, its 95 % interval, change against the period before
terminal-as-of = as of { $date }, days compared: { $period }
terminal-more = and { $count } more; the HTML report lists them all
terminal-more-brands = { $count ->
    [one] and { $count } more brand
   *[other] and { $count } more brands
}
terminal-method = Method: { $lines }
column-stars = Stars of 5
column-sentiments = Pos/neu/neg
column-top-complaint = Top complaint
column-top-praise = Top praise
terminal-not-counted = { $brand }: not counted are { $unknown ->
    [one] { $unknown } review in an unknown language
   *[other] { $unknown } reviews in unknown languages
} and { $undated } without a usable date
terminal-no-theme = no theme was found in its reviews
none-found = none found
terminal-proxies = Public proxies (intervals: 95 %; no NPS, CSAT or CES)
column-owner-replied = Owner replied
column-median-delay = Median delay, days
column-recommend = Recommend, net
terminal-moves = Moves:
terminal-no-moves = Moves between brands: { $nothing }
terminal-flow = { $origin } to { $target }: { $count }; { $rates }
short-rate = { $n } of { $of } ({ $low }-{ $high } per 100)
short-delay = { $median } ({ $low }-{ $high }), n={ $n }
short-delay-of-few = { $median }, n={ $n }
short-net = { $net } ({ $low } to { $high }), n={ $n }
