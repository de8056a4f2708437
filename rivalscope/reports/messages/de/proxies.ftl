proxies-heading = Öffentliche Ersatzkennzahlen
proxies-lead = Was öffentliche Texte andeuten, wo nur eine Umfrage Gewissheit gäbe. Jede Zahl betrifft eine Marke für sich: Quellen und Sprachen unterscheiden sich von Marke zu Marke. Es sind keine Werte für NPS, CSAT oder CES. Gezählte Tage: { $period }.
proxy-no-data = keine Daten
proxy-none-told = keine Erwähnung
proxy-all = alle zusammen

proxy-replies = Antworten der Firma: Reaktionsbereitschaft
    .about = Bewertungen mit einer Antwort der Firma, nur auf Plattformen, die je eine zeigten. Die Dauer zählt die Tage von der Bewertung bis zur Antwort, wo beide Daten angegeben sind.
column-replied = Beantwortet
column-delay = Dauer in Tagen
delay = Median { $median } (95-%-Intervall { $low }–{ $high }), Quartile { $lower }–{ $upper }, n={ $n }
delay-of-few = Median { $median } (zu wenig für ein Intervall), Quartile { $lower }–{ $upper }, n={ $n }

proxy-effort = Aufwand: was Hilfe die Kundschaft kostet
    .about = Bewertungen, die davon erzählen, erneut nachgefragt zu haben, weitergereicht worden zu sein, alles noch einmal erklärt oder sich selbst geholfen zu haben. Sprachen stehen getrennt, da jede ihre eigenen Wendungen hat.
column-language = Sprache
column-effort = Berichten von Aufwand

proxy-recommend = Bereitschaft zur Empfehlung (Ersatzkennzahl, kein NPS)
    .about = Bewertungen, die sagen, ob sie die Marke empfehlen oder wiederkommen würden. Der Saldo ist Ja minus Nein je 100 Bewertungen, die sich dazu äußern.
column-speaking = Äußern sich dazu
column-willing = Ja / nein / beides
column-net = Saldo
net = { $net } (95-%-Intervall { $low } bis { $high }), n={ $n }

proxy-moves = Wechsel zwischen Marken, wie die Kundschaft sie erzählt
    .about = Bewertungen, deren Verfasser von der Marke der Zeile zur Marke der Spalte wechselt, erzählt in den Bewertungen einer der beiden. Wer zu einer Marke außerhalb des Marktes geht oder keine nennt, fehlt hier.
column-from-to = Von \ zu

proxy-flows = Jeder Wechsel mit seinen Belegen
    .about = Bei der verlassenen Marke: Anteil an allen ihren Bewertungen. Bei der neuen Marke: Anteil an deren Bewertungen.
column-from = Von
column-to = Zu
column-leaving = Laut Bewertungen der verlassenen Marke
column-coming = Laut Bewertungen der neuen Marke

proxy-compared = Verglichen, ohne Wechsel
    .about = Bewertungen einer Marke, die eine andere nennen und von keinem Wechsel erzählen.
column-reviews-of = Bewertungen von
column-names = Nennen
column-how-many = Wie viele
