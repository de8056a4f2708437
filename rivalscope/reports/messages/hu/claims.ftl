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
claim-rival_better = { $polarity ->
    [positive] { $rival } egyértelműen jobb „{ $theme }” témában, ahol { $us } elmarad: 100 véleményből { $rate } dicséri, nálunk { $our_rate }.
   *[negative] { $rival } egyértelműen jobb „{ $theme }” témában, ahol { $us } elmarad: 100 véleményből { $rate } bírálja, nálunk { $our_rate }.
}
claim-rival_improving = { $polarity ->
    [positive] { $rival } javul „{ $theme }” témában, { $us } pedig nem tart lépést: a 100 véleményre jutó dicséretek változása ott { $points } pont, nálunk ({ $us }) { $our_points }.
   *[negative] { $rival } javul „{ $theme }” témában, { $us } pedig nem tart lépést: a 100 véleményre jutó panaszok változása ott { $points } pont, nálunk ({ $us }) { $our_points }.
}
claim-without-figures = { $subject }: { $rule }
