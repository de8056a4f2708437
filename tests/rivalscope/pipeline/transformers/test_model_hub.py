"""Models by name: fetched once over HTTP from a hub that runs here, never asked for again."""

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from rivalscope.pipeline.understanding.transformers.hub import HubError, fetch_folder

COMMIT = "0123456789abcdef0123456789abcdef01234567"
FILES = {
    "config.json": b'{"id2label": {"0": "negative", "1": "positive"}}',
    "tokenizer.json": b"{}",
    "onnx/model.onnx": b"weights",
    "onnx/model.onnx_data": b"more weights",
    "onnx/model_quantized.onnx": b"other weights",
    "pytorch_model.bin": b"code, for all we know",
}
FETCHING = """
import sys
from rivalscope.pipeline.understanding.transformers.files import BadModelError, find_model
from pathlib import Path
try:
    print(find_model(sys.argv[1], beside=Path()).model)
except BadModelError as error:
    print(error)
"""


class Hub(BaseHTTPRequestHandler):
    """As much of the hub as fetching needs."""

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        self.server.asked.append(self.path)
        path = self.path.split("?")[0]
        name = path.removeprefix(f"/acme/mood/resolve/{COMMIT}/")
        if path.startswith(f"/api/models/acme/mood/tree/{COMMIT}"):
            self.answer(
                [
                    {"type": "file", "path": name, "size": len(body), "oid": f"{number:040x}"}
                    for number, (name, body) in enumerate(FILES.items())
                ]
            )
        elif path.startswith("/api/models/acme/mood"):
            self.answer(
                {
                    "id": "acme/mood",
                    "modelId": "acme/mood",
                    "sha": COMMIT,
                    "tags": [],
                    "siblings": [{"rfilename": name} for name in FILES],
                }
            )
        elif name in FILES:
            self.send(FILES[name])
        else:
            self.send(b"", status=404)

    def answer(self, said):
        self.send(json.dumps(said).encode(), kind="application/json")

    def send(self, body, *, status=200, kind="application/octet-stream"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", f'"{len(body):040x}"')
        self.send_header("X-Repo-Commit", COMMIT)
        if status == 404:
            self.send_header("X-Error-Code", "RepoNotFound")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def hub():
    with ThreadingHTTPServer(("127.0.0.1", 0), Hub) as server:
        server.asked = []
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def fetched(tmp_path):
    """``fetched(name, port)`` is what a process of its own has to say of the model *name*."""
    pytest.importorskip(
        "huggingface_hub", reason="not installed; pip install 'rivalscope[transformers]' brings it"
    )

    def fetching(name, port):
        environment = {
            **{key: value for key, value in os.environ.items() if "proxy" not in key.lower()},
            "HF_ENDPOINT": f"http://127.0.0.1:{port}",
            "HF_HOME": str(tmp_path / "cache"),
            "HF_HUB_DISABLE_XET": "1",
        }
        done = subprocess.run(
            [sys.executable, "-c", FETCHING, name],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
        )
        return done.stdout.strip()

    return fetching


def test_a_model_is_fetched_once_and_no_more_of_it_than_is_needed(hub, fetched, tmp_path):
    model = fetched("hub:acme/mood", hub.server_port)
    assert model.endswith(f"{COMMIT}/onnx/model.onnx")
    cache = tmp_path / "cache" / "hub" / "models--acme--mood" / "snapshots" / COMMIT
    kept = {str(file.relative_to(cache)) for file in cache.rglob("*") if file.is_file()}
    assert kept == {"config.json", "tokenizer.json", "onnx/model.onnx", "onnx/model.onnx_data"}
    asked = len(hub.asked)
    assert asked
    assert fetched("hub:acme/mood", hub.server_port) == model
    assert len(hub.asked) == asked


def test_a_revision_is_asked_for(hub, fetched):
    assert fetched("hub:acme/mood@v1.2", hub.server_port).endswith("onnx/model.onnx")
    assert any("/revision/v1.2" in path for path in hub.asked)


def test_a_model_that_is_not_there_is_told_with_what_to_do(hub, fetched):
    told = fetched("hub:acme/none", hub.server_port)
    assert told.startswith("can't be fetched (")
    assert "`hf download acme/none --local-dir models/none`" in told


def test_without_a_network_it_is_told_with_what_to_do(fetched):
    told = fetched("hub:acme/mood@v2", 9)
    assert told.startswith("can't be fetched (")
    assert "`hf download acme/mood --revision v2 --local-dir models/mood`" in told


def test_without_its_library_it_is_told_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(HubError, match=r"pip install 'rivalscope\[transformers\]'.*hf download"):
        fetch_folder("acme/mood", patterns=("config.json",))
