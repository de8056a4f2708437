strength = Strengths
    .about = where customers prefer us
weakness = Weaknesses
    .about = where customers prefer our rivals
opportunity = Opportunities
    .about = what rivals leave open
threat = Threats
    .about = where rivals pull ahead
empty-quadrant = Nothing that the evidence supports
touchpoint = Touchpoint: { $place }
stage = Stage: { $place }
difference-label = Difference
caution = Caution
no-quote = No quote is at hand for this entry.
read-there = read it there
rule-label = Rule
cell-label = Cell
tactic = What to do ({ $effort }): { $title }
more-brands = { $count ->
    [one] { $count } more brand
   *[other] { $count } more brands
}

## What has to hold before a rule makes an entry; its thresholds stand in the method box

rule-better_than_rivals = Our complaint rate is below, or our praise rate above, that of the rivals together, and no single rival is significantly better.
rule-worse_than_rivals = Our complaint rate is above that of the rivals together.
rule-market_gap = Complaints are high at enough rivals, even at the lower end of the interval, and not worse at us.
rule-faq_gap = A rival's complaints are high on a theme that its own FAQ, read in full, does not answer.
rule-channel_gap = A rival's customers complain much of waiting or of reaching it, and its pages, read in full, show no chat.
rule-rival_rising = A rival's complaints rose significantly against the period of equal length before.
rule-rival_spiking = A rival's complaints of the last 7 days jumped above those of the 56 days before, beyond chance and beyond its number of reviews.
rule-rival_better = One rival is significantly better where we are weak or our complaints are high.
rule-rival_improving = A rival gets better, significantly more so than we, and we do not significantly.
