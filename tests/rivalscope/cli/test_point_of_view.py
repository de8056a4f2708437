"""``--for``: whose report it is, and what an unknown brand is told."""


def test_an_unknown_brand_is_told_the_known_slugs(run, market):
    done = run("report", "--for", "nobody")
    assert done.returncode == 2
    assert "no brand 'nobody'" in done.stderr
    assert "acme (Acme), bolt-co (Bolt & Co), cap (Čáp)" in done.stderr
