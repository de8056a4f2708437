## Egy vagy több versenytársat megnevező bejegyzések; a $count mondja meg, hányat

threat-better = { $count ->
    [one] { $rivals } egyértelműen jobb
   *[other] { $rivals } egyaránt egyértelműen jobb
} a következőben: „{ $theme }”, ahol { $us } elmarad: 100 értékelésből { $spread } { $polarity ->
    [positive] dicséri
   *[negative] kritizálja
}, nálunk { $ours }.
threat-improving = { $count ->
    [one] { $rivals } javul
   *[other] { $rivals } egyaránt javul
} a következőben: „{ $theme }”, és { $us } nem tart lépést: 100 értékelésre vetítve { $polarity ->
    [positive] a dicséretek
   *[negative] a panaszok
} ott { $spread } ponttal változtak, itt ({ $us }) { $ours } ponttal.
threat-answer = { $count ->
    [one] { $rivals } GYIK-oldala
   *[other] { $rivals } GYIK-oldalai
} most többet mond erről: „{ $theme }”, miközben { $us } vásárlói { $of } értékelésből { $n } esetben panaszkodnak rá.
threat-policy = { $count ->
    [one] { $rivals } most
   *[other] { $rivals } egyaránt most
} többet ígér ebben: „{ $theme }”, miközben { $us } vásárlói { $of } értékelésből { $n } esetben panaszkodnak rá.
threat-spread = { $low } és { $high } között
threat-difference = { $rule ->
    [rival_improving] { $rival } változása mínusz a miénk
   *[other] mi mínusz { $rival }
}: { $points } pont (intervallum { $low } és { $high } között)
threat-news = { $date }, { $rival }
threat-before = előtte
rule-rival_policy = Egy versenytárs oldala többet ígér, mint korábban, olyan témában, amelyre elég sok vásárlónk panaszkodik; két olvasás mutatta.
rule-rival_faq_answer = Egy versenytárs GYIK-oldalán új vagy megváltozott válasz áll olyan témában, amelyre elég sok vásárlónk panaszkodik; két olvasás mutatta.
