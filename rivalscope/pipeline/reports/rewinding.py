"""Takes an open store back to what was known at an earlier moment, texts understood included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.pipeline.understanding.learning import decide
from rivalscope.pipeline.understanding.placing import read_in_place
from rivalscope.pipeline.understanding.proxying import proxy_knowledge_of, search
from rivalscope.pipeline.watch import Nobody

if TYPE_CHECKING:
    from datetime import datetime

    from rivalscope.pipeline.understanding.analyzing import Knowledge
    from rivalscope.settings import Settings
    from rivalscope.storage import Store


def rewind(settings: Settings, store: Store, *, at: datetime, knowledge: Knowledge) -> None:
    """*store* shows what had been seen by *at*, read with what texts are read with now.

    A text that was edited since is understood anew as it was then, unless it never was understood.
    """
    reworded = store.past.rewind(at)
    ids = frozenset(reworded)
    store.understandings.save(
        [
            (knowledge.understander.understand(text), content)
            for text, content in store.reviews.to_understand(knowledge.version)
            if text.id in ids
        ],
        version=knowledge.version,
        engines=knowledge.engines,
    )
    read_in_place(store, knowledge)
    # by the models of now, which have decided all the others
    decide(store, engines=knowledge.engines, watch=Nobody())
    search(store, proxy_knowledge_of(settings), reworded)
    store.past.unlearn(at)
