method-heading = Метод
method-entries-heading = Как получается вывод
method-entries = Бренды сравниваются только на общих площадках и языках и только за дни, прочитанные полностью у всех. Разница взвешивает каждую площадку и каждый язык по числу отзывов, поэтому она может не совпадать с разностью двух долей рядом. n и N — число разных отзывов, а не упоминаний. Каждый вывод получен по твёрдым правилам; ни одно предложение не написано моделью.
method-lines-heading = Пороги и версии
no-method = Пороги не записаны.
column-what = Что
column-value = Значение

## Строки

method-window = период
    .value = { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
method-min_mentions = минимум упоминаний (n)
    .value = { $count }
method-min_reviews = минимум отзывов (N)
    .value = { $count }
method-high = жалоб много начиная с
    .value = { $rate } на 100 (нижняя граница)
method-gap_rivals = сколько конкурентов образуют рыночную нишу
    .value = { $count }
method-not_worse = «не хуже» означает не более чем на
    .value = { $points ->
        [one] { $points } пункт (верхняя граница)
        [few] { $points } пункта (верхняя граница)
        [many] { $points } пунктов (верхняя граница)
       *[other] { $points } пункта (верхняя граница)
    }
method-baseline = база для оценки изменения
    .value = { $days ->
        [one] не менее { $days } дня
       *[other] не менее { $days } дней
    }
method-false_discovery = ложные находки среди выводов
    .value = не более { NUMBER($share, style: "percent") }
method-confidence = доверительная вероятность интервалов
    .value = { NUMBER($share, style: "percent") }
method-languages = языки
    .value = { $names }
method-pack = пакет тем
    .value = { $name }
method-understanding = версия анализа текстов
    .value = { $version }
method-model = тональность, { $language }
    .value = модель { $name }
method-learned = тональность, { $language }
    .value = выучено { $day } по отзывам с оценками, всего { $rows } (macro-F1 отрицательных и положительных { NUMBER($learned_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, прежде { NUMBER($first_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, проверено на отложенных { $unit ->
        [brands] брендах
        [sources] источниках
       *[reviews] отзывах
    }; модель { $engine })
method-no_better = тональность, { $language }
    .value = { $first ->
        [lexicon] словарь
       *[other] { $first }
    }; обучение { $day } по отзывам с оценками ({ $rows }) не дало улучшения сверх случайного (macro-F1 отрицательных и положительных { NUMBER($learned_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, прежде { NUMBER($first_f1, minimumFractionDigits: 2, maximumFractionDigits: 2) }, проверено на отложенных { $unit ->
        [brands] брендах
        [sources] источниках
       *[reviews] отзывах
    })
method-too_few_stars = тональность, { $language }
    .value = { $first ->
        [lexicon] словарь
       *[other] { $first }
    }; обучения по оценкам { $day } не было: слишком мало отзывов с оценками ({ $rows }, из них отрицательных { $negative }, положительных { $positive })
method-precision = верные упоминания, { $language }
    .value = { $themes }
method-corrected = исправлено вручную
    .value = { $wrong ->
        [one] не учтено { $wrong } упоминание, с другой полярностью: { $turned }
        [few] не учтено { $wrong } упоминания, с другой полярностью: { $turned }
       *[other] не учтено { $wrong } упоминаний, с другой полярностью: { $turned }
    }
not-measured = не измерено
precision = { $share } (интервал от { $low } до { $high }, n={ $n })
precision-earlier = { $share } (интервал от { $low } до { $high }, n={ $n }, из них по прежней разметке { $earlier })
theme-precision = { $theme } { $precision }
themes-not-measured = { $count ->
    [one] ещё { $count } тема не измерена
    [few] ещё { $count } темы не измерены
   *[other] ещё { $count } тем не измерено
}
method-stale = источник устарел через
    .value = { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }
