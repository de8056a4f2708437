"""What brands say of themselves on their own pages, read for a report of one window."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from analysis.faq.coverage import coverage, profiles, themes_to_cover
from analysis.faq.history import changes, pairs
from analysis.faq.promises import contradictions
from analysis.policies import channels, policy_changes
from analysis.standings import is_high
from rivalscope.models import FaqReport, Text
from rivalscope.pipeline.reports.sites import brands_read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.understanding import Understander
    from rivalscope.models import BrandReport, Period, Understanding
    from rivalscope.settings import Settings
    from rivalscope.storage import Store


class OwnPages:
    """FAQs, promises and channels of all brands of one market."""

    def __init__(
        self, settings: Settings, store: Store, *, understander: Understander, window: Period
    ) -> None:
        self._thresholds = settings.thresholds
        self._brands = tuple(brand.slug for brand in settings.brands)
        hints = {
            source.language
            for brand in settings.brands
            for source in brand.sources
            if source.kind == "faq" and source.language
        }
        hint = hints.pop() if len(hints) == 1 else None

        @cache
        def understand(text: str) -> Understanding:
            return understander.understand(Text(id="", body=text, language_hint=hint))

        self._understand = understand
        answers, signals = store.site_history.answers(), store.site_history.signals()
        self._pairs = pairs(answers, understand)
        self._changes = changes(answers, understand)
        self._faq_read = brands_read(settings, store, kind="faq")
        self.sites_read = brands_read(settings, store, kind="site")
        self.channels = channels(signals)
        self.faq_changes = tuple(one for one in self._changes if one.on in window)
        self.policies = tuple(one for one in policy_changes(signals) if one.on in window)

    def faq_report(self, brands: Sequence[BrandReport]) -> FaqReport:
        """The FAQs beside what each brand's own customers complain of."""
        complaints = {
            (finding.brand, finding.theme): finding
            for brand in brands
            for finding in brand.findings
            if finding.polarity == "negative"
        }
        against = contradictions(
            self._pairs,
            complaints,
            quotes={name: quotes for brand in brands for name, quotes in brand.quotes.items()},
            is_high=lambda finding: is_high(finding, self._thresholds),
            understand=self._understand,
        )
        themes = themes_to_cover(self._pairs, complaints)
        return FaqReport(
            profiles=profiles(self._pairs, self._changes, brands=self._brands, read=self._faq_read),
            themes=themes,
            coverage=coverage(
                self._pairs,
                themes=themes,
                brands=self._brands,
                read=self._faq_read,
                contradictions=against,
            ),
            contradictions=against,
            changes=self.faq_changes,
        )
