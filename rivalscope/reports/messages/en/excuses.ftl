## Why a brand, or everything, was not compared

excuse-no_us = Nothing can be compared: no brand is marked as us.
excuse-several_us = Nothing can be compared: more than one brand is marked as us.
excuse-no_rival = Nothing can be compared: no rival is configured.
excuse-no_source = { $rival } can't be compared: it has no source of reviews.
excuse-no_source_of_us = { $rival } can't be compared: { $us } has no source of reviews.
excuse-no_shared_platform = { $rival } can't be compared: it shares no platform with { $us } ({ $theirs }; { $ours }).
excuse-picked_by_relevance = { $rival } can't be compared: reviews on { $platforms } are picked by relevance, so they are quoted but never counted.
excuse-never_read = { $rival } can't be compared: no day of its reviews on { $platforms } is known to have been read in full.
excuse-never_read_of_us = { $rival } can't be compared: no day of { $us }'s reviews on { $platforms } is known to have been read in full.
excuse-no_shared_day = { $rival } can't be compared: no day within { $window } is read in full for both ({ $days }).
days-of-both = { $platform }: { $theirs }, { $us } { $ours }
days-of-one = { $platform }: { $days }
days-none = none
excuse-no_review_understood = { $rival } can't be compared: it has no dated review on { $platforms } in a supported language.
excuse-no_review_understood_of_us = { $rival } can't be compared: { $us } has no dated review on { $platforms } in a supported language.
excuse-no_shared_language = { $rival } can't be compared: it shares no language with { $us } on { $platforms } ({ $theirs }; { $ours }).
excuse-no_review = { $rival } can't be compared: it has no review on { $platforms } on the days read in full for both.
excuse-no_review_of_us = { $rival } can't be compared: { $us } has no review on { $platforms } on the days read in full for both.
excuse-no_shared_language_then = { $rival } can't be compared: it shares no language with { $us } on the days read in full for both.
excuse-too_few = { $rival } can't be compared: only { $theirs } of its reviews and { $ours } of { $us }'s fall on the same days and places, and { $needed } of each are needed.
excuse-displaced = { $rival } can't be compared: the other rivals are compared on days that are not read in full for it ({ $days }).
