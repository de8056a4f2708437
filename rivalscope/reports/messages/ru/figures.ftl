unknown = неизвестно
share = { $n } из { $of }
interval = { $low }–{ $high }
per-100 = на 100
rate = { $n } из { $of } ({ $per_100 } на 100, 95%-й интервал { $low }–{ $high })
few = мало данных
rate-of-few = { $rate }, мало данных
p-value = p = { $p }
p-below = p < { $p }
p-unknown = p неизвестно
difference = { $rule ->
    [rival_improving] изменение у них минус изменение у нас
    [rival_rising] у конкурента сейчас минус прежде
    [rival_spiking] у конкурента сейчас минус прежде
   *[other] у нас минус у конкурентов
}: { $points } пункта (интервал от { $low } до { $high }), { $p }, { $verdict ->
    [significant] после поправки значимо
   *[other] после поправки незначимо
}
trend = { $way ->
    [up] рост
    [down] снижение
   *[flat] без явных изменений
}, { $points } пункта (интервал от { $low } до { $high })
trend-unknown = нет предыдущего периода для сравнения
short-trend = { $way ->
    [up] рост
    [down] снижение
   *[flat] неясно
} { $points }
short-trend-unknown = нет предыдущего периода
insufficient = недостаточно данных (n={ $n }, N={ $of })
stars = { $stars } из 5
count-and-share = { $count } ({ $share })
no-date = без даты
period = { $days ->
    [one] { $since } — { $until } ({ $days } день)
    [few] { $since } — { $until } ({ $days } дня)
   *[other] { $since } — { $until } ({ $days } дней)
}
days-between = { $since } — { $until }
no-period = нет отзывов, которые можно учесть
list = { $names } и { $last }
list-with-others = { $names } и ещё { $count }
empty-list = никто

## Названия

kind = { $polarity ->
    [negative] жалобы
    [positive] похвала
   *[other] упоминания
}
subject = { $theme }, { $polarity ->
    [negative] жалобы
    [positive] похвала
   *[other] упоминания
}
cited = { $brand }, { $platform }, { $date }
place = { $place ->
    [awareness] узнаваемость
    [word_of_mouth] сарафанное радио
    [reviews_media] отзывы и СМИ
    [website] сайт
    [purchase] покупка
    [delivery] доставка
    [support] поддержка
    [information] поиск информации
    [after_sale] после покупки
   *[other] { $name }
}
platform = { $platform ->
    [app_store] App Store
    [own_site] собственный сайт
    [marketplace] маркетплейс
   *[other] { $name }
}
effort = { $effort ->
    [quick_win] быстрый результат
   *[structural] системная мера
}
state = { $state ->
    [ok] в порядке
    [partial] прочитано частично
    [empty] пусто
    [blocked] заблокировано
    [robots_denied] запрещено
    [layout_changed] страница изменилась
    [error] ошибка
    [missed] пропущено
    [imported] импортировано
   *[never_run] ещё не читалось
}
