"""Kinds of finding about fields and values of one record."""

from __future__ import annotations

from .model import Kind, Level, Text


def _error(code: str, title: Text, template: Text, mend: Text) -> Kind:
    return Kind(code, Level.ERROR, title, template, mend)


_KEYS: tuple[Kind, ...] = (
    _error(
        "unknown-field",
        Text("不认识的字段", "Unknown field"),
        Text("“{table}”没有字段“{word}”{hint_zh}", "There is no field “{word}” in this table{hint_en}"),
        Text("可以写：{allowed}。", "Write one of: {allowed}."),
    ),
    _error(
        "field-twice",
        Text("同一字段写了两次", "One field written twice"),
        Text("“{word}”与“{first}”是同一个字段。", "“{word}” and “{first}” are the same field."),
        Text("只留一个，删去另一个。", "Keep one of them and delete the other."),
    ),
    _error(
        "nested-not-allowed",
        Text("此处不能写一组记录", "No nested list here"),
        Text("“{word}”只能写值，不能写一组带字段的记录。", "“{word}” takes a value, not a list of records."),
        Text(
            "写成“{word}: 值”；这里可以写成一组记录的只有：{allowed}。",
            "Write “{word}: value”; lists of records here are: {allowed}.",
        ),
    ),
    _error(
        "nested-expected",
        Text("此处要写一组记录", "A nested list is expected"),
        Text("“{word}”要写成一组记录，写的却是“{found}”。", "“{word}” takes a list of records, not “{found}”."),
        Text(
            "每条记录另起一行，以“- ”开头，下面写字段；表格里不能写，请写到它自己的表中。",
            "Start each record with “- ” on its own line, fields below it; in a CSV file use the table of its own.",
        ),
    ),
    _error(
        "list-not-allowed",
        Text("只能写一个值", "One value only"),
        Text("“{word}”只能写一个值，写的却是一个列表：“{found}”。", "“{word}” takes one value, not a list: “{found}”."),
        Text("写成“{word}: 值”，不要用“- ”分行。", "Write “{word}: value” on one line."),
    ),
    _error(
        "parent-differs",
        Text("写的上级与所在文件不符", "Another parent than the file's own"),
        Text(
            "这条记录写在“{allowed}”里面，“{word}”却写了“{found}”。",
            "This record stands inside “{allowed}”, but its “{word}” says “{found}”.",
        ),
        Text("删去这一行，系统会自动填上。", "Delete the line; it is filled in by itself."),
    ),
    _error(
        "required",
        Text("缺少必填内容", "Something required is missing"),
        Text("缺少“{word}”。", "“{word}” is missing."),
        Text("补上“{word}”。{hint_zh}", "Add “{word}”.{hint_en}"),
    ),
    _error(
        "not-disclosable",
        Text("此项不能是未披露", "This cannot be left undisclosed"),
        Text(
            "“{word}”不能写“{found}”：那表示未披露，这一项不能不披露。",
            "“{word}” cannot be “{found}”, which means not disclosed: this cannot be withheld.",
        ),
        Text("写上实际内容{hint_zh}", "Write what it is{hint_en}"),
    ),
    _error(
        "id-pattern",
        Text("编号写法不对", "An id of another shape"),
        Text("“{word}”不能写成“{found}”{hint_zh}", "“{word}” cannot be “{found}”{hint_en}"),
        Text(
            "只用小写字母 a–z、数字和连字符 -，不超过 60 个；没有写编号时就是文件名。",
            "Use a–z, digits and hyphens, 60 at most; where no id is written, the file's name is the id.",
        ),
    ),
    _error(
        "id-reserved",
        Text("编号是保留字", "A reserved id"),
        Text("“{found}”是网站自己要用的地址，不能作“{word}”。", "The site itself uses the address “{found}”."),
        Text("换一个编号，例如加上地名或品名的拼音。", "Take another id, for example with a place name in it."),
    ),
)

_VALUES: tuple[Kind, ...] = (
    _error(
        "not-listed",
        Text("不在可选值之中", "Not one of the listed values"),
        Text("“{word}”不能写“{found}”{hint_zh}", "“{word}” cannot be “{found}”{hint_en}"),
        Text("可以写：{allowed}。", "Write one of: {allowed}."),
    ),
    _error(
        "not-a-number",
        Text("不是数字", "Not a number"),
        Text("“{word}”要写数字，写的是“{found}”。", "“{word}” takes a number, not “{found}”."),
        Text(
            "只写数字，例如 12.5；单位写到单位一栏。",
            "Write digits only, such as 12.5; units have a field of their own.",
        ),
    ),
    _error(
        "not-an-integer",
        Text("不是整数", "Not a whole number"),
        Text("“{word}”要写整数，写的是“{found}”。", "“{word}” takes a whole number, not “{found}”."),
        Text(
            "只写整数，例如 36；“约”“余”写到限定词一栏。",
            "Write a whole number, such as 36; “about” goes into the qualifier.",
        ),
    ),
    _error(
        "not-money",
        Text("不是金额", "Not an amount of money"),
        Text("“{word}”要写金额，写的是“{found}”。", "“{word}” takes an amount of money, not “{found}”."),
        Text(
            "写数字，可带货币单位，例如 {example}；计价单位（如每袋）写到单位一栏，不公开的写 xx。",
            "Write a number, with a currency unit if you like, such as {example}; write xx where it is not disclosed.",
        ),
    ),
    _error(
        "not-a-date",
        Text("不是日期", "Not a date"),
        Text("“{word}”要写日期，写的是“{found}”。", "“{word}” takes a date, not “{found}”."),
        Text("写实有的年月日，例如 2020-09-08。", "Write a day that exists, such as 2020-09-08."),
    ),
    _error(
        "not-a-boolean",
        Text("不是“是”或“否”", "Neither yes nor no"),
        Text("“{word}”要写是或否，写的是“{found}”。", "“{word}” takes yes or no, not “{found}”."),
        Text("写“是”或“否”。", "Write true or false."),
    ),
    _error(
        "not-a-period",
        Text("不是时间", "Not a date, month or year"),
        Text(
            "“{word}”要写日期、月份、年份或一段时间，写的是“{found}”。",
            "“{word}” takes a date, month, year or span, not “{found}”.",
        ),
        Text(
            "例如 2020-09-08、2020年9月、2020，或 2020-09-17/2020-09-18。",
            "Such as 2020-09-08, 2020-09, 2020, or 2020-09-17/2020-09-18.",
        ),
    ),
    _error(
        "not-months",
        Text("不是月份", "Not months"),
        Text("“{word}”要写月份，写的是“{found}”。", "“{word}” takes months, not “{found}”."),
        Text(
            "写 1 到 12 的数字，例如 3;4;5 或 3-5月，跨年写 11-2。",
            "Write 1 to 12, such as 3;4;5 or 3-5, over the turn of the year 11-2.",
        ),
    ),
    _error(
        "number-rounded",
        Text("数字被电子表格改成了科学计数", "A number that a spreadsheet has rounded"),
        Text(
            "“{word}”里的“{found}”已被电子表格改写，原来的数字看不出来。",
            "A spreadsheet has rewritten “{word}” as “{found}”.",
        ),
        Text("把单元格设为文本，重新写全数字。", "Format the cell as text and write all digits again."),
    ),
    _error(
        "spaced-digits",
        Text("数字之间有空格", "Digits set apart by spaces"),
        Text("“{word}”里的“{found}”数字之间有空格。", "The digits of “{word}” are set apart: “{found}”."),
        Text("如果就是这个数，写成“{allowed}”。", "If that is the number, write “{allowed}”."),
    ),
    _error(
        "out-of-range",
        Text("超出范围", "Out of range"),
        Text("“{word}”写的是“{found}”，超出范围。", "“{word}” is “{found}”, which is out of range."),
        Text("应当 {allowed}。", "It must be {allowed}."),
    ),
    _error(
        "amount-too-precise",
        Text("小数位数太多", "More decimal places than there can be"),
        Text(
            "“{word}”写的是“{found}”，小数最多 {allowed} 位。",
            "“{word}” is “{found}”; it can have {allowed} decimal places at most.",
        ),
        Text(
            "写到能付清的最小单位；算出来的价格先四舍五入。",
            "Write what can be paid in coins; round what was worked out.",
        ),
    ),
)

_CODES: tuple[Kind, ...] = (
    _error(
        "gtin-rounded",
        Text("条码被电子表格改成了科学计数", "A barcode that a spreadsheet has rounded"),
        Text(
            "“{word}”里的“{found}”已被电子表格改写，后面的数字丢了。",
            "A spreadsheet has rewritten “{word}” as “{found}”.",
        ),
        Text("把单元格设为文本，照包装重新写全条码。", "Format the cell as text and copy the code from the pack."),
    ),
    _error(
        "gtin-length",
        Text("条码位数不对", "A barcode of another length"),
        Text(
            "“{word}”写的是“{found}”，不是 8、12、13 或 14 位数字。",
            "“{word}” is “{found}”, not 8, 12, 13 or 14 digits.",
        ),
        Text("照包装写全，开头的 0 也要写。", "Copy all digits from the pack, leading zeros too."),
    ),
    _error(
        "gtin-check-digit",
        Text("条码校验位不对", "A wrong check digit"),
        Text("“{word}”写的“{found}”校验位不对。", "The check digit of “{word}” “{found}” is wrong."),
        Text(
            "对照包装检查每一位；若前面都对，末位应是 {allowed}。",
            "Compare every digit with the pack; if the others are right, the last one is {allowed}.",
        ),
    ),
    _error(
        "region-unknown",
        Text("没有这个区划代码", "No such region code"),
        Text("“{word}”写的“{found}”不是 {scheme} 的代码。", "“{word}” “{found}” is no code of {scheme}."),
        Text("写成{shape_zh}。", "Write {shape_en}."),
    ),
    _error(
        "region-withdrawn",
        Text("区划代码已停用", "A withdrawn region code"),
        Text(
            "“{word}”写的“{found}”（{place_name}）{year} 年起停用。",
            "“{word}” “{found}” ({place_name}) was withdrawn in {year}.",
        ),
        Text("{hint_zh}", "{hint_en}"),
    ),
    _error(
        "url-scheme",
        Text("不是网页地址", "Not a web address"),
        Text(
            "“{word}”要写 http:// 或 https:// 开头的网址，写的是“{found}”。",
            "“{word}” takes an http or https address, not “{found}”.",
        ),
        Text(
            "写完整网址，例如 https://www.example.cn/；没有网址就留空。",
            "Write the whole address, such as https://www.example.org/.",
        ),
    ),
    _error(
        "url-malformed",
        Text("网址写法不对", "A malformed web address"),
        Text(
            "“{word}”写的网址“{found}”有空格、用户名或缺少主机名。",
            "The address “{found}” of “{word}” holds a space or a user name, or lacks a host.",
        ),
        Text("从浏览器地址栏重新复制一遍。", "Copy it again from the browser's address bar."),
    ),
)

FIELD_KINDS: tuple[Kind, ...] = (*_KEYS, *_VALUES, *_CODES)
