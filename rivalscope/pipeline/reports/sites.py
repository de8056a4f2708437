"""What is known of each brand's own pages, as the rules about FAQs and channels ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.gaps import SiteFacts, answered_themes
from rivalscope.models import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from analysis.understanding import Understander
    from rivalscope.models import Brand, FaqEntry, SourceKind
    from rivalscope.settings import Settings
    from rivalscope.storage import Store


def site_facts(
    settings: Settings, store: Store, *, understander: Understander
) -> Mapping[str, SiteFacts]:
    """Brand -> facts; a page that could not be read says nothing, not "no"."""
    with_faq = brands_read(settings, store, kind="faq")
    with_site = brands_read(settings, store, kind="site")
    faq, chat = store.sites.faq(), store.sites.chat()
    return {
        brand.slug: SiteFacts(
            brand=brand.slug,
            faq_read=brand.slug in with_faq,
            faq_themes=answered_themes(
                faq.get(brand.slug, ()), _themes_with(understander, _faq_language(brand))
            ),
            site_read=brand.slug in with_site,
            chat=chat.get(brand.slug, ()),
        )
        for brand in settings.brands
    }


def brands_read(settings: Settings, store: Store, *, kind: SourceKind) -> tuple[str, ...]:
    """Brands with a source of that kind that ended its last run well."""
    latest = store.runs.latest_of_sources()
    ok = {key for key, (run, _) in latest.items() if run.state == "ok"}
    return tuple(
        brand.slug
        for brand in settings.brands
        if any(one.kind == kind and (brand.slug, one.id) in ok for one in brand.sources)
    )


def _faq_language(brand: Brand) -> str | None:
    return next((s.language for s in brand.sources if s.kind == "faq" and s.language), None)


def _themes_with(
    understander: Understander, language: str | None
) -> Callable[[FaqEntry], Collection[str]]:
    """The themes of a pair: of its question and of its answer.

    Either counts as answered, so that a gap is claimed only where the page has no word on it.
    """

    def themes(entry: FaqEntry) -> Collection[str]:
        texts = (Text(id="", body=words, language_hint=language) for words in _words(entry))
        understood = (understander.understand(text) for text in texts)
        return {mention.theme for one in understood for mention in one.mentions}

    return themes


def _words(entry: FaqEntry) -> tuple[str, str]:
    return entry.question, entry.answer
