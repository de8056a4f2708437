claim-better_than_rivals = { $polarity ->
    [positive] { $us } több dicséretet kap a versenytársaknál a következő témában: „{ $theme }”. 100 véleményre { $rate } jut, { $points } ponttal több, mint a versenytársaknál együtt.
   *[negative] { $us } kevesebb panaszt kap a versenytársaknál a következő témában: „{ $theme }”. 100 véleményre { $rate } jut, { $points } ponttal kevesebb, mint a versenytársaknál együtt.
}
claim-worse_than_rivals = { $polarity ->
    [positive] { $us } kevesebb dicséretet kap a versenytársaknál a következő témában: „{ $theme }”. 100 véleményre { $rate } jut, { $points } ponttal kevesebb, mint a versenytársaknál együtt.
   *[negative] { $us } több panaszt kap a versenytársaknál a következő témában: „{ $theme }”. 100 véleményre { $rate } jut, { $points } ponttal több, mint a versenytársaknál együtt.
}
claim-market_gap = A(z) „{ $theme }” témában gyakoriak a panaszok ezeknél a márkáknál: { $rivals } ({ $spread }). { $us } ebben nem rosszabb (100 véleményre { $rate }): piaci rés, amelyet { $us } betölthet.
spread = 100 véleményre { $low }–{ $high }
one-rate = 100 véleményre { $rate }
claim-faq_gap = { $rival } ügyfelei panaszkodnak a(z) „{ $theme }” témára ({ $of } véleményből { $n }), és a márka GYIK-oldalán nem találnak választ: { $us } elsőként válaszolhat.
claim-channel_gap = { $rival } ügyfelei panaszkodnak a(z) „{ $theme }” témára ({ $of } véleményből { $n }), és a márka oldalain nem találtunk chatet: { $us } könnyebben elérhető lehet.
claim-rival_rising = { $rival } egyre több panaszt kap a(z) „{ $theme }” témában: 100 véleményre { $rate }, { $points } ponttal több, mint az előző időszakban.
claim-rival_spiking = { $rival } esetében megugrottak a panaszok a(z) „{ $theme }” témában: { $of } véleményből { $n } az utolsó { $days } napban ({ $until } napjáig), a megelőző hetekben { $of_before } véleményből { $n_before }.
claim-rival_better = { $polarity ->
    [positive] { $rival } egyértelműen jobb a(z) „{ $theme }” témában, ahol { $us } elmarad: 100 véleményből { $rate } dicséri, szemben a mi { $our_rate } értékünkkel.
   *[negative] { $rival } egyértelműen jobb a(z) „{ $theme }” témában, ahol { $us } elmarad: 100 véleményből { $rate } bírálja, szemben a mi { $our_rate } értékünkkel.
}
claim-rival_improving = { $polarity ->
    [positive] { $rival } javul a(z) „{ $theme }” témában, { $us } pedig nem tart lépést: a 100 véleményre jutó dicséretek változása ott { $points } pont, nálunk ({ $us }) { $our_points }.
   *[negative] { $rival } javul a(z) „{ $theme }” témában, { $us } pedig nem tart lépést: a 100 véleményre jutó panaszok változása ott { $points } pont, nálunk ({ $us }) { $our_points }.
}
claim-without-figures = { $subject }: { $rule }
