## Položky, které jmenují jednoho soupeře nebo víc; $count říká kolik

threat-better = { $count ->
    [one] Zřetelně lepší než { $us } v tématu „{ $theme }“ je { $rivals }
   *[other] Zřetelně lepší než { $us } v tématu „{ $theme }“ jsou { $rivals }
}: { $polarity ->
    [positive] chvála
   *[negative] kritika
} v { $spread } ze 100 recenzí oproti { $ours }.
threat-improving = { $count ->
    [one] V tématu „{ $theme }“ se zlepšuje { $rivals }
   *[other] V tématu „{ $theme }“ se zlepšují { $rivals }
} a { $us } nestačí: { $polarity ->
    [positive] pochvaly
   *[negative] stížnosti
} na 100 recenzí se tam změnily o { $spread } b., u { $us } o { $ours }.
threat-answer = { $count ->
    [one] V častých dotazech teď o tématu „{ $theme }“ říká víc { $rivals }
   *[other] V častých dotazech teď o tématu „{ $theme }“ říkají víc { $rivals }
}, zatímco zákazníci { $us } si na ně stěžují v { $n } z { $of } recenzí.
threat-policy = { $count ->
    [one] V tématu „{ $theme }“ teď víc slibuje { $rivals }
   *[other] V tématu „{ $theme }“ teď víc slibují { $rivals }
}, zatímco zákazníci { $us } si na ně stěžují v { $n } z { $of } recenzí.
threat-spread = { $low } až { $high }
threat-difference = { $rule ->
    [rival_improving] změna { $rival } minus naše
   *[other] my minus { $rival }
}: { $points } b. (interval { $low } až { $high })
threat-news = { $date }, { $rival }
threat-before = předtím
rule-rival_policy = Stránka soupeře slibuje víc než dřív v tématu, na které si stěžuje dost našich zákazníků; ukázala to dvě čtení.
rule-rival_faq_answer = Časté dotazy soupeře mají novou nebo změněnou odpověď k tématu, na které si stěžuje dost našich zákazníků; ukázala to dvě čtení.
