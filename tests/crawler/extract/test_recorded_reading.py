from __future__ import annotations

import base64
import gzip
import json

import pytest

from crawler.extract import read_page
from rivalscope.errors import PageChanged

FILE = "file:///home/bo/recording"


def play(number):
    return {"reviewId": f"r{number}", "content": "Ok", "score": 4, "at": "2 days ago"}


ANSWER = json.dumps([play(1), play(2)])
SECOND = json.dumps([play(2), play(3)])


def exchange(body, *, method="GET", code=200, uri="https://api.example/r?page=1"):
    return {
        "recorded_at": "2026-05-04T04:53:09",
        "request": {"method": method, "uri": uri},
        "response": {"status": {"code": code, "message": ""}, "body": {"string": body}},
    }


def ids(reading):
    return [review.native_id for review in reading.reviews]


def test_a_recording_reads_as_all_its_pages_together(snapshot_of):
    recording = {
        "interactions": [
            exchange('{"access_token": "x"}', method="POST"),
            exchange(ANSWER),
            exchange(SECOND, uri="https://api.example/r?page=2"),
            exchange(json.dumps([play(9)]), code=500),
            exchange(json.dumps([play(8)]), method="DELETE"),
        ]
    }

    reading = read_page(snapshot_of(json.dumps(recording), url=FILE))

    assert ids(reading) == ["r1", "r2", "r3"]
    assert (reading.reader, reading.next_url) == ("review_list", None)


def test_relative_dates_count_from_when_a_page_was_recorded(snapshot_of):
    recording = json.dumps({"interactions": [exchange(ANSWER)]})

    reading = read_page(snapshot_of(recording, url=FILE))

    assert {review.published_on.isoformat() for review in reading.reviews} == {"2026-05-02"}


def test_a_recording_may_be_yaml_in_either_of_two_dialects(snapshot_of):
    ruby = (
        "---\nhttp_interactions:\n- request:\n    method: get\n    uri: https://api.example/r\n"
        "  response:\n    status:\n      code: 200\n    body:\n      encoding: UTF-8\n"
        f"      string: '{ANSWER}'\nrecorded_with: VCR 6.0\n"
    )
    packed = base64.b64encode(gzip.compress(ANSWER.encode())).decode()
    python = (
        "interactions:\n- request:\n    method: GET\n    uri: https://api.example/r\n"
        "  response:\n    body:\n      string: !!binary |\n"
        f"        {packed}\n    status: {{code: 200, message: OK}}\nversion: 1\n"
    )

    assert ids(read_page(snapshot_of(ruby, url=FILE))) == ["r1", "r2"]
    assert ids(read_page(snapshot_of(python, url=FILE))) == ["r1", "r2"]


def test_a_browsers_archive_is_a_recording_too(snapshot_of):
    content = {"text": base64.b64encode(ANSWER.encode()).decode(), "encoding": "base64"}
    entry = {
        "startedDateTime": "2026-05-04T04:53:09Z",
        "request": {"method": "GET", "url": "https://api.example/r"},
        "response": {"status": 200, "content": content},
    }

    reading = read_page(snapshot_of(json.dumps({"log": {"entries": [entry]}}), url=FILE))

    assert ids(reading) == ["r1", "r2"]


def test_a_named_reader_has_to_find_its_structure_in_some_page(snapshot_of):
    recording = snapshot_of(json.dumps({"interactions": [exchange(ANSWER)]}), url=FILE)

    assert len(read_page(recording, reader="review_list").reviews) == 2
    with pytest.raises(PageChanged):
        read_page(recording, reader="steam")


def test_what_a_site_serves_is_never_a_recording(snapshot_of):
    recording = json.dumps({"interactions": [exchange(ANSWER)]})

    assert read_page(snapshot_of(recording, url="https://api.example/x")).reviews == ()


@pytest.mark.parametrize(
    "body",
    [
        "interactions:\n- *a\n",
        "interactions:\n- {request: {method: GET, uri: 1}, response: {status: 200, body: 3}}",
        "http_interactions:\n  - [",
        "interactions: " + "[" * 500,
        json.dumps({"interactions": [exchange("\x1f\x8b broken")]}),
        json.dumps({"interactions": [{"request": 1, "response": 2}]}),
    ],
)
def test_a_broken_recording_reads_as_nothing(body, snapshot_of):
    assert read_page(snapshot_of(body, url=FILE)).reviews == ()
