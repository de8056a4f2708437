## The sentence of each entry, by the rule that made it. Figures are ready to print; "points" always
## have one decimal. $theme is a theme's name, $us and $rival are brands, $rivals a list of them.

claim-better_than_rivals = { $polarity ->
    [positive] { $us } draws more praise for { $theme } than its rivals: { $rate } per 100 reviews, { $points } points above the rivals together.
   *[negative] { $us } draws fewer complaints about { $theme } than its rivals: { $rate } per 100 reviews, { $points } points below the rivals together.
}
claim-worse_than_rivals = { $polarity ->
    [positive] { $us } draws less praise for { $theme } than its rivals: { $rate } per 100 reviews, { $points } points below the rivals together.
   *[negative] { $us } draws more complaints about { $theme } than its rivals: { $rate } per 100 reviews, { $points } points above the rivals together.
}
claim-market_gap = Complaints about { $theme } are high at { $rivals } ({ $spread }) and not worse at { $us } ({ $rate } per 100 reviews): a gap { $us } can claim.
spread = { $low } to { $high } per 100 reviews
one-rate = { $rate } per 100 reviews
claim-faq_gap = Customers of { $rival } complain about { $theme } ({ $n } of { $of } reviews) and find no answer in its FAQ: { $us } can answer first.
claim-channel_gap = Customers of { $rival } complain about { $theme } ({ $n } of { $of } reviews) and no chat was found on its pages: { $us } can be easier to reach.
claim-rival_rising = Complaints about { $theme } are rising at { $rival }: { $rate } per 100 reviews, { $points } points above the period before.
claim-rival_spiking = Complaints about { $theme } have jumped at { $rival }: { $n } of { $of } reviews in the { $days ->
    [one] day
   *[other] { $days } days
} to { $until }, after { $n_before } of { $of_before } in the weeks before.
claim-without-figures = { $subject }: { $rule }
