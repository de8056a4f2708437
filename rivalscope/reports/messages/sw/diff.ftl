diff-title = Kilichobadilika kati ya { $before } na { $after }
diff-none = Hakuna jambo jipya, lililoondoka wala lililobadilika.
diff-new = Mapya
diff-gone = Yaliyoondoka
diff-moved = Yaliyobadilika
diff-settings = Mengine yaliyobadilika
diff-instead = badala ya: { $claim }
diff-rate = { $brand }: { $before } → { $after }
diff-arrived = { $count ->
    [one] maoni { $count } yameingia katika kipindi ({ $days })
    *[other] maoni { $count } yameingia katika kipindi ({ $days })
}
diff-left = { $count ->
    [one] maoni { $count } yametoka katika kipindi ({ $days })
    *[other] maoni { $count } yametoka katika kipindi ({ $days })
}
