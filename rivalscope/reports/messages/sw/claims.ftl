claim-better_than_rivals = { $polarity ->
    [positive] { $us } inapata sifa nyingi kuliko washindani wake kuhusu { $theme }: { $rate } kwa maoni 100, pointi { $points } juu ya washindani kwa pamoja.
   *[negative] { $us } inapata malalamiko machache kuliko washindani wake kuhusu { $theme }: { $rate } kwa maoni 100, pointi { $points } chini ya washindani kwa pamoja.
}
claim-worse_than_rivals = { $polarity ->
    [positive] { $us } inapata sifa chache kuliko washindani wake kuhusu { $theme }: { $rate } kwa maoni 100, pointi { $points } chini ya washindani kwa pamoja.
   *[negative] { $us } inapata malalamiko mengi kuliko washindani wake kuhusu { $theme }: { $rate } kwa maoni 100, pointi { $points } juu ya washindani kwa pamoja.
}
claim-market_gap = Malalamiko kuhusu { $theme } ni mengi kwa { $rivals } ({ $spread }) na si mabaya zaidi kwa { $us } ({ $rate } kwa maoni 100): ni nafasi ambayo { $us } inaweza kuichukua.
spread = { $low } hadi { $high } kwa maoni 100
one-rate = { $rate } kwa maoni 100
claim-faq_gap = Wateja wa { $rival } wanalalamika kuhusu { $theme } (maoni { $n } kati ya { $of }) na hawapati jibu kwenye maswali na majibu yake: { $us } inaweza kuwa ya kwanza kujibu.
claim-channel_gap = Wateja wa { $rival } wanalalamika kuhusu { $theme } (maoni { $n } kati ya { $of }) na hakuna chat iliyopatikana kwenye kurasa zake: { $us } inaweza kupatikana kwa urahisi zaidi.
claim-rival_rising = Malalamiko kuhusu { $theme } yanaongezeka kwa { $rival }: { $rate } kwa maoni 100, pointi { $points } juu ya kipindi kilichotangulia.
claim-rival_spiking = Malalamiko kuhusu { $theme } yameruka ghafla kwa { $rival }: maoni { $n } kati ya { $of } katika { $days ->
    [one] siku { $days }
   *[other] siku { $days }
} hadi { $until }, baada ya { $n_before } kati ya { $of_before } katika wiki za awali.
claim-without-figures = { $subject }: { $rule }
