"""The database can be looked at in Datasette; what its metadata names is there."""

from contextlib import closing
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import rivalscope
from rivalscope.storage import known_migrations
from rivalscope.storage.expected_schema import empty_database

METADATA = Path(rivalscope.__file__).parent.parent / "docs" / "datasette-metadata.yaml"


@pytest.fixture
def columns():
    """Table -> its columns."""
    with closing(empty_database(known_migrations())) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: {row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')}
            for (name,) in names.fetchall()
        }


def test_every_table_and_column_that_the_metadata_names_is_there(columns):
    (database,) = YAML(typ="safe").load(METADATA)["databases"].values()
    assert {"reviews", "mentions", "daily_counts"} <= database["tables"].keys() <= columns.keys()
    for name, table in database["tables"].items():
        assert table.get("columns", {}).keys() <= columns[name], name
        assert {table["sort_desc"]} <= columns[name] if "sort_desc" in table else True


def test_the_key_of_the_authors_is_not_shown():
    (database,) = YAML(typ="safe").load(METADATA)["databases"].values()
    assert database["tables"]["secrets"]["allow"] is False
