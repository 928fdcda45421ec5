"""Kinds of finding about reading CSV files, most of them what spreadsheet programs leave behind."""

from __future__ import annotations

from .model import Kind, Level, Text

_HEADER_KINDS: tuple[Kind, ...] = (
    Kind(
        "csv-title-row",
        Level.ERROR,
        Text("表头上面有标题", "Title above the header"),
        Text(
            "第 {line} 行“{found}”不是表头，真正的表头在第 {header_line} 行。",
            'Line {line}, "{found}", is not the header; the header is on line {header_line}.',
        ),
        Text("请删去第 {line} 行，让表头成为第一行。", "Delete line {line}, so that the header comes first."),
    ),
    Kind(
        "csv-duplicate-header",
        Level.ERROR,
        Text("表头重复", "Header written twice"),
        Text(
            "表头“{word}”出现了两次，先在第 {first} 列，又在第 {second} 列。",
            'The header "{word}" stands in column {first} and again in column {second}.',
        ),
        Text(
            "请删去多余的一列，或者把其中一个改成正确的字段名。",
            "Delete one of the columns, or give it the name of another field.",
        ),
    ),
    Kind(
        "csv-blank-header",
        Level.ERROR,
        Text("这一列没有表头", "Column without a header"),
        Text("第 {second} 列没有表头，但列里有内容“{found}”。", 'Column {second} has no header, but holds "{found}".'),
        Text(
            "请在表头这一格写上字段名；不需要的列请整列删除。",
            "Write a field's name into the header, or delete the whole column.",
        ),
    ),
    Kind(
        "csv-full-width-comma",
        Level.ERROR,
        Text("用了中文逗号分隔", "Full-width comma as separator"),
        Text(
            "表头“{found}”用了中文标点“{mark}”分隔，分不出各列。",
            'The header "{found}" is separated by "{mark}", so its columns cannot be told apart.',
        ),
        Text(
            "请改成英文逗号：“{allowed}”，下面的行也一样。", 'Use the ASCII comma: "{allowed}", in the rows below too.'
        ),
    ),
)

_ROW_KINDS: tuple[Kind, ...] = (
    Kind(
        "csv-ragged-row",
        Level.ERROR,
        Text("格数和表头对不上", "Row of another length"),
        Text(
            "这一行有 {found} 格，表头有 {allowed} 格，这一行没有读。",
            "This row has {found} cells, the header {allowed}; the row was not read.",
        ),
        Text(
            "请数一数逗号：空着的格也要留逗号；内容里有逗号的，整格用英文双引号括起来。",
            "Count the separators: empty cells need theirs; a cell with one in it needs double quotes around it.",
        ),
    ),
    Kind(
        "csv-unclosed-quote",
        Level.ERROR,
        Text("引号没有配对", "Quote that does not match"),
        Text(
            "从“{found}”这一格开始，英文双引号没有配对，这一行没有读。",
            'From the cell "{found}" on, double quotes do not match; the row was not read.',
        ),
        Text(
            '请补上缺的双引号；内容里的双引号要写两个（""），或者改用中文引号“”。',
            'Add the missing quote; inside a cell write a double quote twice (""), or use curly quotes.',
        ),
    ),
    Kind(
        "csv-total-row",
        Level.ERROR,
        Text("表里有合计行", "Row of totals"),
        Text("这一行是“{found}”，不是一条数据。", 'This row is a total ("{found}"), not data.'),
        Text("请删去这一行；合计由系统自己算。", "Delete this row; totals are computed."),
    ),
    Kind(
        "excel-number",
        Level.ERROR,
        Text("长数字被 Excel 改了", "Long number damaged by a spreadsheet"),
        Text(
            "“{found}”是 Excel 改写的长数字，原来的数字已经不全了。",
            '"{found}" is a long number rewritten by the spreadsheet; its last digits are lost.',
        ),
        Text(
            "请先把这一列设为“文本”格式，再重新输入完整的数字（如条码 6901234567892）。",
            "Format the column as text first, then type the whole number again (such as 6901234567892).",
        ),
    ),
    Kind(
        "excel-error-cell",
        Level.ERROR,
        Text("表格公式出错", "Error value of a spreadsheet"),
        Text(
            "这一格写的是“{found}”，是表格公式的出错提示。",
            'This cell holds "{found}", an error value of the spreadsheet.',
        ),
        Text(
            "请在原表里改好公式或加宽这一列，再另存为 CSV；或者直接写上内容。",
            "Mend the formula or widen the column in the spreadsheet and save again, or type the value.",
        ),
    ),
)

CSV_KINDS: tuple[Kind, ...] = (*_HEADER_KINDS, *_ROW_KINDS)
