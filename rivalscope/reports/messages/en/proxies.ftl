proxies-heading = Public proxies
proxies-lead = What public texts hint at where only a survey would know. Each figure is of one brand by itself: sources and languages differ between brands. They are no NPS, CSAT or CES. Days counted: { $period }.
proxy-no-data = no data
proxy-none-told = none told of
proxy-all = all together

proxy-replies = Owner replies: responsiveness
    .about = Reviews with an owner's reply, only on platforms that ever showed one. Delays are days from review to reply where both days are printed.
column-replied = Replied
column-delay = Delay in days
delay = median { $median } (95 % interval { $low }-{ $high }), quartiles { $lower }-{ $upper }, n={ $n }
delay-of-few = median { $median } (too few for an interval), quartiles { $lower }-{ $upper }, n={ $n }

proxy-effort = Effort: what it costs customers to be helped
    .about = Reviews that tell of asking again, being handed on, explaining anew or doing it themselves. Languages are told apart, as each has its own phrases.
column-language = Language
column-effort = Tell of effort

proxy-recommend = Willingness to recommend (a proxy, no NPS)
    .about = Reviews that say whether they would recommend the brand or come again. Net is those who would minus those who would not, per 100 that say anything of it.
column-speaking = Say anything of it
column-willing = Would / would not / both
column-net = Net
net = { $net } (95 % interval { $low } to { $high }), n={ $n }

proxy-moves = Moves between brands, as customers tell them
    .about = Reviews that say their writer goes from the brand of the row to the brand of the column, told in the reviews of either. Those who leave for a brand outside the market, or do not say for which, are not here.
column-from-to = From \ to

proxy-flows = Each move with its evidence
    .about = Where they leave: of all reviews of the brand left. Where they come: of the other's.
column-from = From
column-to = To
column-leaving = Said where they leave
column-coming = Said where they come

proxy-compared = Compared with, without a move
    .about = Reviews of a brand that name another one and do not tell of a move.
column-reviews-of = Reviews of
column-names = Name
column-how-many = How many
