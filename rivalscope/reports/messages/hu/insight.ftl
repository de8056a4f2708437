## A vásárló útja

journey-heading = A vásárló útja
journey-compared = Ott számolva, ahol a márkák összevethetők: mindegyiknél ugyanazok a platformok, nyelvek és napok.
journey-alone = Nem készült összevetés: minden márka mindabban szerepel, amit róla elolvastunk, ezért két márka számai nem feltétlenül vethetők össze.
heat-complaints = Panaszok szakasz és érintkezési pont szerint
heat-praise = Dicséretek szakasz és érintkezési pont szerint
heat-about = 100 értékelésből azok száma, amelyek a hely bármely témájáról szólnak, magukból az értékelésekből számolva: nem a témák összege, mert egy értékelés többet is említhet. Az arány alatt a 95%-os intervallum és az n / N áll; minél erősebb a szín, annál magasabb az arány.
heat-no-theme = nincs téma
heat-column = Hely
heat-axis = { $axis ->
    [stage] Szakasz
   *[touchpoint] Érintkezési pont
}: { $place ->
    [information] tájékozódás
    [purchase] vásárlás
    [after_sale] vásárlás után
    [awareness] ismertség
    [word_of_mouth] szájhagyomány
    [reviews_media] értékelések és média
    [website] weboldal
    [delivery] kiszállítás
   *[support] ügyfélszolgálat
}
position-title = Mennyit írnak, és mennyire elégedettek az írók
position-about = Függőlegesen a pozitív szövegű értékelések aránya áll 95%-os intervallumával, vízszintesen a 30 napra jutó értékelések száma, amely számolt, nem becsült adat. Minden márka mindabban, amit a saját időszakában elolvastunk róla.
position-per-month = Értékelések 30 naponta
position-content = Pozitív értékelések 100-ból
position-reviews = Értékelések
best-title = A legjobb az egyes témákban
best-about = Az összevetett márkák között, n / N-nel és 95%-os intervallummal. Egyértelmű, ha a legjobb és a következő intervalluma nem fedi egymást.
best-fewest = { $theme }: legkevesebb panasz
best-most = { $theme }: legtöbb dicséret
best-brand = Legjobb
best-next = Következő
best-verdict = Ítélet
best-clear = egyértelmű
best-close = nem különböztethető meg
delight-title = Apróságok, amelyek örömet szereznek
delight-about = Értékelések, amelyek olyan apróságot dicsérnek, amelyet senkinek sem kellett volna hozzátennie, n / N-nel és azzal, amit mondanak.
delight-rate = Ilyen dicséretet tartalmazó értékelések

## GYIK és ígéretek

faq-heading = GYIK és ígéretek
faq-lead = Mire válaszolnak és mit ígérnek a márkák saját oldalai, annak tükrében, amire a vásárlóik panaszkodnak. Egy változás akkor számít, ha két sikeres olvasás mutatta; ugyanazon szavak más külseje nem változás.
faq-coverage = Megválaszolt témák
faq-coverage-about = Elöl állnak, amelyekre a legtöbb a panasz. Csak olyan témák, amelyeket egy válaszoldal rendezhet.
faq-state = { $state ->
    [answered] megválaszolva
    [open] hiányzik
   *[unread] nem olvastuk
}
faq-answered = megválaszolva ({ $count })
faq-changed = változott: { $date }
faq-against = a panaszok ellentmondanak neki
faq-contradictions = Ígéretek, amelyeknek a panaszok ellentmondanak
faq-contradictions-about = Egy válasz időt megadó mondata olyan márkánál, amelynek panaszai az adott témában az intervallum alsó határán is magasak. Az oldal és a vásárlók nem értenek egyet; hogy kinek van igaza, azt nem ítéljük meg.
faq-no-contradiction = Egyetlen ígérettel szemben sem állnak magas panaszok
faq-promise = Ígéret
faq-complaints = Panaszok
faq-changes = Megváltozott kérdések és válaszok
faq-changes-about = A jelentés időszakában, a legújabb elöl; a nap az első olvasásé, amely mutatta.
faq-no-change = Egyetlen kérdés vagy válasz sem változott
faq-day = Nap
faq-question = Kérdés
faq-before = Előtte
faq-now = Most
faq-new = nem szerepelt
faq-gone = eltávolítva
faq-policies = Megváltozott ígéretek
faq-policies-about = Visszaküldési napok, ingyenes kiszállítás és válaszidő a márkák oldalain, az időszakban.
faq-no-policy = Egyetlen ígéret sem változott
faq-profiles = Frissesség és olvashatóság
faq-profiles-about = Az olvashatóság a mondatonkénti szavakból és a szavankénti szótagokból adódik a nyelvre közzétett képlettel; a magasabb könnyebb, 60 és 70 között köznyelvi. Ahol nincs képlet, és 100 szó alatt, csak az egyszerű adatok állnak.
faq-pairs = Kérdések
faq-first = Először olvasva
faq-newest = Legújabb kérdés
faq-last = Utolsó változás
faq-ease = Olvashatóság
faq-never = soha
ease-score = { $language }: { $score } ({ $formula }), { $words } szó
ease-plain = { $language }: nincs képlet; mondatonként { $per_sentence } szó, 100 szóból { $long } hosszú
ease-few = { $language }: csak { $words } szó; mondatonként { $per_sentence }, 100-ból { $long } hosszú

## Csatornák

channels-heading = Elérhetőségek
channels-lead = Ami most a márkák saját oldalain áll, hivatkozással az oldalra, amely mutatja. Amit az elolvasott oldalakon nem találtunk, az másutt még szerepelhet.
signal-kind = { $kind ->
    [chat] Csevegés
    [phone] Telefon
    [email] E-mail
    [contact_form] Kapcsolati űrlap
    [messenger] Üzenetküldő
    [social] Közösségi oldal
    [opening_hours] Nyitvatartás
    [return_days] Visszaküldési napok
    [free_shipping_from] Ingyenes kiszállítás ettől
   *[response_hours] Órák a válaszig
}
channel-column = Csatorna
channel-form = kapcsolatfelvételi űrlap
channel-none = nem találtunk
channel-unread = az oldalakat nem olvastuk

## Több helyen

insight-brand = Márka
insight-theme = Téma
insight-rate = { $per_100 } ({ $low }-{ $high }), { $n } / { $of }
insight-of = { $n } / { $of }
insight-see = megnézem ott
insight-nothing = Semmi sem ismert
insight-more = { $count ->
    [one] és még { $count } a többi formátumban
   *[other] és még { $count } a többi formátumban
}
