diff-title = What changed between { $before } and { $after }
diff-none = No entry is new, gone or moved.
diff-new = New
diff-gone = Gone
diff-moved = Moved
diff-settings = What else changed
diff-instead = instead of: { $claim }
diff-rate = { $brand }: { $before } → { $after }
diff-arrived = { $count ->
    [one] { $count } review came into the window ({ $days })
    *[other] { $count } reviews came into the window ({ $days })
}
diff-left = { $count ->
    [one] { $count } review left the window ({ $days })
    *[other] { $count } reviews left the window ({ $days })
}
