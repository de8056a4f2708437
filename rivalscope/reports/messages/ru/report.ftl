report-language = Русский
report-title = { $us } и конкуренты: { $rivals }
report-tab = { $us }: сравнительный SWOT-анализ на { $date }
report-kind = Сравнительный SWOT-анализ клиентского опыта
synthetic-tag = Пример
synthetic = Искусственные данные: бренды, отзывы и цифры в этом отчёте вымышлены и служат только для демонстрации.

## Сведения в заголовке

fact-market = Рынок
fact-industry = Отрасль
fact-market-industry = Рынок, отрасль
fact-as-of = По состоянию на
fact-window = Период
fact-days = Сравниваемые дни
fact-strata = Где сравнивали
fact-reviews = Сравниваемые отзывы
no-days-compared = сравнения нет
no-strata = нигде
reviews-of-others = { $count ->
    [one] и ещё { $count } бренд, всего { $total }
    [few] и ещё { $count } бренда, всего { $total }
   *[other] и ещё { $count } брендов, всего { $total }
}

## Заголовки и вступления

nav-label = Разделы отчёта
short-heading = Коротко
more-below = и ещё { $count } ниже
swot-heading = Сравнительный SWOT-анализ
swot-lead = Каждый вывод опирается на n из N разных отзывов по каждому бренду. Изменение считается к предыдущему периоду той же длины; треугольник отмечает значимое изменение, а его цвет показывает, стало ли клиентам лучше или хуже.
no-comparison = Сравнение не проводилось
no-comparison-rest = То, что ниже сказано о каждом бренде отдельно, остаётся в силе.
no-reason = Причина неизвестна.
themes-heading = Сравнение по темам
themes-lead = Сколько отзывов из 100 затрагивают тему: точка — доля, линия — её 95%-й доверительный интервал. Шкала у всех графиков общая.
key-us = мы
key-rival = конкурент
not-compared-heading = Что не сравнивалось
all-compared = Сравнивались все бренды.
withheld-heading = Не показано: мало данных
withheld-nav = Не показано
nothing-withheld = Ничего не скрыто.

## Заголовки столбцов

column-brand = Бренд
column-theme = Тема
column-rate = Доля
column-interval = Интервал
column-interval-95 = 95%-й интервал
column-per-100 = На 100 отзывов
column-rate-interval = n из N (на 100, 95%-й интервал)
column-change = Изменение
column-trend = Динамика
column-evidence = Данные
