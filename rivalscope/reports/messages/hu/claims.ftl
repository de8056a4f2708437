claim-better_than_rivals = { $polarity ->
    [positive] „{ $theme }” témában { $us } több dicséretet kap, mint a versenytársai: 100 véleményre { $rate } jut, { $points } ponttal több, mint a versenytársaknál együtt.
   *[negative] „{ $theme }” témában { $us } kevesebb panaszt kap, mint a versenytársai: 100 véleményre { $rate } jut, { $points } ponttal kevesebb, mint a versenytársaknál együtt.
}
claim-worse_than_rivals = { $polarity ->
    [positive] „{ $theme }” témában { $us } kevesebb dicséretet kap, mint a versenytársai: 100 véleményre { $rate } jut, { $points } ponttal kevesebb, mint a versenytársaknál együtt.
   *[negative] „{ $theme }” témában { $us } több panaszt kap, mint a versenytársai: 100 véleményre { $rate } jut, { $points } ponttal több, mint a versenytársaknál együtt.
}
claim-market_gap = „{ $theme }” témában gyakoriak a panaszok ezeknél a márkáknál: { $rivals } ({ $spread }). { $us } ebben nem rosszabb (100 véleményre { $rate }): piaci rés, amelyet { $us } betölthet.
spread = 100 véleményre { $low }–{ $high }
one-rate = 100 véleményre { $rate }
claim-faq_gap = { $rival } ügyfelei panaszkodnak „{ $theme }” témában ({ $of } véleményből { $n }), és a márka GYIK-oldalán nem találnak választ: { $us } elsőként válaszolhat.
claim-channel_gap = { $rival } ügyfelei panaszkodnak „{ $theme }” témában ({ $of } véleményből { $n }), és a márka oldalain nem találtunk chatet: { $us } könnyebben elérhető lehet.
claim-rival_rising = { $rival } egyre több panaszt kap „{ $theme }” témában: 100 véleményre { $rate }, { $points } ponttal több, mint az előző időszakban.
claim-rival_spiking = { $rival } esetében megugrottak a panaszok „{ $theme }” témában: { $of } véleményből { $n } az utolsó { $days } napban ({ $until } napjáig), a megelőző hetekben { $of_before } véleményből { $n_before }.
claim-without-figures = { $subject }: { $rule }
