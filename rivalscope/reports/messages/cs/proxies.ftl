proxies-heading = Náhradní ukazatele z veřejných textů
proxies-lead = Co veřejné texty naznačují tam, kde by jistotu dal jen průzkum. Každé číslo se týká jedné značky samotné: zdroje a jazyky se mezi značkami liší. Nejde o NPS, CSAT ani CES. Započtené dny: { $period }.
proxy-no-data = bez dat
proxy-none-told = žádné zmínky
proxy-all = vše dohromady

proxy-replies = Odpovědi firmy: vstřícnost
    .about = Recenze s odpovědí firmy, jen na platformách, kde se nějaká vůbec objevila. Prodleva jsou dny od recenze k odpovědi, pokud jsou uvedena obě data.
column-replied = Zodpovězeno
column-delay = Prodleva ve dnech
delay = medián { $median } (95% interval { $low }–{ $high }), kvartily { $lower }–{ $upper }, n={ $n }
delay-of-few = medián { $median } (pro interval málo dat), kvartily { $lower }–{ $upper }, n={ $n }

proxy-effort = Námaha: co zákazníky stojí, než se dočkají pomoci
    .about = Recenze, v nichž zákazník píše, že se musel ptát znovu, byl přepojován, vše vysvětloval od začátku nebo si nakonec pomohl sám. Jazyky se uvádějí zvlášť, protože každý má vlastní obraty.
column-language = Jazyk
column-effort = Zmiňují námahu

proxy-recommend = Ochota doporučit (náhradní ukazatel, ne NPS)
    .about = Recenze, které říkají, zda by zákazník značku doporučil nebo přišel znovu. Čistá hodnota jsou ti, kdo ano, minus ti, kdo ne, na 100 recenzí, které se k tomu vyjadřují.
column-speaking = Vyjadřují se k tomu
column-willing = Ano / ne / obojí
column-net = Čistá hodnota
net = { $net } (95% interval { $low } až { $high }), n={ $n }

proxy-moves = Přechody mezi značkami, jak o nich píší zákazníci
    .about = Recenze, jejichž autor píše, že přechází od značky v řádku ke značce ve sloupci; počítají se recenze obou značek. Kdo odchází mimo sledovaný trh nebo neříká kam, zde není.
column-from-to = Odkud \ kam

proxy-flows = Jednotlivé přechody a jejich doklady
    .about = U opouštěné značky: podíl ze všech jejích recenzí. U nové značky: podíl z jejích recenzí.
column-from = Odkud
column-to = Kam
column-leaving = Podle recenzí opouštěné značky
column-coming = Podle recenzí nové značky

proxy-compared = Srovnání bez přechodu
    .about = Recenze jedné značky, které jmenují jinou a o přechodu nemluví.
column-reviews-of = Recenze značky
column-names = Jmenují
column-how-many = Kolik
