strength = Stärken
    .about = was die Kundschaft an uns vorzieht
weakness = Schwächen
    .about = was die Kundschaft am Wettbewerb vorzieht
opportunity = Chancen
    .about = was der Wettbewerb offen lässt
threat = Risiken
    .about = wo der Wettbewerb davonzieht
empty-quadrant = Nichts, was die Daten belegen
touchpoint = Kontaktpunkt: { $place }
stage = Phase: { $place }
difference-label = Unterschied
caution = Vorsicht
no-quote = Zu diesem Eintrag liegt kein Zitat vor.
read-there = dort lesen
rule-label = Regel
cell-label = Eintrag
tactic = Was zu tun ist ({ $effort }): { $title }
more-brands = { $count ->
    [one] { $count } weitere Marke
   *[other] { $count } weitere Marken
}

## Was gelten muss, damit eine Regel einen Eintrag ergibt

rule-better_than_rivals = Unsere Beschwerderate liegt unter oder unsere Lobrate über der aller Wettbewerber zusammen, und kein einzelner Wettbewerber ist signifikant besser.
rule-worse_than_rivals = Unsere Beschwerderate liegt über der aller Wettbewerber zusammen.
rule-market_gap = Bei genügend Wettbewerbern gibt es viele Beschwerden, auch nach der unteren Grenze des Intervalls, und bei uns ist es nicht schlechter.
rule-faq_gap = Die Kundschaft eines Wettbewerbers beschwert sich häufig über ein Thema, das dessen eigene, vollständig gelesene FAQ nicht beantworten.
rule-channel_gap = Die Kundschaft eines Wettbewerbers beschwert sich häufig über Wartezeiten oder schlechte Erreichbarkeit, und seine vollständig gelesenen Seiten bieten keinen Chat.
rule-rival_rising = Die Beschwerden bei einem Wettbewerber haben gegenüber dem gleich langen Zeitraum davor signifikant zugenommen.
rule-rival_spiking = Die Beschwerden bei einem Wettbewerber sind in den letzten 7 Tagen über das Maß der 56 Tage davor gesprungen, stärker als durch Zufall oder die Zahl der Bewertungen erklärbar.
rule-rival_better = Ein Wettbewerber ist signifikant besser, wo wir schwach sind oder viele Beschwerden haben.
rule-rival_improving = Ein Wettbewerber verbessert sich signifikant stärker als wir, und unsere eigene Verbesserung ist nicht signifikant.
