# Таблицы и слайды: названия листов и столбцов и слова на слайдах.

office-title = { $us } и конкуренты: { $rivals }
office-alone = { $us }: впечатления клиентов
office-subtitle = Сравнительный SWOT клиентского опыта
office-market = { $market }, на { $date }
office-synthetic = Искусственные данные: бренды, отзывы и цифры в этом отчёте выдуманы для показа.
office-cut = [сокращено]

office-sheet =
    .swot = SWOT
    .themes = Темы
    .findings = Выводы
    .evidence = Цитаты
    .brands = Бренды
    .sources = Источники
    .withheld = Не сравнивалось
    .method = Метод

office-column =
    .quadrant = Квадрант
    .rule = Правило
    .theme = Тема
    .polarity = Вид
    .claim = Утверждение
    .brand = Бренд
    .n = n (отзывов)
    .of = N (всего отзывов)
    .per_100 = На 100 отзывов
    .low = 95 % интервал, нижняя граница
    .high = 95 % интервал, верхняя граница
    .below = интервал ниже доли
    .above = интервал выше доли
    .trend = Динамика
    .change = Изменение (пункты)
    .change_low = Изменение, нижняя граница
    .change_high = Изменение, верхняя граница
    .change_p = Изменение, p
    .change_significant = Изменение значимо
    .previous_n = n ранее
    .previous_of = N ранее
    .previous_per_100 = На 100 ранее
    .difference = Разница (пункты)
    .difference_low = Разница, нижняя граница
    .difference_high = Разница, верхняя граница
    .p = p
    .significant = Значимо
    .touchpoint = Точка контакта
    .stage = Этап
    .cautions = Оговорки
    .quote_1 = Цитата 1
    .cited_1 = Источник цитаты 1
    .link_1 = Адрес цитаты 1
    .quote_2 = Цитата 2
    .cited_2 = Источник цитаты 2
    .link_2 = Адрес цитаты 2
    .quote_3 = Цитата 3
    .cited_3 = Источник цитаты 3
    .link_3 = Адрес цитаты 3
    .id = Идентификатор
    .synthetic = Выдуманные данные
    .scope = Учтено
    .design_effect = Эффект выборки
    .enough = Данных достаточно
    .since = С
    .until = По
    .quote = Цитата
    .link = Адрес
    .entry = Относится к
    .platform = Площадка
    .language = Язык
    .published_on = Опубликовано
    .decided_by = Определено по
    .review = Отзыв
    .is_us = Мы
    .reviews = Отзывы
    .positive = Положительные
    .neutral = Нейтральные
    .negative = Отрицательные
    .stars = Звёзды (из 5)
    .replied = Ответы компании
    .replied_of = из отзывов
    .replied_per_100 = Ответов на 100
    .unknown_language = Язык неизвестен
    .undated = Без даты
    .chat = Чат
    .faq_entries = Вопросы в FAQ
    .source = Источник
    .kind = Содержит
    .state = Состояние
    .reason = Причина
    .stored = Сохранено отзывов
    .rating = Своё среднее (из 5)
    .what = Что
    .value = Значение

office-term =
    .strength = Сильные стороны
    .weakness = Слабые стороны
    .opportunity = Возможности
    .threat = Угрозы
    .negative = жалобы
    .positive = похвала
    .neutral = упоминания
    .up = рост
    .down = снижение
    .flat = без явных изменений
    .none = нет прошлого периода
    .compared = в сравнении
    .by_itself = бренд сам по себе
    .ok = в порядке
    .partial = прочитано частично
    .empty = пусто
    .blocked = заблокировано
    .robots_denied = не разрешено
    .layout_changed = страница изменилась
    .error = ошибка
    .missed = пропущено
    .never_run = ещё не читалось
    .imported = импортировано
    .quick_win = быстрое улучшение
    .structural = долгосрочное

office-method =
    .market = Рынок
    .industry = Отрасль
    .as_of = На дату
    .window = Период
    .compared = Сравниваемые дни
    .report = Отчёт
    .not_compared = Не сравнивалось
    .notice = Примечание

office-chart =
    .title = Сколько отзывов из 100 говорят о теме, по брендам
    .axis = на 100 отзывов
    .lead = Полосы показывают число на 100 отзывов, тонкие линии — 95 % интервалы.
office-chart-others = { $count ->
    [one] Ещё { $count } бренд есть в report.xlsx.
    [few] Ещё { $count } бренда есть в report.xlsx.
   *[other] Ещё { $count } брендов есть в report.xlsx.
}

office-period = { $since } – { $until }
office-no-comparison = Сравнение не проводилось
office-nothing = Ничего, что подтверждали бы данные
office-unknown = неизвестно
office-no-quote = Для этого пункта нет цитаты.
office-few = малое число
office-counted = (n={ $n }, N={ $of })
office-rate = { $n } из { $of }: { $rate } на 100 (от { $low } до { $high })
office-share = { $n } из { $of }
office-difference = Разница { $points } п. (от { $low } до { $high }), { $p }
office-cited = { $brand }, { $platform }, { $date }
office-no-date = без даты
office-caution = Осторожно: { $sentence }
office-tactic = { $title } ({ $effort })
office-more-entries = { $count ->
    [one] и ещё { $count }
   *[other] и ещё { $count }
}
office-more-brands = { $count ->
    [one] и ещё { $count } бренд: см. report.xlsx
    [few] и ещё { $count } бренда: см. report.xlsx
   *[other] и ещё { $count } брендов: см. report.xlsx
}

office-slide =
    .overview = SWOT на одной странице
    .themes = Сравнение тем
    .sources = Каждый бренд отдельно
    .limits = Что не прочитано или не сравнивалось
    .withheld = Не сравнивалось: мало данных
    .complaint = Самая частая жалоба
    .praise = Самая частая похвала
    .read = Источники
    .method = Метод
    .counted = Отзывы об этом из всех
    .continued = { $title } ({ $page } из { $pages })
    .brand = Бренд
    .rate = n из N
    .per-100 = На 100
    .interval = 95 % интервал
    .change = Изменение
office-reviews = { $count ->
    [one] сравнён { $count } отзыв
    [few] сравнено { $count } отзыва
   *[other] сравнено { $count } отзывов
}
office-sources-sound = { $count ->
    [one] прочитан { $count } источник
    [few] прочитано { $count } источника
   *[other] прочитано { $count } источников
}
office-sources-failed = { $count ->
    [0] без ошибок
   *[other] прочитано не полностью: { $count }
}
office-fingerprint = отчёт { $digest }
office-quadrant-lead =
    .strength = где клиенты предпочитают нас
    .weakness = где клиенты предпочитают конкурентов
    .opportunity = что конкуренты оставляют свободным
    .threat = где конкуренты уходят вперёд
