strength = Silné stránky
    .about = v čem nás zákazníci hodnotí lépe
weakness = Slabé stránky
    .about = v čem zákazníci hodnotí lépe konkurenci
opportunity = Příležitosti
    .about = co konkurence nechává volné
threat = Hrozby
    .about = v čem nám konkurence utíká
empty-quadrant = Nic, co by podklady dokládaly
touchpoint = Kontaktní bod: { $place }
stage = Fáze: { $place }
difference-label = Rozdíl
caution = Pozor
no-quote = K tomuto zjištění není po ruce žádná citace.
read-there = číst na místě
rule-label = Pravidlo
cell-label = Zjištění
tactic = Co s tím ({ $effort }): { $title }
more-brands = { $count ->
    [one] { $count } další značka
    [few] { $count } další značky
   *[other] { $count } dalších značek
}

## Co musí platit, aby pravidlo vytvořilo zjištění

rule-better_than_rivals = Podíl stížností je u nás nižší, nebo podíl pochval vyšší než u konkurence dohromady a žádný jednotlivý konkurent na tom není významně lépe.
rule-worse_than_rivals = Podíl stížností je u nás vyšší než u konkurence dohromady.
rule-market_gap = Stížností je u dostatečného počtu konkurentů mnoho, i podle dolní meze intervalu, a u nás to není horší.
rule-faq_gap = Zákazníci konkurenta si často stěžují na téma, na které jeho vlastní FAQ, načtené celé, neodpovídá.
rule-channel_gap = Zákazníci konkurenta si často stěžují na čekání nebo na to, že se nedovolají, a na jeho stránkách, načtených celých, není žádný chat.
rule-rival_rising = Podíl stížností u konkurenta oproti předchozímu stejně dlouhému období významně vzrostl.
rule-rival_spiking = Stížnosti na konkurenta za posledních 7 dní vyskočily nad úroveň předchozích 56 dní víc, než vysvětlí náhoda nebo počet recenzí.
rule-rival_better = Jeden z konkurentů je významně lepší tam, kde jsme slabí nebo kde je našich stížností mnoho.
rule-rival_improving = Konkurent se zlepšuje významně více než my a naše vlastní zlepšení významné není.
