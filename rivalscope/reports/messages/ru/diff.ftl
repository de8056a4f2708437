diff-title = Что изменилось между { $before } и { $after }
diff-none = Ни один вывод не появился, не исчез и не изменился.
diff-new = Новое
diff-gone = Исчезло
diff-moved = Изменилось
diff-settings = Что ещё изменилось
diff-instead = вместо: { $claim }
diff-rate = { $brand }: { $before } → { $after }
diff-arrived = { $count ->
    [one] в период вошёл { $count } отзыв ({ $days })
    [few] в период вошли { $count } отзыва ({ $days })
    *[other] в период вошло { $count } отзывов ({ $days })
}
diff-left = { $count ->
    [one] из периода выпал { $count } отзыв ({ $days })
    [few] из периода выпали { $count } отзыва ({ $days })
    *[other] из периода выпало { $count } отзывов ({ $days })
}
