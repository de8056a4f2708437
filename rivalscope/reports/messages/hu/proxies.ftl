proxies-heading = Nyilvános közelítő mutatók
proxies-lead = Amire a nyilvános szövegek utalnak ott, ahol biztosat csak felmérés mondhatna. Minden szám egyetlen márkáról szól: a források és a nyelvek márkánként eltérnek. Ezek nem NPS-, CSAT- vagy CES-értékek. A számolt napok: { $period }.
proxy-no-data = nincs adat
proxy-none-told = senki sem említi
proxy-all = mind együtt

proxy-replies = A cég válaszai: válaszkészség
    .about = Vélemények, amelyekre a cég válaszolt, csak olyan platformokon, ahol volt már ilyen válasz. A késés a véleménytől a válaszig eltelt napok száma, ha mindkét dátum szerepel.
column-replied = Megválaszolt
column-delay = Késés napokban
delay = medián { $median } (95%-os intervallum { $low }–{ $high }), kvartilisek { $lower }–{ $upper }, n={ $n }
delay-of-few = medián { $median } (intervallumhoz kevés), kvartilisek { $lower }–{ $upper }, n={ $n }

proxy-effort = Ráfordítás: mibe kerül az ügyfeleknek, hogy segítséget kapjanak
    .about = Vélemények, amelyek szerint újra kellett kérdezni, az ügyfelet továbbadták, mindent újra el kellett magyaráznia, vagy magának kellett megoldania. A nyelvek külön szerepelnek, mert mindegyiknek saját fordulatai vannak.
column-language = Nyelv
column-effort = Ráfordításról szól

proxy-recommend = Ajánlási hajlandóság (közelítő mutató, nem NPS)
    .about = Vélemények, amelyekből kiderül, hogy az író ajánlaná-e a márkát, illetve visszatérne-e. Az egyenleg az igenek és a nemek különbsége 100 olyan véleményre, amely erről szól.
column-speaking = Szól erről
column-willing = Igen / nem / mindkettő
column-net = Egyenleg
net = { $net } (95%-os intervallum: { $low } és { $high } között), n={ $n }

proxy-moves = Márkaváltások az ügyfelek elmondása szerint
    .about = Vélemények, amelyek írója a sor márkájától az oszlop márkájához megy át; mindkét márka véleményeit számoljuk. Aki a piacon kívülre távozik, vagy nem mondja meg, hová, itt nem szerepel.
column-from-to = Honnan \ hová

proxy-flows = Minden váltás a bizonyítékaival
    .about = Az elhagyott márkánál: az összes véleményének aránya. Az új márkánál: annak véleményeiből.
column-from = Honnan
column-to = Hová
column-leaving = Az elhagyott márka véleményei szerint
column-coming = Az új márka véleményei szerint

proxy-compared = Összevetés váltás nélkül
    .about = Egy márka véleményei, amelyek egy másikat is megneveznek, de nem szólnak váltásról.
column-reviews-of = Vélemények erről
column-names = Megnevezett
column-how-many = Mennyi
