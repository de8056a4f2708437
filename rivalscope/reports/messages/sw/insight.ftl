## Safari ya mteja

journey-heading = Safari ya mteja
journey-compared = Imehesabiwa pale chapa zinapolinganishwa: majukwaa, lugha na siku zilezile kwa zote.
journey-alone = Hakuna ulinganisho uliofanywa: kila chapa imehesabiwa katika yote yaliyosomwa kuihusu, hivyo takwimu za chapa mbili si lazima ziendane.
heat-complaints = Malalamiko kwa hatua na mahali pa mawasiliano
heat-praise = Sifa kwa hatua na mahali pa mawasiliano
heat-about = Maoni tofauti kati ya 100 yanayozungumzia mada yoyote ya mahali hapo, yaliyohesabiwa kutoka kwenye maoni yenyewe: si jumla ya mada, kwani maoni mamoja yanaweza kutaja kadhaa. Chini ya kiwango kuna masafa yake ya 95 % na n kati ya N; rangi ikiwa kali zaidi, kiwango ni cha juu zaidi.
heat-no-theme = hakuna mada
heat-column = Mahali
heat-axis = { $axis ->
    [stage] Hatua
   *[touchpoint] Mahali pa mawasiliano
}: { $place ->
    [information] kutafuta taarifa
    [purchase] ununuzi
    [after_sale] baada ya mauzo
    [awareness] kufahamika
    [word_of_mouth] maneno ya watu
    [reviews_media] maoni na vyombo vya habari
    [website] tovuti
    [delivery] usafirishaji
   *[support] huduma kwa wateja
}
position-title = Kiasi kinachoandikwa, na jinsi waandishi walivyoridhika
position-about = Juu kuna sehemu ya maoni yenye maandishi chanya pamoja na masafa yake ya 95 %; kulia kuna idadi ya maoni kwa siku 30, ambayo imehesabiwa, haikukadiriwa. Kila chapa katika yote yaliyosomwa kuihusu katika kipindi chake.
position-per-month = Maoni kwa siku 30
position-content = Maoni chanya kati ya 100
position-reviews = Maoni
best-title = Bora katika kila mada
best-about = Kati ya chapa zinazolinganishwa, pamoja na n kati ya N na masafa ya 95 %. Wazi maana yake masafa ya aliye bora na anayefuata hayagusani.
best-fewest = { $theme }: malalamiko machache zaidi
best-most = { $theme }: sifa nyingi zaidi
best-brand = Bora
best-next = Anayefuata
best-verdict = Uamuzi
best-clear = wazi
best-close = hazitofautishiki
delight-title = Vitu vidogo vinavyofurahisha
delight-about = Maoni yanayosifu kitu kidogo ambacho hakuna aliyelazimika kukiongeza, pamoja na n kati ya N na yanachosema.
delight-rate = Maoni yenye sifa kama hiyo

## Maswali na ahadi

faq-heading = Maswali yanayoulizwa sana na ahadi
faq-lead = Kile ambacho kurasa za chapa zenyewe zinajibu na kuahidi, kando ya kile ambacho wateja wao wanalalamikia. Badiliko linahesabika baada ya kuonekana katika usomaji mara mbili uliofaulu; mwonekano mwingine wa maneno yaleyale si badiliko.
faq-coverage = Mada zilizojibiwa
faq-coverage-about = Zinazolalamikiwa zaidi zinatangulia. Ni mada tu ambazo ukurasa wa majibu unaweza kuzitatua.
faq-state = { $state ->
    [answered] imejibiwa
    [open] haipo
   *[unread] haikusomwa
}
faq-answered = imejibiwa ({ $count })
faq-changed = ilibadilika { $date }
faq-against = malalamiko yanaipinga
faq-contradictions = Ahadi zinazopingwa na malalamiko
faq-contradictions-about = Sentensi ya jibu inayotaja muda, kwa chapa ambayo malalamiko yake katika mada hiyo ni mengi hata kwenye mpaka wa chini wa masafa. Ukurasa na wateja hawakubaliani; nani yuko sahihi, hatuamui.
faq-no-contradiction = Hakuna ahadi inayopingwa na malalamiko mengi
faq-promise = Ahadi
faq-complaints = Malalamiko
faq-changes = Maswali na majibu yaliyobadilika
faq-changes-about = Ndani ya kipindi cha ripoti, mapya kwanza; siku ni ya usomaji wa kwanza ulioonyesha hilo.
faq-no-change = Hakuna swali wala jibu lililobadilika
faq-day = Siku
faq-question = Swali
faq-before = Kabla
faq-now = Sasa
faq-new = halikuwepo
faq-gone = limeondolewa
faq-policies = Ahadi zilizobadilika
faq-policies-about = Siku za kurudisha, usafirishaji wa bure na muda hadi jibu kwenye kurasa za chapa, ndani ya kipindi.
faq-no-policy = Hakuna ahadi iliyobadilika
faq-profiles = Upya na urahisi wa kusoma
faq-profiles-about = Urahisi wa kusoma hutokana na maneno kwa sentensi na silabi kwa neno, kwa kanuni iliyochapishwa kwa lugha hiyo; juu zaidi ni rahisi zaidi, 60 hadi 70 ni lugha ya kawaida. Pasipo na kanuni, na chini ya maneno 100, takwimu za kawaida zinasimama peke yake.
faq-pairs = Maswali
faq-first = Lilisomwa kwanza
faq-newest = Swali jipya zaidi
faq-last = Badiliko la mwisho
faq-ease = Urahisi wa kusoma
faq-never = kamwe
ease-score = { $language }: { $score } ({ $formula }), maneno { $words }
ease-plain = { $language }: hakuna kanuni; maneno { $per_sentence } kwa sentensi, { $long } kati ya maneno 100 ni marefu
ease-few = { $language }: maneno { $words } tu; { $per_sentence } kwa sentensi, { $long } kati ya 100 ni marefu

## Njia za mawasiliano

channels-heading = Njia za kuwasiliana
channels-lead = Kile kilichopo sasa kwenye kurasa za chapa, pamoja na kiungo cha ukurasa unaokionyesha. Ambacho hakikupatikana kwenye kurasa zilizosomwa huenda kikawa kwenye nyingine.
signal-kind = { $kind ->
    [chat] Gumzo
    [phone] Simu
    [email] Barua pepe
    [contact_form] Fomu ya mawasiliano
    [messenger] Programu ya ujumbe
    [social] Mtandao wa kijamii
    [opening_hours] Saa za kazi
    [return_days] Siku za kurudisha
    [free_shipping_from] Usafirishaji bure kuanzia
   *[response_hours] Saa hadi jibu
}
channel-column = Njia
channel-form = fomu ya mawasiliano
channel-none = haikupatikana
channel-unread = kurasa hazikusomwa

## Mahali pengi

insight-brand = Chapa
insight-theme = Mada
insight-rate = { $per_100 } ({ $low }-{ $high }), { $n } kati ya { $of }
insight-of = { $n } kati ya { $of }
insight-see = ione pale
insight-nothing = Hakuna kinachojulikana
insight-more = { $count ->
    [one] na { $count } zaidi katika miundo mingine
   *[other] na { $count } zaidi katika miundo mingine
}
