# Spreadsheets and slides: names of sheets and columns, and the words of slides.

office-title = { $us } against { $rivals }
office-alone = { $us }: customer experience
office-subtitle = Comparative SWOT of customer experience
office-market = { $market }, as of { $date }
office-synthetic = Synthetic data: the brands, reviews and figures in this report are made up for demonstration.
office-cut = [cut]

# names of sheets: at most 31 characters
office-sheet =
    .swot = SWOT
    .themes = Themes
    .findings = Findings
    .evidence = Evidence
    .brands = Brands
    .sources = Sources
    .withheld = Withheld
    .method = Method

office-column =
    .quadrant = Quadrant
    .rule = Rule
    .theme = Theme
    .polarity = Kind
    .claim = Claim
    .brand = Brand
    .n = n (reviews)
    .of = N (reviews in all)
    .per_100 = Per 100 reviews
    .low = 95 % interval, low
    .high = 95 % interval, high
    .below = interval below the rate
    .above = interval above the rate
    .trend = Trend
    .change = Change (points)
    .change_low = Change, low
    .change_high = Change, high
    .change_p = Change, p
    .change_significant = Change significant
    .previous_n = n before
    .previous_of = N before
    .previous_per_100 = Per 100 before
    .difference = Difference (points)
    .difference_low = Difference, low
    .difference_high = Difference, high
    .p = p
    .significant = Significant
    .touchpoint = Touchpoint
    .stage = Stage
    .cautions = Cautions
    .quote_1 = Quote 1
    .cited_1 = Source of quote 1
    .link_1 = Address of quote 1
    .quote_2 = Quote 2
    .cited_2 = Source of quote 2
    .link_2 = Address of quote 2
    .quote_3 = Quote 3
    .cited_3 = Source of quote 3
    .link_3 = Address of quote 3
    .id = Id
    .synthetic = Made-up data
    .scope = Counted
    .design_effect = Design effect
    .enough = Enough evidence
    .since = From
    .until = To
    .quote = Quote
    .link = Address
    .entry = Belongs to
    .platform = Platform
    .language = Language
    .published_on = Published
    .decided_by = Tagged by
    .review = Review
    .is_us = We
    .reviews = Reviews
    .positive = Positive
    .neutral = Neutral
    .negative = Negative
    .stars = Stars (of 5)
    .replied = Owner replies
    .replied_of = of reviews
    .replied_per_100 = Replies per 100
    .unknown_language = Unknown language
    .undated = Without a date
    .chat = Chat
    .faq_entries = FAQ entries
    .source = Source
    .kind = Reads
    .state = State
    .reason = Reason
    .stored = Reviews stored
    .rating = Its average (of 5)
    .what = What
    .value = Value

office-term =
    .strength = Strengths
    .weakness = Weaknesses
    .opportunity = Opportunities
    .threat = Threats
    .negative = complaints
    .positive = praise
    .neutral = mentions
    .up = rising
    .down = falling
    .flat = no clear change
    .none = no earlier period
    .compared = in the comparison
    .by_itself = brand by itself
    .ok = ok
    .partial = read in part
    .empty = empty
    .blocked = blocked
    .robots_denied = not allowed
    .layout_changed = layout changed
    .error = failed
    .missed = missed
    .never_run = never read
    .imported = imported
    .quick_win = quick win
    .structural = structural

office-method =
    .market = Market
    .industry = Industry
    .as_of = As of
    .window = Window
    .compared = Days compared
    .report = Report
    .not_compared = Not compared
    .notice = Notice

office-chart =
    .title = Reviews per 100 that speak of a theme, by brand
    .axis = per 100 reviews
    .lead = Bars show reviews per 100, thin lines their 95 % intervals.
office-chart-others = { $count ->
    [one] { $count } more brand is in report.xlsx.
   *[other] { $count } more brands are in report.xlsx.
}

office-period = { $since } to { $until }
office-no-comparison = No comparison was made
office-nothing = Nothing that the evidence supports
office-unknown = not known
office-no-quote = No quote is at hand for this entry.
office-few = small count
office-counted = (n={ $n }, N={ $of })
office-rate = { $n } of { $of }: { $rate } per 100 ({ $low } to { $high })
office-share = { $n } of { $of }
office-difference = Difference { $points } points ({ $low } to { $high }), { $p }
office-cited = { $brand }, { $platform }, { $date }
office-no-date = no date
office-caution = Caution: { $sentence }
office-tactic = { $title } ({ $effort })
office-more-entries = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
office-more-brands = { $count ->
    [one] and { $count } more brand: see report.xlsx
   *[other] and { $count } more brands: see report.xlsx
}

office-slide =
    .overview = The SWOT at a glance
    .themes = Themes compared
    .sources = Each brand by itself
    .limits = What was not read or not compared
    .withheld = Withheld for too little evidence
    .complaint = Most frequent complaint
    .praise = Most frequent praise
    .read = Sources
    .method = Method
    .counted = Reviews that speak of it, of all
    .continued = { $title } ({ $page } of { $pages })
    .brand = Brand
    .rate = n of N
    .per-100 = Per 100
    .interval = 95 % interval
    .change = Change
office-reviews = { $count ->
    [one] { $count } review compared
   *[other] { $count } reviews compared
}
office-sources-sound = { $count ->
    [one] { $count } source read
   *[other] { $count } sources read
}
office-sources-failed = { $count ->
    [0] none failed
    [one] { $count } not read in full
   *[other] { $count } not read in full
}
office-fingerprint = report { $digest }
office-quadrant-lead =
    .strength = where customers prefer us
    .weakness = where customers prefer our rivals
    .opportunity = what rivals leave open
    .threat = where rivals pull ahead
