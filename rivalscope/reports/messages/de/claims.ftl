claim-better_than_rivals = { $polarity ->
    [positive] { $us } erhält zum Thema „{ $theme }“ mehr Lob als der Wettbewerb: { $rate } je 100 Bewertungen, { $points } Punkte über allen Wettbewerbern zusammen.
   *[negative] { $us } erhält zum Thema „{ $theme }“ weniger Beschwerden als der Wettbewerb: { $rate } je 100 Bewertungen, { $points } Punkte unter allen Wettbewerbern zusammen.
}
claim-worse_than_rivals = { $polarity ->
    [positive] { $us } erhält zum Thema „{ $theme }“ weniger Lob als der Wettbewerb: { $rate } je 100 Bewertungen, { $points } Punkte unter allen Wettbewerbern zusammen.
   *[negative] { $us } erhält zum Thema „{ $theme }“ mehr Beschwerden als der Wettbewerb: { $rate } je 100 Bewertungen, { $points } Punkte über allen Wettbewerbern zusammen.
}
claim-market_gap = Bei { $rivals } gibt es viele Beschwerden zum Thema „{ $theme }“ ({ $spread }), bei { $us } ist es nicht schlechter ({ $rate } je 100 Bewertungen): eine Lücke, die { $us } besetzen kann.
spread = { $low } bis { $high } je 100 Bewertungen
one-rate = { $rate } je 100 Bewertungen
claim-faq_gap = Die Kundschaft von { $rival } beschwert sich über das Thema „{ $theme }“ ({ $n } von { $of } Bewertungen) und findet in den FAQ der Marke keine Antwort: { $us } kann zuerst antworten.
claim-channel_gap = Die Kundschaft von { $rival } beschwert sich über das Thema „{ $theme }“ ({ $n } von { $of } Bewertungen), und auf den Seiten der Marke wurde kein Chat gefunden: { $us } kann leichter erreichbar sein.
claim-rival_rising = Bei { $rival } nehmen die Beschwerden zum Thema „{ $theme }“ zu: { $rate } je 100 Bewertungen, { $points } Punkte mehr als im Zeitraum davor.
claim-rival_spiking = Bei { $rival } sind die Beschwerden zum Thema „{ $theme }“ sprunghaft gestiegen: { $n } von { $of } Bewertungen { $days ->
    [one] an dem Tag bis { $until }
   *[other] in den { $days } Tagen bis { $until }
}, nach { $n_before } von { $of_before } in den Wochen davor.
claim-without-figures = { $subject }: { $rule }
