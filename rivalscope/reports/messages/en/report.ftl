report-language = English
report-title = { $us } against { $rivals }
report-tab = { $us }: comparative SWOT as of { $date }
report-kind = Comparative SWOT of customer experience
synthetic-tag = Synthetic
synthetic = Synthetic data: the brands, reviews and figures in this report are made up for demonstration.

## Facts at the top

fact-market = Market
fact-industry = Industry
fact-market-industry = Market, industry
fact-as-of = As of
fact-window = Window
fact-days = Days compared
fact-strata = Compared in
fact-reviews = Reviews compared
no-days-compared = no comparison
no-strata = nothing
reviews-of-others = { $count ->
    [one] and { $count } other brand, { $total } in all
   *[other] and { $count } other brands, { $total } in all
}

## Headings and what stands under them

nav-label = Parts of this report
short-heading = In short
more-below = and { $count } more below
swot-heading = Comparative SWOT
swot-lead = Each entry stands on n of N distinct reviews per brand. Change is against the period of equal length before; a triangle marks a significant one, colored by whether customers are better off.
no-comparison = No comparison was made
no-comparison-rest = What follows about each brand by itself still holds.
no-reason = The reason is not known.
themes-heading = Themes compared
themes-lead = Reviews per 100 that speak of a theme: the dot is the rate, the line its 95 % interval. One scale serves all of them.
key-us = us
key-rival = a rival
not-compared-heading = Not compared
all-compared = Every brand was compared.
withheld-heading = Withheld for too little evidence
withheld-nav = Withheld
nothing-withheld = Nothing was withheld.

## Heads of columns

column-brand = Brand
column-theme = Theme
column-rate = Rate
column-interval = Interval
column-interval-95 = 95 % interval
column-per-100 = Per 100 reviews
column-rate-interval = n of N (per 100, 95 % interval)
column-change = Change
column-trend = Trend
column-evidence = Evidence
