## Vipengele vinavyotaja mshindani mmoja au kadhaa; $count inasema ni wangapi

threat-better = { $count ->
    [one] { $rivals } ni bora waziwazi
   *[other] { $rivals } ni bora waziwazi
} katika { $theme }, ambapo { $us } imepungukiwa: { $polarity ->
    [positive] husifiwa
   *[negative] hulaumiwa
} katika { $spread } kati ya maoni 100 dhidi ya { $ours }.
threat-improving = { $count ->
    [one] { $rivals } inaboreka
   *[other] { $rivals } zinaboreka
} katika { $theme } na { $us } haiendi sambamba: { $polarity ->
    [positive] sifa
   *[negative] malalamiko
} kwa maoni 100 zilibadilika kwa pointi { $spread } huko na { $ours } kwa { $us }.
threat-answer = { $count ->
    [one] { $rivals } sasa inajibu
   *[other] { $rivals } sasa zinajibu
} zaidi kuhusu { $theme } katika maswali yake, huku wateja wa { $us } wakilalamika kuhusu hilo katika maoni { $n } kati ya { $of }.
threat-policy = { $count ->
    [one] { $rivals } sasa inaahidi
   *[other] { $rivals } sasa zinaahidi
} zaidi kuhusu { $theme }, huku wateja wa { $us } wakilalamika kuhusu hilo katika maoni { $n } kati ya { $of }.
threat-spread = { $low } hadi { $high }
threat-difference = { $rule ->
    [rival_improving] badiliko la { $rival } toa letu
   *[other] sisi toa { $rival }
}: pointi { $points } (masafa { $low } hadi { $high })
threat-news = { $date }, { $rival }
threat-before = kabla
rule-rival_policy = Ukurasa wa mshindani unaahidi zaidi ya hapo awali katika mada ambayo wateja wetu wa kutosha wanalalamikia; usomaji mara mbili umeonyesha.
rule-rival_faq_answer = Maswali ya mshindani yana jibu jipya au lililobadilika katika mada ambayo wateja wetu wa kutosha wanalalamikia; usomaji mara mbili umeonyesha.
