"""What one source's crawl came to."""

from crawler.runs.outcome import Outcome
from rivalscope.models import Source
from rivalscope.storage import Saved


def test_reviews_that_were_erased_and_stand_there_still_are_told():
    source = Source(brand="b", id="s", platform="p", kind="reviews", url=None)
    outcome = Outcome(source)
    assert outcome.note is None
    outcome.saved += Saved(read=3, refused=1)
    outcome.saved += Saved(read=3, refused=1)
    assert outcome.note == "2 reviews left out: erased, or by an erased author"
