strength = Nguvu
    .about = wateja wanapotupendelea sisi
weakness = Udhaifu
    .about = wateja wanapowapendelea washindani
opportunity = Fursa
    .about = nafasi ambazo washindani wameziacha
threat = Vitisho
    .about = washindani wanapotuacha nyuma
empty-quadrant = Hakuna kinachothibitishwa na ushahidi
touchpoint = Sehemu ya mawasiliano: { $place }
stage = Hatua: { $place }
difference-label = Tofauti
caution = Tahadhari
no-quote = Hakuna nukuu ya hoja hii.
read-there = soma huko
rule-label = Kanuni
cell-label = Hoja
tactic = La kufanya ({ $effort }): { $title }
more-brands = { $count ->
    [one] chapa { $count } zaidi
   *[other] chapa { $count } zaidi
}

## Masharti ya kila kanuni

rule-better_than_rivals = Kiwango chetu cha malalamiko kiko chini, au kiwango chetu cha sifa kiko juu, ya kile cha washindani kwa pamoja, na hakuna mshindani hata mmoja aliye bora kwa hakika kitakwimu.
rule-worse_than_rivals = Kiwango chetu cha malalamiko kiko juu ya kile cha washindani kwa pamoja.
rule-market_gap = Malalamiko ni mengi kwa washindani wa kutosha, hata kwa kikomo cha chini cha kadirio, na kwetu hali si mbaya zaidi.
rule-faq_gap = Wateja wa mshindani hulalamika sana kuhusu mada ambayo ukurasa wake wa maswali na majibu, uliosomwa wote, hauijibu.
rule-channel_gap = Wateja wa mshindani hulalamika sana kuhusu kusubiri au kushindwa kumpata, na kurasa zake, zilizosomwa zote, hazina chat.
rule-rival_rising = Malalamiko ya mshindani yameongezeka kwa hakika kitakwimu ikilinganishwa na kipindi kilichotangulia chenye urefu uleule.
rule-rival_spiking = Malalamiko ya mshindani ya siku 7 zilizopita yameruka juu ya yale ya siku 56 za awali, zaidi ya bahati nasibu na idadi ya maoni yake.
rule-rival_better = Mshindani mmoja ni bora kwa hakika kitakwimu pale tulipo dhaifu au penye malalamiko mengi kwetu.
rule-rival_improving = Mshindani anaboreka kwa hakika kuliko sisi, na maboresho yetu wenyewe si hakika kitakwimu.
