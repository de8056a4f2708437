"""Where a site keeps us out, we stop and say so."""

import pytest

WALL = "<html><title>Just a moment...</title><script>window._cf_chl_opt={}</script></html>"


@pytest.fixture(scope="module")
def night(town, crawl, reviews):
    for status in (401, 403, 407, 451):
        town.page(f"http://s{status}.example/", "no", status=status)
    for status in (200, 403, 503):
        town.page(f"http://wall{status}.example/", WALL, status=status)
    town.robots("guarded.example", WALL, status=403)
    town.page("http://guarded.example/", reviews(1))
    town.page(
        "http://form.example/", reviews(1, more='<div class="g-recaptcha"></div>' + "x" * 900)
    )
    names = ("s401", "s403", "s407", "s451", "wall200", "wall403", "wall503", "guarded", "form")
    return crawl({name: f"http://{name}.example/" for name in names}, proxy=town.address)


@pytest.mark.parametrize("status", [401, 403, 407, 451])
def test_a_status_that_keeps_us_out_is_a_block(night, status):
    assert night[f"s{status}"].state == "blocked"
    assert f"HTTP {status}" in night[f"s{status}"].reason


@pytest.mark.parametrize("status", [200, 403, 503])
def test_a_test_for_humans_is_a_block_whatever_its_status(night, town, status):
    assert night[f"wall{status}"].state == "blocked"
    assert "Cloudflare's test for humans" in night[f"wall{status}"].reason
    assert len(town.urls(f"http://wall{status}.example/")) == 2  # robots.txt, and the page once


def test_a_robots_txt_behind_a_wall_is_one_that_is_not_there(night):
    assert night["guarded"].state == "ok"


def test_a_page_with_a_captcha_in_it_is_a_page(night):
    assert night["form"].state == "ok"
