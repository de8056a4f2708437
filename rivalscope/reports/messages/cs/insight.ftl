## Cesta zákazníka

journey-heading = Cesta zákazníka
journey-compared = Počítáno tam, kde se značky srovnávají: stejné platformy, jazyky a dny pro všechny.
journey-alone = Srovnání nevzniklo: každá značka se počítá ve všem, co o ní bylo přečteno, takže se čísla dvou značek nemusejí dát srovnat.
heat-complaints = Stížnosti podle fáze a místa kontaktu
heat-praise = Pochvaly podle fáze a místa kontaktu
heat-about = Různé recenze na 100, které mluví o kterémkoli tématu daného místa, počítané přímo z recenzí: není to součet témat, protože jedna recenze jich může zmínit víc. Pod mírou stojí její 95% interval a n z N; čím sytější barva, tím vyšší míra.
heat-no-theme = bez tématu
heat-column = Místo
heat-axis = { $axis ->
    [stage] Fáze
   *[touchpoint] Místo kontaktu
}: { $place ->
    [information] hledání informací
    [purchase] nákup
    [after_sale] po nákupu
    [awareness] povědomí
    [word_of_mouth] osobní doporučení
    [reviews_media] recenze a média
    [website] web
    [delivery] doručení
   *[support] podpora
}
position-title = Kolik se píše a jak spokojeni jsou autoři
position-about = Svisle stojí podíl recenzí s kladným textem a jeho 95% interval, vodorovně počet recenzí za 30 dní, který je spočtený, ne odhadnutý. Každá značka ve všem, co o ní bylo v jejím období přečteno.
position-per-month = Recenzí za 30 dní
position-content = Kladných recenzí na 100
position-reviews = Recenze
best-title = Nejlepší v každém tématu
best-about = Mezi srovnávanými značkami, s n z N a 95% intervalem. Jasný náskok znamená, že se intervaly nejlepší a další značky nepřekrývají.
best-fewest = { $theme }: nejméně stížností
best-most = { $theme }: nejvíce pochval
best-brand = Nejlepší
best-next = Další
best-verdict = Závěr
best-clear = jasný náskok
best-close = nelze rozlišit
delight-title = Drobnosti, které potěší
delight-about = Recenze, které chválí drobnost, již nikdo přidávat nemusel, s n z N a s tím, co říkají.
delight-rate = Recenze s takovou pochvalou

## FAQ a sliby

faq-heading = Časté dotazy a sliby
faq-lead = Na co stránky značek odpovídají a co slibují, vedle toho, nač si jejich zákazníci stěžují. Změna platí, jakmile ji ukázala dvě úspěšná čtení; jiný vzhled týchž slov změnou není.
faq-coverage = Zodpovězená témata
faq-coverage-about = První jsou ta, na která si zákazníci stěžují nejvíc. Jen témata, která může stránka s odpověďmi vyřešit.
faq-state = { $state ->
    [answered] zodpovězeno
    [open] chybí
   *[unread] nepřečteno
}
faq-answered = zodpovězeno ({ $count })
faq-changed = změna { $date }
faq-against = stížnosti tomu odporují
faq-contradictions = Sliby, kterým stížnosti odporují
faq-contradictions-about = Věta odpovědi, která udává čas, u značky, jejíž stížnosti v daném tématu jsou vysoké i na dolní mezi intervalu. Stránka a zákazníci se neshodují; kdo má pravdu, neposuzujeme.
faq-no-contradiction = Žádný slib nestojí proti vysokým stížnostem
faq-promise = Slib
faq-complaints = Stížnosti
faq-changes = Změněné otázky a odpovědi
faq-changes-about = V období zprávy, od nejnovějších; den je ten, kdy změnu ukázalo první čtení.
faq-no-change = Žádná otázka ani odpověď se nezměnila
faq-day = Den
faq-question = Otázka
faq-before = Předtím
faq-now = Nyní
faq-new = otázka chyběla
faq-gone = odstraněno
faq-policies = Změněné sliby
faq-policies-about = Lhůta na vrácení, doprava zdarma a doba do odpovědi na stránkách značek, v období zprávy.
faq-no-policy = Žádný slib se nezměnil
faq-profiles = Čerstvost a čtivost
faq-profiles-about = Čtivost vychází z počtu slov ve větě a slabik ve slově podle vzorce publikovaného pro daný jazyk; vyšší číslo znamená snazší čtení, 60 až 70 je běžný text. Kde vzorec není, a pod 100 slov, stojí jen prosté údaje.
faq-pairs = Otázky
faq-first = Poprvé přečteno
faq-newest = Nejnovější otázka
faq-last = Poslední změna
faq-ease = Čtivost
faq-never = nikdy
ease-score = { $language }: { $score } ({ $formula }), slov: { $words }
ease-plain = { $language }: bez vzorce; slov ve větě { $per_sentence }, dlouhých slov { $long } ze 100
ease-few = { $language }: slov jen { $words }; ve větě { $per_sentence }, dlouhých { $long } ze 100

## Kanály

channels-heading = Možnosti kontaktu
channels-lead = Co nyní stojí na stránkách značek, s odkazem na stránku, která to ukazuje. Co se na přečtených stránkách nenašlo, může být na jiných.
signal-kind = { $kind ->
    [chat] Chat
    [phone] Telefon
    [email] E-mail
    [contact_form] Kontaktní formulář
    [messenger] Messenger
    [social] Sociální síť
    [opening_hours] Otevírací doba
    [return_days] Dny na vrácení
    [free_shipping_from] Doprava zdarma od
   *[response_hours] Hodiny do odpovědi
}
channel-column = Kanál
channel-form = kontaktní formulář
channel-none = nenalezeno
channel-unread = stránky nepřečteny

## Na více místech

insight-brand = Značka
insight-theme = Téma
insight-rate = { $per_100 } ({ $low }-{ $high }), { $n } z { $of }
insight-of = { $n } z { $of }
insight-see = zobrazit tam
insight-nothing = Nic není známo
insight-more = { $count ->
    [one] a { $count } další v ostatních formátech
    [few] a { $count } další v ostatních formátech
   *[other] a { $count } dalších v ostatních formátech
}
