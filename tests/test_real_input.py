"""Pages and messages that nobody here wrote, read where they lie; skipped where they are not."""

import json
from pathlib import Path

import pytest
from command_line import call

SHARED = Path(__file__).parent.parent.parent / "shared"
pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.skipif(not SHARED.is_dir(), reason=f"no real pages and texts at {SHARED}"),
]


def run(folder, *arguments):
    done = call(*arguments, cwd=folder, seconds=170)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_brands_without_a_common_platform_are_described_and_not_compared(tmp_path):
    run(tmp_path, "init", "--us", "Alpha", "--competitor", "Beta", "--competitor", "Gamma")
    pages = {
        "Alpha": ("trustpilot", "trustpilot/bt_com_en_2023.html"),
        "Beta": ("yelp", "yelp/biz_2016_en.html"),
        "Gamma": ("app_store", "appstore/595068606_500_2024.json"),
    }
    for brand, (platform, page) in pages.items():
        path = SHARED / "pages" / page
        run(tmp_path, "import", path, "--brand", brand, "--platform", platform)
    run(tmp_path, "analyze")
    shown = run(tmp_path, "report", "--as-of", "2026-11-20")
    report = json.loads((tmp_path / "reports" / "latest" / "report.json").read_text())
    assert report["compared"] is None
    assert report["cells"] == []
    assert "Beta can't be compared: it shares no platform with Alpha" in shown
    assert [brand["reviews"] for brand in report["brands"]] == [20, 20, 500]
    for brand in report["brands"]:
        finding = brand["findings"][0]
        assert finding["rate"]["n"] > 0
        assert finding["rate"]["interval"]["low"] < finding["rate"]["interval"]["high"]
        assert brand["quotes"][finding["id"]]
    walked = run(
        tmp_path, "explain", "--as-of", "2026-11-20", report["brands"][0]["findings"][0]["id"]
    )
    assert "trustpilot/bt_com_en_2023.html" in walked
    assert "snapshot " in walked


def test_real_messages_about_airlines_make_an_evidenced_swot(tmp_path):
    others = ("American", "Southwest", "Delta", "Virgin America")
    rivals = [part for name in others for part in ("--competitor", name)]
    run(tmp_path, "init", "--us", "United", *rivals, "--industry", "travel")
    told = run(
        tmp_path,
        "import",
        SHARED / "data" / "airline.jsonl",
        "--map",
        "text=text,brand=brand,date=date,id=id",
        "--platform",
        "twitter",
    )
    assert "United: 1,991 reviews" in told
    run(tmp_path, "analyze")
    run(tmp_path, "report", "--as-of", "2015-02-24")
    report = json.loads((tmp_path / "reports" / "latest" / "report.json").read_text())
    assert len(report["cells"]) >= 5
    assert all(cell["quotes"] and cell["findings"] for cell in report["cells"])
