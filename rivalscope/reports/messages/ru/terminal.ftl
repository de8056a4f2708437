terminal-legend = в каждой строке: n из N отзывов, доля на 100, её 95%-й интервал, изменение к предыдущему периоду
terminal-as-of = по состоянию на { $date }, сравниваемые дни: { $period }
terminal-more = и ещё { $count }; все — в отчёте HTML
terminal-more-brands = { $count ->
    [one] и ещё { $count } бренд
    [few] и ещё { $count } бренда
   *[other] и ещё { $count } брендов
}
terminal-method = Метод: { $lines }
column-stars = Оценка из 5
column-sentiments = Пол/нейт/отр
column-top-complaint = Главная жалоба
column-top-praise = Главная похвала
terminal-not-counted = { $brand }: не учтены { $unknown ->
    [one] { $unknown } отзыв на неизвестном языке
    [few] { $unknown } отзыва на неизвестных языках
   *[other] { $unknown } отзывов на неизвестных языках
} и { $undated } без пригодной даты
terminal-no-theme = тем в отзывах не найдено
none-found = не найдено
terminal-proxies = Косвенные показатели по открытым текстам (интервалы: 95 %; не NPS, CSAT или CES)
column-owner-replied = Ответы компании
column-median-delay = Медиана задержки, дни
column-recommend = Рекомендации, баланс
terminal-moves = Переходы:
terminal-no-moves = Переходы между брендами: { $nothing }
terminal-flow = { $origin } → { $target }: { $count }; { $rates }
short-rate = { $n } из { $of } ({ $low }–{ $high } на 100)
short-delay = { $median } ({ $low }–{ $high }), n={ $n }
short-delay-of-few = { $median }, n={ $n }
short-net = { $net } (от { $low } до { $high }), n={ $n }
