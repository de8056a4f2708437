## Entries that name one rival or several; $count is how many

threat-better = { $rivals } { $count ->
    [one] is
   *[other] are
} clearly better on { $theme }, where { $us } falls short: { $polarity ->
    [positive] praised
   *[negative] criticized
} in { $spread } per 100 reviews against { $ours }.
threat-improving = { $rivals } { $count ->
    [one] is
   *[other] are
} improving on { $theme } and { $us } is not keeping up: { $polarity ->
    [positive] praise
   *[negative] complaints
} per 100 reviews moved by { $spread } points there and by { $ours } at { $us }.
threat-answer = { $rivals } now { $count ->
    [one] answers
   *[other] answer
} more on { $theme } in the FAQ, while customers of { $us } complain of it in { $n } of { $of } reviews.
threat-policy = { $rivals } now { $count ->
    [one] promises
   *[other] promise
} more on { $theme }, while customers of { $us } complain of it in { $n } of { $of } reviews.
threat-spread = { $low } to { $high }
threat-difference = { $rule ->
    [rival_improving] { $rival }'s change minus ours
   *[other] ours minus { $rival }
}: { $points } points (interval { $low } to { $high })
threat-news = { $date }, { $rival }
threat-before = before
rule-rival_policy = A rival's page promises more than before on a theme that enough of our customers complain of; two readings have shown it.
rule-rival_faq_answer = A rival's FAQ has a new or changed answer on a theme that enough of our customers complain of; two readings have shown it.
