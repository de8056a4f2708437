"""Spreadsheets of every kind, and those that are broken, locked or meant to hurt."""

import io
import struct
import zipfile
from datetime import UTC, date, datetime
from xml.sax.saxutils import escape

import pytest

from crawler.imports import is_table
from crawler.tables import parse_mapping, read_table
from crawler.tables.spreadsheets import sheet_rows
from rivalscope.errors import UsageError
from rivalscope.models import Snapshot

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = "http://schemas.openxmlformats.org/package/2006"
DAY, TIME = 1, 2  # styles
SHEET = f'<worksheet xmlns="{MAIN}">'


def archive(members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return packed.getvalue()


def cell(reference, value):
    match value:
        case None:
            return ""
        case (number, style):
            return f'<c r="{reference}" s="{style}"><v>{number}</v></c>'
        case str() if value.startswith("="):  # a formula with the value it had
            return f'<c r="{reference}" t="str"><f>A1</f><v>{escape(value[1:])}</v></c>'
        case str():
            return f'<c r="{reference}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{reference}"><v>{value}</v></c>'


def sheet(*rows, merged=()):
    lines = [
        f'<row r="{number}">'
        + "".join(cell(f"{'ABCDEFGH'[column]}{number}", value) for column, value in enumerate(row))
        + "</row>"
        for number, row in enumerate(rows, start=1)
    ]
    merges = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    cells = f"<sheetData>{''.join(lines)}</sheetData>"
    return f"{SHEET}{cells}<mergeCells>{merges}</mergeCells></worksheet>"


def xlsx(hidden=(), **sheets):
    numbered = [*enumerate(sheets.items(), start=1)]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"'
        + (' state="hidden"/>' if name in hidden else "/>")
        for number, (name, _) in numbered
    )
    leads = "".join(
        f'<Relationship Id="r{number}" Type="{LINKS}/worksheet" Target="worksheets/s{number}.xml"/>'
        for number, _ in numbered
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{PARTS}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PARTS}/relationships"><Relationship Id="r0"'
        f' Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PARTS}/relationships">{leads}'
        f'<Relationship Id="r0" Type="{LINKS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>',
    }
    pages = {f"xl/worksheets/s{number}.xml": content for number, (_, content) in numbered}
    return archive(members | pages)


def ods(rows):
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": f"<office:document-content{spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="May">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def ods_cell(text, kind="string", **attributes):
    more = "".join(f' office:{name}-value="{value}"' for name, value in attributes.items())
    return (
        f'<table:table-cell office:value-type="{kind}"{more}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def compound(stream, name):
    """An OLE file of one stream: what XLS is, and what a password makes of XLSX."""
    data = stream.ljust(4096, b"\0")
    count = len(data) // 512
    free, end, fat_sector = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0, 0,
    )  # fmt: skip
    header = header.ljust(512, b"\xff")
    chain = [fat_sector, end, *range(3, 3 + count - 1), end]
    fat = b"".join(struct.pack("<I", one) for one in chain).ljust(512, b"\xff")

    def entry(title, kind, child, start, size):
        written = (title + "\0").encode("utf-16-le")
        return struct.pack(
            "<64sHBBIII36xIQ", written, len(written), kind, 1, free, free, child, start, size
        )

    folder = entry("Root Entry", 5, 1, end, 0) + entry(name, 2, free, 2, len(data))
    return header + fat + folder.ljust(512, b"\0") + data


def xls(*rows):
    def record(kind, content):
        return struct.pack("<HH", kind, len(content)) + content

    def text(value):
        return struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")

    begin = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    cells = b""
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            place = struct.pack("<HHH", number, column, 0)
            cells += (
                record(0x204, place + text(value))
                if isinstance(value, str)
                else record(0x203, place + struct.pack("<d", value))
            )
    book = record(0x809, struct.pack("<HHHHII", 0x600, 0x5, 0, 0, 0, 0))
    name = b"May".join((struct.pack("<BB", 3, 0), b""))
    start = len(book) + 4 + 6 + len(name) + 4
    bound = record(0x85, struct.pack("<IH", start, 0) + name)
    return compound(book + bound + record(0xA, b"") + begin + cells + record(0xA, b""), "Workbook")


ROWS = (("Comment", "Created", "Stars"), ("They answered at once.", 46266, 4))


def table(body, mapping=None, **more):
    snapshot = Snapshot(
        url="file:///rows.xlsx", fetched_at=datetime(2026, 10, 1, tzinfo=UTC), body=body
    )
    chosen = parse_mapping(mapping) if mapping else None
    return read_table(snapshot, mapping=chosen, date_order=None, name=snapshot.url, **more)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(xlsx(May=sheet(*ROWS)), id="xlsx"),
        pytest.param(xls(*ROWS), id="xls"),
        pytest.param(
            ods(
                "".join(
                    f"<table:table-row>{cells}</table:table-row>"
                    for cells in (
                        "".join(map(ods_cell, ROWS[0])),
                        ods_cell(ROWS[1][0]) + '<table:table-cell office:value-type="date"'
                        ' office:date-value="2026-09-01"><text:p>1. 9. 2026</text:p>'
                        "</table:table-cell>"
                        + '<table:table-cell office:value-type="float" office:value="4">'
                        "<text:p>4</text:p></table:table-cell>",
                    )
                )
            ),
            id="ods",
        ),
    ],
)
def test_every_kind_of_spreadsheet_is_read_by_its_bytes(tmp_path, body):
    read = table(body)
    ((_, review),) = read.rows
    assert (review.text, review.rating) == ("They answered at once.", 4.0)
    assert (review.published_on, review.date_precision) == (date(2026, 9, 1), "day")
    assert read.notes[0] == "read as: text=Comment,date=Created,rating=Stars"
    (tmp_path / "export").write_bytes(body)
    assert is_table(tmp_path / "export")


def test_dates_are_read_from_cells_from_numbers_and_from_text():
    rows = [
        ("Comment", "Created"),
        ("One.", (46266, DAY)),
        ("Two.", (46266.5, TIME)),
        ("Three.", 46266),
        ("Four.", "2026-09-01"),
        ("Five.", "1. 9. 2026"),
    ]
    read = table(xlsx(May=sheet(*rows)))
    assert {review.published_on for _, review in read.rows} == {date(2026, 9, 1)}
    assert [review.date_precision for _, review in read.rows] == ["day", "second", *["day"] * 3]


def test_titles_gaps_formulas_and_merged_cells_are_understood():
    rows = [
        ("Reviews of May",),
        (),
        (None, "Company", "Comment", "Stars"),
        (None, "Acme", "=They answered at once.", 5),
        (),
        (None, None, "I waited an hour.", 2.0),
    ]
    read = table(xlsx(May=sheet(*rows, merged=["A1:D1", "B4:B6"])))
    assert [(brand, review.text, review.rating) for brand, review in read.rows] == [
        ("Acme", "They answered at once.", 5.0),
        ("Acme", "I waited an hour.", 2.0),
    ]


def test_the_first_sheet_that_shows_anything_is_read_unless_one_is_named():
    book = xlsx(
        Notes=sheet(("Nothing", "here")),
        Cover=sheet(),
        May=sheet(("Comment",), ("Slow.",)),
        June=sheet(("Comment",), ("Fast.",)),
        hidden=["Notes"],
    )
    assert table(book).rows[0][1].text == "Slow."
    assert table(book, sheet="June").rows[0][1].text == "Fast."
    with pytest.raises(UsageError, match="no sheet 'July': it has Notes, Cover, May, June"):
        table(book, sheet="July")


def test_a_column_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(UsageError, match="no column 'Text': it has Comment, Created, Stars"):
        table(xlsx(May=sheet(*ROWS)), "text=Text")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (xlsx(May=sheet()), "no sheet holds anything"),
        (xlsx(May=sheet(("Comment",))), "has a header but no rows"),
        (xlsx(May=sheet(*ROWS))[:-40], "is a broken workbook"),
        (xlsx(May="<worksheet"), "can't be read"),
        (archive({"readme.txt": "hello"}), "is a ZIP archive but no workbook"),
        (archive({"xl/workbook.bin": "x"}), "is XLSB: save it as XLSX"),
        (compound(b"secret", "EncryptedPackage"), "without"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing", "can't be read"),
    ],
    ids=["empty", "header", "cut", "no-xml", "zip", "xlsb", "password", "ole"],
)  # fmt: skip
def test_what_can_not_be_read_is_told_with_what_to_do(body, reason):
    with pytest.raises(UsageError, match=f"rows.xlsx: .*{reason}"):
        table(body)


def test_a_csv_that_is_called_a_workbook_is_read_as_what_it_is():
    ((_, review),) = table(b"Comment;Created\nSlow.;2026-09-01\n").rows
    assert review.text == "Slow."


def test_cells_in_opposite_corners_end_a_child_and_not_us():
    corners = (
        f'{SHEET}<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>'
    )
    with pytest.raises(UsageError, match="GB of memory"):
        table(xlsx(May=corners))


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        target.writestr("xl/workbook.xml", "<workbook/>")
        with target.open("xl/worksheets/s1.xml", "w") as member:
            for _ in range(201):
                member.write(b" " * 1_000_000)
    assert len(packed.getvalue()) < 2_000_000
    with pytest.raises(UsageError, match="unpacks to 201 MB, and 200 MB are the most"):
        [*sheet_rows(packed.getvalue(), name="rows.xlsx", sheet=None)]
