brands-heading = Каждый бренд отдельно
brands-nav = Бренды
brands-lead = Всё, что прочитано о бренде за его период, без сравнения с другими: источники и языки у брендов разные.
no-brand = Не задан ни один бренд.
us-tag = мы
brand-is-us = { $brand } (мы)
brand-reviews = Отзывы
brand-stars = Средняя оценка
brand-sentiment = Тональность
sentiment-of = Тональность отзывов: { $brand }
sentiment-split = положительные { $positive }, нейтральные { $neutral }, отрицательные { $negative }
brand-positive = Положительные
brand-neutral = Нейтральные
brand-negative = Отрицательные
brand-replies = Ответы компании
brand-period = Период
brand-unknown-language = На неизвестном языке
brand-undated = Без даты
brand-chat = Чат
no-chat = не найден
brand-faq = Вопросы в FAQ
top-complaints = Самые частые жалобы
no-complaints = Жалоб не найдено
top-praise = За что чаще всего хвалят
no-praise = Похвалы не найдено

## Источники

sources-heading = Источники
column-platform = Площадка
column-source = Источник
column-state = Состояние
column-reason = Причина
column-stored = Сохранено
column-average = Собственная средняя
source-name = { $platform } ({ $source })
source-stands = { $brand }, { $platform }: { $state }
source-stands-because = { $brand }, { $platform }: { $state } ({ $reason })
source-kind = { $kind ->
    [faq] FAQ
    [site] сайт
   *[reviews] отзывы
}
no-source = Не задан ни один источник.
