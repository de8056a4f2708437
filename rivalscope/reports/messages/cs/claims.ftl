claim-better_than_rivals = { $polarity ->
    [positive] { $us } má na téma „{ $theme }“ více pochval než konkurence: { $rate } na 100 recenzí, o { $points } bodu více než konkurenti dohromady.
   *[negative] { $us } má na téma „{ $theme }“ méně stížností než konkurence: { $rate } na 100 recenzí, o { $points } bodu méně než konkurenti dohromady.
}
claim-worse_than_rivals = { $polarity ->
    [positive] { $us } má na téma „{ $theme }“ méně pochval než konkurence: { $rate } na 100 recenzí, o { $points } bodu méně než konkurenti dohromady.
   *[negative] { $us } má na téma „{ $theme }“ více stížností než konkurence: { $rate } na 100 recenzí, o { $points } bodu více než konkurenti dohromady.
}
claim-market_gap = Na téma „{ $theme }“ si zákazníci konkurence často stěžují ({ $rivals }: { $spread }), zatímco { $us } na tom hůře není ({ $rate } na 100 recenzí): mezera na trhu, kterou { $us } může obsadit.
spread = { $low } až { $high } na 100 recenzí
one-rate = { $rate } na 100 recenzí
claim-faq_gap = { $of ->
    [one] Zákazníci značky { $rival } si stěžují na téma „{ $theme }“ ({ $n } z { $of } recenze) a v jejím FAQ odpověď nenajdou: { $us } může odpovědět jako první.
   *[other] Zákazníci značky { $rival } si stěžují na téma „{ $theme }“ ({ $n } z { $of } recenzí) a v jejím FAQ odpověď nenajdou: { $us } může odpovědět jako první.
}
claim-channel_gap = { $of ->
    [one] Zákazníci značky { $rival } si stěžují na téma „{ $theme }“ ({ $n } z { $of } recenze) a na jejích stránkách se nenašel žádný chat: { $us } může být dostupnější.
   *[other] Zákazníci značky { $rival } si stěžují na téma „{ $theme }“ ({ $n } z { $of } recenzí) a na jejích stránkách se nenašel žádný chat: { $us } může být dostupnější.
}
claim-rival_rising = Stížností na téma „{ $theme }“ u značky { $rival } přibývá: { $rate } na 100 recenzí, o { $points } bodu více než v předchozím období.
claim-rival_spiking = Stížnosti na téma „{ $theme }“ u značky { $rival } prudce vzrostly: { $n } z { $of } recenzí za { $days ->
    [one] { $days } den
    [few] { $days } dny
   *[other] { $days } dní
} do { $until }, v týdnech předtím { $n_before } z { $of_before }.
claim-without-figures = { $subject }: { $rule }
