"""Whatever stands where a payload usually has something else, no reader breaks on it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from crawler.extract import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

ODD = (None, 0, -1, 10**18, 0.5, True, "", "2026-13-45", "<b>", [], {}, ["a"], [[None]], {"a": 1})
TIMES = {"created_at": "2026-01-02T03:04:05Z", "updated_at": None}
PAYLOADS = {
    "app_store": {
        "feed": {
            "entry": [{"im:rating": {"label": "4"}, "author": {"name": {"label": "x"}}}],
            "link": [{"attributes": {"rel": "next", "href": "https://a.example/page=2/json"}}],
        }
    },
    "steam": {
        "query_summary": {"num_reviews": 1, "total_positive": 1, "total_reviews": 2},
        "reviews": [{"voted_up": True, "review": "x", "author": {}, "timestamp_created": 1}],
        "cursor": "a",
    },
    "google_places": {
        "result": {
            "place_id": "x",
            "rating": 4,
            "user_ratings_total": 2,
            "reviews": [{"author_name": "x", "rating": 4, "time": 1700000000, "text": "x"}],
        }
    },
    "feefo_feed": {
        "FEEDBACKLIST": {
            "FEEDBACK": [
                {
                    "FEEDBACKID": 1,
                    "HREVIEWRATING": 4,
                    "FURTHERCOMMENTSTHREAD": {"POST": {"VENDORCOMMENT": "x", "DATE": "x"}},
                }
            ],
            "SUMMARY": {"AVERAGE": 90, "BEST": 100, "COUNT": 2, "START": 1},
        }
    },
    "feefo": {
        "summary": {"meta": {"count": 2, "pages": 2}, "rating": {"min": 1, "max": 5, "rating": 4}},
        "reviews": [{"service": {"id": 1, "rating": {"rating": 4}, "thread": [{"type": "x"}]}}],
    },
    "yotpo": {
        "response": {
            "reviews": [{"id": 1, "content": "x", "score": 4, "user": {}, "comment": {}, **TIMES}],
            "bottomline": {"average_score": 4, "total_review": 2},
            "pagination": {"page": 1, "per_page": 1, "total": 2},
        }
    },
    "bazaarvoice": {
        "Results": [{"Id": "1", "SubmissionTime": "x", "Rating": 4, "Badges": {}, "Cons": "x"}],
        "Includes": {"Products": {"p": {"Id": "p", "ReviewStatistics": {"TotalReviewCount": 1}}}},
        "TotalResults": 2,
        "Offset": 0,
    },
    "review_list": [{"content": "x", "score": 4, "at": 1, "userName": {"name": "x"}, "reply": {}}],
    "trustpilot": [{"consumer": {}, "rating": 4, "dates": {}, "reply": {"message": "x"}}],
    "mastodon": [{"id": "1", "content": "<p>x</p>", "uri": "x", "account": {}, **TIMES}],
    "youtube": {
        "kind": "youtube#commentThreadListResponse",
        "nextPageToken": "x",
        "items": [
            {
                "snippet": {"channelId": "c", "topLevelComment": {"snippet": {"textDisplay": "x"}}},
                "replies": {"comments": [{"snippet": {"authorChannelId": {"value": "c"}}}]},
            }
        ],
    },
    "reddit": {
        "kind": "Listing",
        "data": {
            "after": "x",
            "children": [{"kind": "t1", "data": {"body": "x", "author": "x", "replies": {}}}],
        },
    },
    "recording": {
        "interactions": [
            {
                "recorded_at": "2026-01-02",
                "request": {"method": "GET", "uri": "https://a.example/x"},
                "response": {"status": {"code": 200}, "body": {"string": "[]", "encoding": "x"}},
            }
        ]
    },
}


def variants(value: Any) -> Iterator[Any]:
    """*value* with each of its parts in turn replaced by something odd, or gone."""
    yield from ODD
    if isinstance(value, list):
        for number, one in enumerate(value):
            for other in variants(one):
                yield [*value[:number], other, *value[number + 1 :]]
    elif isinstance(value, dict):
        for name, one in value.items():
            yield {key: kept for key, kept in value.items() if key != name}
            for other in variants(one):
                yield {**value, name: other}


@pytest.mark.parametrize("name", PAYLOADS)
def test_no_value_in_an_odd_place_breaks_a_reader(name, snapshot_of):
    for document in variants(PAYLOADS[name]):
        for url in ("https://a.example/api/v1/timelines/x?page=1", "file:///x"):
            read_page(snapshot_of(json.dumps(document), url=url))
