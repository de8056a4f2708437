diff-title = Mi változott { $before } és { $after } között
diff-none = Egyetlen megállapítás sem új, nem tűnt el és nem változott.
diff-new = Új
diff-gone = Eltűnt
diff-moved = Megváltozott
diff-settings = Mi változott még
diff-instead = korábban: { $claim }
diff-rate = { $brand }: { $before } → { $after }
diff-arrived = { $count ->
    [one] { $count } vélemény került be az időszakba ({ $days })
    *[other] { $count } vélemény került be az időszakba ({ $days })
}
diff-left = { $count ->
    [one] { $count } vélemény került ki az időszakból ({ $days })
    *[other] { $count } vélemény került ki az időszakból ({ $days })
}
