terminal-legend = každý řádek: n z N recenzí, podíl na 100, jeho 95% interval, změna oproti předchozímu období
terminal-as-of = stav k { $date }, srovnávané dny: { $period }
terminal-more = { $count ->
    [one] a { $count } další; všechny jsou v HTML zprávě
    [few] a { $count } další; všechny jsou v HTML zprávě
   *[other] a { $count } dalších; všechny jsou v HTML zprávě
}
terminal-more-brands = { $count ->
    [one] a { $count } další značka
    [few] a { $count } další značky
   *[other] a { $count } dalších značek
}
terminal-method = Metoda: { $lines }
column-stars = Hvězdy z 5
column-sentiments = Poz/neu/neg
column-top-complaint = Hlavní stížnost
column-top-praise = Hlavní pochvala
terminal-not-counted = { $brand }: nezapočteno { $unknown ->
    [one] { $unknown } recenze v neznámém jazyce
    [few] { $unknown } recenze v neznámých jazycích
   *[other] { $unknown } recenzí v neznámých jazycích
} a { $undated } bez použitelného data
terminal-no-theme = v recenzích se nenašlo žádné téma
none-found = nenalezeno
terminal-proxies = Náhradní ukazatele z veřejných textů (intervaly: 95 %; ne NPS, CSAT ani CES)
column-owner-replied = Odpovědi firmy
column-median-delay = Medián prodlevy, dny
column-recommend = Doporučení, čistá hodnota
terminal-moves = Přechody:
terminal-no-moves = Přechody mezi značkami: { $nothing }
terminal-flow = { $origin } → { $target }: { $count }; { $rates }
short-rate = { $n } z { $of } ({ $low }–{ $high } na 100)
short-delay = { $median } ({ $low }–{ $high }), n={ $n }
short-delay-of-few = { $median }, n={ $n }
short-net = { $net } ({ $low } až { $high }), n={ $n }
