## The customer's journey

journey-heading = Customer journey
journey-compared = Counted where the brands are compared: the same platforms, languages and days for all.
journey-alone = No comparison was made: each brand is counted in all that was read of it, so that figures of two brands need not go together.
heat-complaints = Complaints by stage and touchpoint
heat-praise = Praise by stage and touchpoint
heat-about = Distinct reviews per 100 that speak of any theme of the place, counted from the reviews themselves: no sum of themes, as one review may name several. Below the rate stand its 95 % interval and n of N; the stronger the color, the higher the rate.
heat-no-theme = no theme
heat-column = Place
heat-axis = { $axis ->
    [stage] Stage
   *[touchpoint] Touchpoint
}: { $place ->
    [information] looking for information
    [purchase] purchase
    [after_sale] after the sale
    [awareness] awareness
    [word_of_mouth] word of mouth
    [reviews_media] reviews and media
    [website] website
    [delivery] delivery
   *[support] support
}
position-title = How much is written, and how content its writers are
position-about = Up stands the share of reviews with a positive text, with its 95 % interval; to the right the number of reviews per 30 days, which is counted and not estimated. Each brand in all that was read of it in its period.
position-per-month = Reviews per 30 days
position-content = Positive reviews per 100
position-reviews = Reviews
best-title = Best in each theme
best-about = Among the brands compared, with n of N and the 95 % interval. Clear means that the intervals of the best and the next do not overlap.
best-fewest = { $theme }: fewest complaints
best-most = { $theme }: most praise
best-brand = Best
best-next = Next
best-verdict = Verdict
best-clear = clear
best-close = not told apart
delight-title = Small things that delight
delight-about = Reviews that praise a small detail nobody had to add, with n of N and what they say.
delight-rate = Reviews with such praise

## FAQ and promises

faq-heading = FAQ and promises
faq-lead = What the brands' own pages answer and promise, beside what their customers complain of. A change counts once two successful readings have shown it; another look of the same words is none.
faq-coverage = Themes answered
faq-coverage-about = The most complained of come first. Only themes that a page of answers can settle.
faq-state = { $state ->
    [answered] answered
    [open] missing
   *[unread] not read
}
faq-answered = answered ({ $count })
faq-changed = changed { $date }
faq-against = complaints speak against it
faq-contradictions = Promises that complaints speak against
faq-contradictions-about = A sentence of an answer that tells a time, at a brand whose complaints in that theme are high even at the lower end of the interval. Page and customers disagree; who is right is not judged.
faq-no-contradiction = No promise stands against high complaints
faq-promise = Promise
faq-complaints = Complaints
faq-changes = Questions and answers that changed
faq-changes-about = Within the report's window, newest first; the day is that of the first reading that showed it.
faq-no-change = No question or answer changed
faq-day = Day
faq-question = Question
faq-before = Before
faq-now = Now
faq-new = not asked
faq-gone = taken away
faq-policies = Promises that changed
faq-policies-about = Days for returns, free delivery and time to an answer on the brands' pages, within the window.
faq-no-policy = No promise changed
faq-profiles = Freshness and reading ease
faq-profiles-about = Reading ease takes words per sentence and syllables per word, by the formula published for the language; higher is easier, 60 to 70 is plain. Where none is published, and on fewer than 100 words, the plain figures stand alone.
faq-pairs = Questions
faq-first = First read
faq-newest = Newest question
faq-last = Last change
faq-ease = Reading ease
faq-never = never
ease-score = { $language }: { $score } ({ $formula }), { $words } words
ease-plain = { $language }: no formula; { $per_sentence } words per sentence, { $long } of 100 words are long
ease-few = { $language }: only { $words } words; { $per_sentence } per sentence, { $long } of 100 are long

## Channels

channels-heading = Ways to get in touch
channels-lead = What stands on the brands' own pages now, with a link to the page that shows it. What was not found on pages that were read may still stand on others.
signal-kind = { $kind ->
    [chat] Chat
    [phone] Phone
    [email] E-mail
    [contact_form] Contact form
    [messenger] Messenger
    [social] Social network
    [opening_hours] Hours
    [return_days] Days for returns
    [free_shipping_from] Free delivery from
   *[response_hours] Hours to an answer
}
channel-column = Channel
channel-form = contact form
channel-none = none found
channel-unread = pages not read

## In several places

insight-brand = Brand
insight-theme = Theme
insight-rate = { $per_100 } ({ $low }-{ $high }), { $n } of { $of }
insight-of = { $n } of { $of }
insight-see = see it there
insight-nothing = Nothing is known
insight-more = { $count ->
    [one] and { $count } more in the other formats
   *[other] and { $count } more in the other formats
}
