## Записи, где назван один соперник или несколько; $count говорит, сколько их

threat-better = { $count ->
    [one] Явно лучше в теме «{ $theme }», где { $us } отстаёт, — { $rivals }
   *[other] Явно лучше в теме «{ $theme }», где { $us } отстаёт, — { $rivals }
}: { $polarity ->
    [positive] хвалят
   *[negative] критикуют
} в { $spread } на 100 отзывов против { $ours }.
threat-improving = { $count ->
    [one] Улучшается в теме «{ $theme }» { $rivals }
   *[other] Улучшаются в теме «{ $theme }» { $rivals }
}, а { $us } не поспевает: { $polarity ->
    [positive] похвалы
   *[negative] жалобы
} на 100 отзывов изменились там на { $spread } п., у { $us } — на { $ours }.
threat-answer = { $count ->
    [one] В разделе вопросов и ответов о теме «{ $theme }» теперь говорит больше { $rivals }
   *[other] В разделе вопросов и ответов о теме «{ $theme }» теперь говорят больше { $rivals }
}, а клиенты { $us } жалуются на это в { $n } из { $of } отзывов.
threat-policy = { $count ->
    [one] В теме «{ $theme }» теперь обещает больше { $rivals }
   *[other] В теме «{ $theme }» теперь обещают больше { $rivals }
}, а клиенты { $us } жалуются на это в { $n } из { $of } отзывов.
threat-spread = от { $low } до { $high }
threat-difference = { $rule ->
    [rival_improving] изменение { $rival } минус наше
   *[other] мы минус { $rival }
}: { $points } п. (интервал от { $low } до { $high })
threat-news = { $date }, { $rival }
threat-before = было
rule-rival_policy = Страница соперника обещает больше прежнего в теме, на которую жалуется достаточно наших клиентов; это показали два чтения.
rule-rival_faq_answer = В вопросах и ответах соперника есть новый или изменённый ответ по теме, на которую жалуется достаточно наших клиентов; это показали два чтения.
