strength = Erősségek
    .about = amiben az ügyfelek minket tartanak jobbnak
weakness = Gyengeségek
    .about = amiben az ügyfelek a versenytársakat tartják jobbnak
opportunity = Lehetőségek
    .about = amit a versenytársak szabadon hagynak
threat = Veszélyek
    .about = amiben a versenytársak elhúznak
empty-quadrant = Semmi, amit az adatok alátámasztanának
touchpoint = Érintkezési pont: { $place }
stage = Szakasz: { $place }
difference-label = Különbség
caution = Figyelem
no-quote = Ehhez a megállapításhoz nincs idézet.
read-there = elolvasás a forrásnál
rule-label = Szabály
cell-label = Megállapítás
tactic = Teendő ({ $effort }): { $title }
more-brands = még { $count } márka

## Minek kell teljesülnie, hogy egy szabály megállapítást adjon

rule-better_than_rivals = Nálunk a panaszok aránya alacsonyabb vagy a dicséreteké magasabb, mint a versenytársaknál együtt, és egyetlen versenytárs sem jobb szignifikánsan.
rule-worse_than_rivals = Nálunk a panaszok aránya magasabb, mint a versenytársaknál együtt.
rule-market_gap = Elég sok versenytársnál gyakoriak a panaszok, még az intervallum alsó határa szerint is, és nálunk nem rosszabb a helyzet.
rule-faq_gap = Egy versenytárs ügyfelei gyakran panaszkodnak olyan témára, amelyre a teljes egészében beolvasott saját GYIK nem ad választ.
rule-channel_gap = Egy versenytárs ügyfelei gyakran panaszkodnak a várakozásra vagy az elérhetőségre, és a teljes egészében beolvasott oldalain nincs chat.
rule-rival_rising = Egy versenytársnál a panaszok aránya szignifikánsan nőtt az előző, ugyanilyen hosszú időszakhoz képest.
rule-rival_spiking = Egy versenytársnál az utolsó 7 nap panaszai a megelőző 56 nap szintje fölé ugrottak, jobban, mint amit a véletlen vagy a vélemények száma magyarázna.
rule-rival_better = Az egyik versenytárs szignifikánsan jobb abban, amiben mi gyengék vagyunk, vagy amire nálunk sok a panasz.
rule-rival_improving = Egy versenytárs szignifikánsan jobban javul, mint mi, a mi javulásunk pedig nem szignifikáns.
