brands-heading = Each brand by itself
brands-nav = Each brand
brands-lead = Everything read about a brand in its period, compared with nobody: sources and languages differ between brands.
no-brand = No brand is configured.
us-tag = us
brand-is-us = { $brand } (us)
brand-reviews = Reviews
brand-stars = Mean stars
brand-sentiment = Sentiment
sentiment-of = Sentiment of { $brand }
sentiment-split = positive { $positive }, neutral { $neutral }, negative { $negative }
brand-positive = Positive
brand-neutral = Neutral
brand-negative = Negative
brand-replies = Owner replies
brand-period = Period
brand-unknown-language = Unknown language
brand-undated = No date
brand-chat = Chat
no-chat = none found
brand-faq = FAQ entries
top-complaints = Top complaints
no-complaints = No complaints found
top-praise = Top praise
no-praise = No praise found

## Sources of a brand

sources-heading = Sources
column-platform = Platform
column-source = Source
column-state = State
column-reason = Reason
column-stored = Stored
column-average = Its own average
source-name = { $platform } ({ $source })
source-stands = { $brand }, { $platform }: { $state }
source-stands-because = { $brand }, { $platform }: { $state } ({ $reason })
source-kind = { $kind ->
    [faq] FAQ
    [site] site
   *[reviews] reviews
}
no-source = No source is configured.
